"""The example plans that are shipped: they open, hold no error, and keep their own wording."""

import re
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from socplanner.domain.catalogue import Area, Catalogue, Sourcing
from socplanner.domain.checks.finding import Severity
from socplanner.domain.checks.run import check_plan
from socplanner.domain.checks.split_findings import split_by_waivers
from socplanner.domain.duty_edits import MoveRoles, SetNote
from socplanner.domain.ids import PartyId, PhaseId, RoleId
from socplanner.domain.local_text import LANGUAGES
from socplanner.domain.phases import duties, duty
from socplanner.domain.plan import NO_AIM, NO_CHANGE, Plan
from socplanner.formats.catalogue_yaml import load_catalogue
from socplanner.formats.plan.plan_yaml import Opened, dumps, loads

RESOURCES = Path(__file__).parents[2] / "resources"
EXAMPLES = sorted((RESOURCES / "examples").glob("*.socplan"))
NOW = PhaseId("now")
TARGET = PhaseId("target")
JAPANESE = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff]")


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    """Return the catalogue that is shipped."""
    return load_catalogue((RESOURCES / "catalogue/v2/catalogue.yaml").read_text(encoding="utf-8"))


def opened(path: Path, catalogue: Catalogue) -> Opened:
    """Return the example at `path`."""
    return loads(path.read_bytes(), {"v2": catalogue}.get)


def example(name: str, catalogue: Catalogue) -> Plan:
    """Return the plan of the example `name`."""
    return opened(RESOURCES / "examples" / f"{name}.socplan", catalogue).plan


def sourcings(plan: Plan, phase: PhaseId) -> Counter[Sourcing]:
    """Return how many roles are sourced how in `phase`."""
    return Counter(duty.sourcing for duty in duties(plan, phase).values())


def test_a_manufacturer_and_a_bank_are_shipped() -> None:
    assert [path.stem for path in EXAMPLES] == ["bank", "manufacturer"]


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_an_example_has_no_finding_worth_more_than_a_remark(
    path: Path, catalogue: Catalogue
) -> None:
    plan = opened(path, catalogue).plan
    result = split_by_waivers(check_plan(plan), plan.waivers, "2026-11-01")
    assert [each for each in result.counting if each.severity is not Severity.INFO] == []
    assert len(result.waived) == len(plan.waivers)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_an_example_decides_every_role_in_every_phase(path: Path, catalogue: Catalogue) -> None:
    plan = opened(path, catalogue).plan
    for phase in plan.phases:
        for role, current in duties(plan, phase.id).items():
            assert current.area is not Area.UNPLACED, role
            assert current.sourcing is not Sourcing.UNDECIDED, role
            assert current.letters, role


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_saving_an_example_unchanged_keeps_its_bytes(path: Path, catalogue: Catalogue) -> None:
    file = opened(path, catalogue)
    assert dumps(file.plan, file) == path.read_bytes()


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_a_changed_note_changes_its_one_line(path: Path, catalogue: Catalogue) -> None:
    file = opened(path, catalogue)
    roles = frozenset({RoleId("v2:C-2")})
    after = SetNote(NOW, roles, "夜間は翌朝に着手する。").apply(file.plan)
    before_lines = path.read_text(encoding="utf-8").splitlines()
    after_lines = dumps(after, file).decode().splitlines()
    assert len(before_lines) == len(after_lines)
    pairs = zip(before_lines, after_lines, strict=True)
    assert [pair[1].strip() for pair in pairs if pair[0] != pair[1]] == [
        "note: 夜間は翌朝に着手する。"
    ]


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_comments_outlive_any_change_of_a_role(path: Path, catalogue: Catalogue) -> None:
    file = opened(path, catalogue)
    moved = MoveRoles(NOW, frozenset(role.id for role in file.plan.roles()), Area.I)
    text = dumps(moved.apply(file.plan), file).decode()
    comments = re.findall("# .*", path.read_text(encoding="utf-8"))
    assert len(comments) > 12
    assert [each for each in comments if each not in text] == []


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_a_rewritten_example_is_the_same_plan(path: Path, catalogue: Catalogue) -> None:
    plan = opened(path, catalogue).plan
    assert loads(dumps(plan), {"v2": catalogue}.get).plan == plan


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_parties_have_names_and_distinct_initials_in_either_language(
    path: Path, catalogue: Catalogue
) -> None:
    plan = opened(path, catalogue).plan
    assert plan.phases[0].name.en.isascii()
    for party in plan.parties:
        assert not JAPANESE.search(party.name.en), party.id
        assert not JAPANESE.search(party.initials.en), party.id
    for language in LANGUAGES:
        initials = [party.initials.in_(language) for party in plan.parties]
        assert len(set(initials)) == len(initials)
        assert all(2 <= len(each) <= 5 for each in initials)
        assert len({party.name.in_(language) for party in plan.parties}) == len(initials)


