"""A change of staffing touches its own lines of the file, and what is written opens equal."""

from dataclasses import replace
from pathlib import Path

import pytest

from socplanner.domain.history import Edit
from socplanner.domain.ids import PartyId, PhaseId
from socplanner.domain.local_text import LocalText
from socplanner.domain.party_edits import RemoveParty
from socplanner.domain.staffing_edits import (
    AddPost,
    AddWorkload,
    ChangePost,
    ChangeWorkload,
    RemovePost,
    SetAssumptions,
    SetPeople,
)
from socplanner.domain.staffing_inputs import NO_STAFFING, People, Post, Queue, Workload
from socplanner.formats.plan.plan_yaml import dumps, loads
from socplanner.services.catalogues import catalogue_of

BANK = Path(__file__).parents[3] / "resources" / "examples" / "bank.socplan"
OPENED = loads(BANK.read_bytes(), catalogue_of)
PLAN = OPENED.plan
NOW, TARGET, SOC = PhaseId("now"), PhaseId("target"), PartyId("soc")


def differing(edit: Edit) -> tuple[list[str], list[str]]:
    """Return the lines that are gone and those that are new after `edit`."""
    after = edit.apply(PLAN)
    data = dumps(after, OPENED)
    assert loads(data, catalogue_of).plan == after
    old, new = BANK.read_text("utf-8").splitlines(), data.decode().splitlines()
    gone, added = list(old), list(new)
    for line in new:
        if line in gone:
            gone.remove(line)
    for line in old:
        if line in added:
            added.remove(line)
    return [line.strip() for line in gone], [line.strip() for line in added]


def post(post_id: str) -> Post:
    """Return a post of the bank."""
    result = PLAN.staffing.post(post_id)
    assert result is not None
    return result


def work(workload_id: str) -> Workload:
    """Return a workload of the bank."""
    result = PLAN.staffing.workload(workload_id)
    assert result is not None
    return result


@pytest.mark.parametrize(
    ("edit", "gone", "added"),
    [
        (ChangePost(post("watch")._replace(seats=5)), ["seats: 4"], ["seats: 5"]),
        (
            ChangePost(post("questions")._replace(queue=None)),
            ["queue: {calls: 2, minutes: 10, within: 300, answered: 70}"],
            [],
        ),
        (
            ChangePost(post("watch")._replace(queue=Queue(200, 3))),
            [],
            ["queue:", "calls: 200", "minutes: 3", "within: 20", "answered: 80"],
        ),
        (
            ChangeWorkload(work("alerts")._replace(minutes=7.5)),
            ["minutes: 12"],
            ["minutes: 7.5"],
        ),
        (
            SetAssumptions({**PLAN.staffing.assumptions, "turnover": 15}),
            ["turnover: 12"],
            ["turnover: 15"],
        ),
        (SetPeople(TARGET, SOC, People(40)), ["headcount: 36"], ["headcount: 40"]),
        (
            SetPeople(NOW, SOC, People(on_call=3)),
            [],
            ["soc:", "on-call: 3"],
        ),
        (
            AddPost(Post("new", LocalText.same("New"), SOC, "8x5")),
            [],
            ["- id: new", "name: New", "party: soc", "coverage: '8x5'"],
        ),
        (
            AddWorkload(Workload("new", LocalText.same("New"), SOC, hours_a_year=12)),
            [],
            ["- id: new", "name: New", "hours-a-year: 12"],
        ),
    ],
)
def test_only_what_changed_is_written(edit: Edit, gone: list[str], added: list[str]) -> None:
    result = differing(edit)
    assert result[0] == gone
    assert {*result[1], "party: soc"} == {*added, "party: soc"}


def test_comments_stay_with_their_post() -> None:
    gone, added = differing(RemovePost("command"))
    assert added == []
    assert "# 指揮は待機で、呼び出しを受けて1時間以内に着手する" in gone
    assert "# 自動化で9割を閉じる。席の時間に収まるかを見る" not in gone


@pytest.mark.parametrize("party", [party.id for party in PLAN.parties])
def test_a_plan_without_one_party_opens_again(party: PartyId) -> None:
    after = RemoveParty(party).apply(PLAN)
    assert loads(dumps(after, OPENED), catalogue_of).plan == after
    assert loads(dumps(after), catalogue_of).plan == after


def test_a_plan_without_staffing_has_no_section() -> None:
    after = replace(PLAN, staffing=NO_STAFFING)
    data = dumps(after, OPENED)
    assert b"staffing:" not in data
    assert loads(data, catalogue_of).plan == after
