"""Differences between versions in sentences: none is left out, every field has a name."""

from dataclasses import fields, replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from socplanner.domain.catalogue import Sourcing
from socplanner.domain.comparison.nodes import UNKNOWN
from socplanner.domain.duty_edits import ChangeSourcing, SetCells, SetNote
from socplanner.domain.history import Edit
from socplanner.domain.letters import Cell
from socplanner.domain.local_text import LANGUAGES, Language, LocalText
from socplanner.domain.party_edits import MoveParty, RemoveParty
from socplanner.domain.plan import Plan
from socplanner.formats.plan.plan_schema import PLAN
from socplanner.formats.plan.plan_yaml import loads
from socplanner.formats.plan.shapes import ListOf, LocalName, MapOf, Record, Shape
from socplanner.services.catalogues import catalogue_of
from socplanner.services.i18n import words_for
from socplanner.services.plan_differences import plain_tree, plan_differences
from socplanner.services.plan_merging import merged_plans
from socplanner.wording.differences.conflict_lines import conflict_texts
from socplanner.wording.differences.facts import fact_lines
from socplanner.wording.differences.field_names import field_name, has_name
from socplanner.wording.differences.value_texts import Values
from tests.domain.test_plan_diff import OTHER_VALUES
from tests.support.plan_versions import another_version
from tests.support.small_plan import A1, NOW, TARGET, small_plan

WHOLE = loads(
    (Path(__file__).parents[1] / "golden" / "plans" / "whole.socplan").read_bytes(), catalogue_of
).plan
ANY_SEED = st.integers(0, 100_000)


def _keys(shape: Shape) -> set[str]:
    """Return every key that a file may have."""
    match shape:
        case Record(fields):
            return set(fields).union(*(_keys(each) for each in fields.values()))
        case ListOf(item):
            return _keys(item)
        case MapOf(value):
            return _keys(value)
        case LocalName():
            return {"ja", "en"}
    return set()


def _lines(before: Plan, after: Plan, language: Language = "en") -> list[str]:
    groups = plan_differences(before, after).groups(words_for(language))
    return [f"{group.title}: {line.text}" for group in groups for line in group.lines]


@pytest.mark.parametrize("name", OTHER_VALUES)
def test_no_field_of_a_plan_is_invisible(name: str) -> None:
    assert list(OTHER_VALUES) == [field.name for field in fields(Plan)]
    value = replace(WHOLE.catalogue, edition="x") if name == "catalogue" else OTHER_VALUES[name]
    # Other phases and letters need a plan that does not refer to those of before.
    before = small_plan() if name in {"letter_set", "phases", "moves"} else WHOLE
    after = replace(before, **{name: value})  # type: ignore[arg-type]
    for language in LANGUAGES:
        assert _lines(before, after, language) != []
        assert _lines(after, before, language) != []


def test_every_field_of_a_plan_file_has_a_name_in_both_languages() -> None:
    keys = sorted(_keys(PLAN))
    assert [key for key in keys if not has_name(key)] == []
    japanese, english = words_for("ja"), words_for("en")
    same = {key for key in keys if field_name(key, japanese) == field_name(key, english)}
    assert same <= {"id"}


@settings(max_examples=60, deadline=None)
@given(ANY_SEED)
def test_every_topic_is_in_one_line_and_no_line_has_a_bare_key(seed: int) -> None:
    after = another_version(WHOLE, seed, 6)
    differences = plan_differences(WHOLE, after)
    for language in LANGUAGES:
        groups = differences.groups(words_for(language))
        shown = [topic.place for group in groups for line in group.lines for topic in line.topics]
        assert sorted(shown) == sorted(topic.place for topic in differences.topics)
        for group in groups:
            assert group.title
            assert all(line.text and "Absent" not in line.text for line in group.lines)
    assert bool(differences.topics) == (replace(after, conflicts=WHOLE.conflicts) != WHOLE)


@settings(max_examples=20, deadline=None)
@given(ANY_SEED, ANY_SEED)
def test_every_conflict_is_one_line(one: int, other: int) -> None:
    ours, theirs = another_version(WHOLE, one, 8), another_version(WHOLE, other, 8)
    merged = merged_plans(WHOLE, ours, theirs).plan
    for language in LANGUAGES:
        lines = list(conflict_texts(merged, merged.conflicts, words_for(language)))
        assert len(lines) == len(merged.conflicts)
        assert all(lines)


PARTIES = [party.id for party in small_plan().parties]