def test_the_manufacturer_moves_from_minimum_insource_to_hybrid(catalogue: Catalogue) -> None:
    plan = example("manufacturer", catalogue)
    assert [(phase.id, phase.pattern) for phase in plan.phases] == [
        (NOW, "minimum-insource"),
        (TARGET, "hybrid"),
    ]
    now, target = sourcings(plan, NOW), sourcings(plan, TARGET)
    assert now[Sourcing.OUTSOURCE] > now[Sourcing.INSOURCE]
    assert target[Sourcing.INSOURCE] > target[Sourcing.OUTSOURCE]
    assert now[Sourcing.NOT_CARRIED_OUT] > target[Sourcing.NOT_CARRIED_OUT] > 0


def test_a_later_phase_of_the_manufacturer_stores_only_what_changes(catalogue: Catalogue) -> None:
    now, target = example("manufacturer", catalogue).phases
    assert len(now.changes) == 54
    changed = [each for each in target.changes.values() if replace(each, aim=NO_AIM) != NO_CHANGE]
    assert 10 < len(changed) < 25
    assert all(change.area is None for change in target.changes.values())


def test_the_bank_stays_on_minimum_outsource(catalogue: Catalogue) -> None:
    plan = example("bank", catalogue)
    assert [(phase.id, phase.pattern) for phase in plan.phases] == [
        (NOW, "minimum-outsource"),
        (TARGET, "minimum-outsource"),
    ]
    current = sourcings(plan, NOW)
    assert (
        current[Sourcing.INSOURCE] > current[Sourcing.BOTH] > current[Sourcing.NOT_CARRIED_OUT] > 0
    )


def test_the_bank_places_a_few_roles_elsewhere_than_the_catalogue(catalogue: Catalogue) -> None:
    plan = example("bank", catalogue)
    current = duties(plan, NOW)
    elsewhere = [
        role.code for role in catalogue.roles if current[role.id].area != role.default_area
    ]
    assert elsewhere == ["B-2", "D-5", "G-7"]
    assert all(current[RoleId(f"v2:{code}")].note for code in elsewhere)


def test_the_bank_has_every_kind_of_party_and_a_role_of_its_own(catalogue: Catalogue) -> None:
    plan = example("bank", catalogue)
    kinds = Counter(party.kind for party in plan.parties)
    assert kinds["internal"] > kinds["provider"] > kinds["authority"] > 1
    assert [role.id for role in plan.custom_roles] == ["own:TLPT"]
    by_id = {party.id: party for party in plan.parties}
    assert all(each.parent is None or each.parent in by_id for each in plan.parties)
    assert sum(each.parent is not None for each in plan.parties) >= 4


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_every_party_has_a_part(path: Path, catalogue: Catalogue) -> None:
    plan = opened(path, catalogue).plan
    holding = {party for duty in duties(plan, NOW).values() for party in duty.letters}
    assert holding == {party.id for party in plan.parties}


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_a_waiver_that_counts_people_counts_those_of_its_party(
    path: Path, catalogue: Catalogue
) -> None:
    plan = opened(path, catalogue).plan
    headcount = {party.id: party.headcount for party in plan.parties}
    counted = [
        (int(people), headcount[waiver.party])
        for waiver in plan.waivers
        if waiver.phase == NOW and waiver.party is not None
        for people in re.findall(r"([0-9]+)名", waiver.reason)
    ]
    assert all(people == there for people, there in counted)


def test_who_reports_to_the_regulator_by_a_note_performs_it(catalogue: Catalogue) -> None:
    plan = example("bank", catalogue)
    current = duty(plan, NOW, RoleId("v2:D-7"))
    reporting = [party for party in plan.parties if party.name.ja in current.note]
    assert [party.id for party in reporting] == ["fraud", "legal", "fsa"]
    assert [current.letters[party.id] for party in reporting] == ["R", "R", "I"]


def test_the_main_customer_of_the_manufacturer_is_informed(catalogue: Catalogue) -> None:
    current = duty(example("manufacturer", catalogue), NOW, RoleId("v2:D-7"))
    assert current.letters[PartyId("customer")] == "I"
    assert "主要顧客" in current.note


def test_the_manufacturer_is_monitored_at_any_time_and_isolates_in_office_hours(
    catalogue: Catalogue,
) -> None:
    plan = example("manufacturer", catalogue)
    coverage = {code: duty(plan, NOW, RoleId(f"v2:{code}")).coverage for code in ("B-1", "D-4")}
    assert coverage == {"B-1": "24x365", "D-4": "平日 8:30-17:30"}
