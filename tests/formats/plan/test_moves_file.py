"""A change of a move touches its own lines of the file, and what is written opens equal."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from socplanner.domain.history import Edit
from socplanner.domain.ids import PartyId, PhaseId, RoleId
from socplanner.domain.party_edits import RemoveParty
from socplanner.domain.phase_edits import RemovePhase
from socplanner.domain.road_map_edits import SetMove, SetPhaseTerms
from socplanner.domain.road_map_inputs import (
    NO_MOVES,
    NO_TERMS,
    Prerequisite,
    StatedMove,
)
from socplanner.formats.plan.plan_yaml import dumps, loads
from socplanner.services.catalogues import catalogue_of

SAMPLE = Path(__file__).parents[3] / "resources" / "examples" / "manufacturer.socplan"
OPENED = loads(SAMPLE.read_bytes(), catalogue_of)
PLAN = OPENED.plan
NOW, TARGET = PhaseId("now"), PhaseId("target")
A4, D3, E2 = RoleId("v2:A-4"), RoleId("v2:D-3"), RoleId("v2:E-2")


def differing(edit: Edit) -> tuple[list[str], list[str]]:
    """Return the lines that are gone and those that are new after `edit`."""
    after = edit.apply(PLAN)
    data = dumps(after, OPENED)
    assert loads(data, catalogue_of).plan == after
    old, new = SAMPLE.read_text("utf-8").splitlines(), data.decode().splitlines()
    gone, added = list(old), list(new)
    for line in new:
        if line in gone:
            gone.remove(line)
    for line in old:
        if line in added:
            added.remove(line)
    return [line.strip() for line in gone], [line.strip() for line in added]


def moved(role: RoleId, change: Callable[[StatedMove], StatedMove]) -> Edit:
    """Return the edit that changes what is stated of the move of `role`."""
    return SetMove(TARGET, role, change(PLAN.moves[TARGET, role]))


def test_an_unedited_plan_keeps_its_bytes() -> None:
    assert dumps(PLAN, OPENED) == SAMPLE.read_bytes()


@pytest.mark.parametrize(
    ("edit", "gone", "added"),
    [
        (moved(D3, lambda move: move._replace(effort=62.5)), ["effort: 60"], ["effort: 62.5"]),
        (
            moved(D3, lambda move: move._replace(status="done")),
            ["status: planned"],
            ["status: done"],
        ),
        (
            moved(A4, lambda move: move._replace(prerequisites=())),
            ["prerequisites:", "- kind: document", "name: 点検の手順書", "date: '2027-03-31'"],
            [],
        ),
        (
            SetMove(TARGET, E2, StatedMove(prerequisites=(Prerequisite("role", D3),))),
            [],
            ["v2:E-2:", "prerequisites:", "- kind: role", "role: v2:D-3"],
        ),
        (SetMove(NOW, E2, StatedMove(effort=3)), [], ["now:", "v2:E-2:", "effort: 3"]),
        (
            SetPhaseTerms(NOW, PLAN.phases[0].terms._replace(approval_number="26-1")),
            [],
            ["approval-number: '26-1'"],
        ),
        (
            SetPhaseTerms(NOW, NO_TERMS),
            [
                "begin: '2026-04-01'",
                "end: '2027-03-31'",
                "approver: 情報セキュリティ委員会",
                "approval-date: '2026-03-25'",
            ],
            [],
        ),
    ],
)
def test_only_what_changed_is_written(edit: Edit, gone: list[str], added: list[str]) -> None:
    assert [sorted(lines) for lines in differing(edit)] == [sorted(gone), sorted(added)]


@pytest.mark.parametrize("party", [party.id for party in PLAN.parties])
def test_a_plan_without_one_party_opens_again(party: PartyId) -> None:
    after = RemoveParty(party).apply(PLAN)
    assert loads(dumps(after, OPENED), catalogue_of).plan == after
    assert loads(dumps(after), catalogue_of).plan == after


@pytest.mark.parametrize("phase", [NOW, TARGET])
def test_a_plan_without_one_phase_opens_again(phase: PhaseId) -> None:
    after = RemovePhase(phase).apply(PLAN)
    assert loads(dumps(after, OPENED), catalogue_of).plan == after


def test_a_plan_without_moves_has_no_section() -> None:
    after = replace(PLAN, moves=NO_MOVES)
    data = dumps(after, OPENED)
    assert b"moves:" not in data
    assert loads(data, catalogue_of).plan == after


def test_prerequisites_change_their_order() -> None:
    """They have no id: their list is written again."""
    place, before = next(
        (place, move) for place, move in PLAN.moves.items() if len(move.prerequisites) > 1
    )
    edit = SetMove(*place, before._replace(prerequisites=before.prerequisites[::-1]))
    assert differing(edit) == ([], []), "the same lines in another order"