@pytest.mark.parametrize(
    ("edits", "expected"),
    [
        (
            [ChangeSourcing(TARGET, frozenset({A1}), Sourcing.OUTSOURCE)],
            ["Target: In-house → Outsourced; SOC: C added; R moves from SOC to MSS"],
        ),
        ([SetNote(NOW, frozenset({A1}), "Later")], ["Now: Note: Later"]),
        ([MoveParty(PARTIES[1], 0)], ["new order"]),
        ([RemoveParty(PARTIES[-1])], ["removed:"]),
    ],
)
def test_edits_in_the_words_of_a_planner(edits: list[Edit], expected: list[str]) -> None:
    before = small_plan()
    after = before
    for edit in edits:
        after = edit.apply(after)
    lines = "\n".join(_lines(before, after))
    assert all(text in lines for text in expected), lines


def test_a_letter_that_moves_is_one_clause() -> None:
    plan = small_plan()
    one, other = PARTIES[:2]
    before = SetCells(TARGET, ((A1, one, Cell("R")), (A1, other, Cell("")))).apply(plan)
    after = SetCells(TARGET, ((A1, one, Cell("C")), (A1, other, Cell("R")))).apply(before)
    (line,) = _lines(before, after)
    values = Values((after,), words_for("en"))
    assert f"R moves from {values.party(one)} to {values.party(other)}" in line
    assert f"{values.party(one)}: C added" in line
    assert "Target: " in line


def test_what_a_phase_states_again_is_named_though_nothing_else_differs() -> None:
    plan = small_plan()
    before = ChangeSourcing(NOW, frozenset({A1}), Sourcing.INSOURCE).apply(plan)
    phases = list(before.phases)
    change = phases[1].changes.get(A1)
    assert change is None or change.sourcing is None
    restated = {**phases[1].changes, A1: replace(before.phases[0].changes[A1], letters={})}
    phases[1] = replace(phases[1], changes=restated)
    after = replace(before, phases=tuple(phases))
    assert "the same as before, but stated otherwise: " in "\n".join(_lines(before, after))


def test_only_differences_of_a_phase_are_kept_on_request() -> None:
    before = small_plan()
    after = SetNote(NOW, frozenset({A1}), "now").apply(before)
    after = replace(SetNote(TARGET, frozenset({A1}), "then").apply(after), organisation="Other")
    differences = plan_differences(before, after).in_phase(TARGET)
    assert [topic.place[1] for topic in differences.topics] == [TARGET]


def test_unknown_ids_and_values_stay_as_they_are() -> None:
    values = Values((small_plan(),), words_for("en"))
    assert values.text("party", "gone") == "gone"
    assert values.text("role", "own:gone") == "own:gone"
    assert values.text("to", "counterpart:gone") == "gone"
    assert values.text("note", UNKNOWN) == "–"
    assert values.text("name", {"ja": "名", "en": "Name"}) == "Name"


def test_long_values_are_complete_and_in_lists_shortened_where_they_differ() -> None:
    beginning = "a long note " * 20
    notes = (SetNote(NOW, frozenset({A1}), beginning + end) for end in ("before", "after\nit"))
    before, after = (note.apply(small_plan()) for note in notes)
    ((line,),) = (group.lines for group in plan_differences(before, after).groups(words_for("en")))
    assert f"{beginning}before → {beginning}after ↵ it" in line.text
    assert line.short.endswith("Note: …te a long note before → …te a long note after ↵ it")


def test_what_a_move_needs_is_a_sentence() -> None:
    needs = [{"kind": "hiring", "name": "Two analysts", "until": "2027-03-31"}]
    texts = [
        Values((small_plan(),), words_for(language)).text("prerequisites", needs)
        for language in LANGUAGES
    ]
    assert sorted(texts) == [
        "Hiring “Two analysts” (Until: 2027-03-31)",
        "採用「Two analysts」(終わり: 2027-03-31)",
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_facts_of_a_plan_name_every_value(language: Language) -> None:
    lines = list(fact_lines(WHOLE, plain_tree(WHOLE), words_for(language)))
    assert len(lines) > 150
    assert len(lines) == len(set(lines))
    changed = replace(
        WHOLE, parties=(*WHOLE.parties[:-1], replace(WHOLE.parties[-1], name=LocalText.same("Q")))
    )
    others = list(fact_lines(changed, plain_tree(changed), words_for(language)))
    assert set(lines) != set(others)
