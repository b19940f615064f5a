"""What a query finds, and in which order."""

import string
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from socplanner.domain.catalogue import Role
from socplanner.services import catalogues
from socplanner.services.i18n import words_for
from socplanner.wording.search.plan_entries import BothWords, role_entries
from socplanner.wording.search.ranking import MatchLevel, search
from socplanner.wording.search.search_part import (
    PartBuilder,
    ResultGroup,
    SearchEntry,
    SearchPart,
    part_of,
)
from tests.support.plans import hybrid_plan

ROLES = catalogues.shipped().roles
WORDS = BothWords(words_for("ja"), words_for("en"))
PART = part_of(ResultGroup.ROLES, role_entries(hybrid_plan(), WORDS))
WIDE = str.maketrans(
    string.ascii_letters + string.digits + "-",
    "".join(chr(ord(each) + 0xFEE0) for each in string.ascii_letters + string.digits + "-"),
)
WRITINGS: tuple[Callable[[str], str], ...] = (
    str.lower,
    str.upper,
    lambda code: code.replace("-", ""),
    lambda code: code.replace("-", " "),
    lambda code: code.replace("-", "ー"),
    lambda code: code.translate(WIDE),
    lambda code: code.lower().replace("-", "").translate(WIDE),
    lambda code: f" {code} ",
)


def part_with(group: ResultGroup, *titles: str) -> SearchPart:
    """Return a part of entries with `titles`, which are their targets too."""
    return part_of(group, (SearchEntry(group, title, title) for title in titles))


def targets_for(text: str, *parts: SearchPart, most: int = 10) -> list[object]:
    """Return the targets found for `text`."""
    return [entry.target for each in search(parts, text, most) for entry in each.entries]


@given(st.sampled_from(ROLES), st.sampled_from(WRITINGS))
def test_every_role_is_first_by_its_code(role: Role, written: Callable[[str], str]) -> None:
    assert targets_for(written(role.code), PART)[0] == role.id


@settings(max_examples=300)
@given(
    st.sampled_from(ROLES),
    st.sampled_from(("ja", "en")),
    st.integers(0, 200),
    st.sampled_from(("dropped", "swapped", "doubled")),
)
def test_every_role_is_among_the_first_by_a_name_with_an_error(
    role: Role, language: str, place: int, error: str
) -> None:
    name = role.name.ja if language == "ja" else role.name.en
    at = place % len(name)
    if error == "dropped":
        name = name[:at] + name[at + 1 :]
    elif error == "doubled":
        name = name[:at] + name[at] + name[at:]
    else:
        name = name[:at] + name[at : at + 2][::-1] + name[at + 2 :]
    assert role.id in targets_for(name, PART)[:5], name


@given(st.text(max_size=12))
def test_any_text_is_a_query(text: str) -> None:
    for results in search((PART,), text, 3):
        assert 0 < len(results.entries) <= 3
        assert results.total >= len(results.entries)


@given(st.sampled_from(ROLES))
def test_every_role_is_found_by_its_whole_name_first(role: Role) -> None:
    for name in (role.name.ja, role.name.en):
        assert targets_for(name, PART)[0] == role.id


def test_the_exact_text_comes_before_beginnings_words_and_parts() -> None:
    part = part_with(ResultGroup.COMMANDS, "Replay", "Press play", "Play back", "Play", "Display")
    assert targets_for("play", part) == ["Play", "Play back", "Press play", "Replay", "Display"]


def test_the_dots_of_a_command_that_asks_are_not_part_of_its_name() -> None:
    part = part_with(ResultGroup.COMMANDS, "Phase changes", "Phase…")
    assert targets_for("phase", part) == ["Phase…", "Phase changes"]


def test_typing_errors_come_last_and_only_where_little_is_found() -> None:
    part = part_with(ResultGroup.COMMANDS, "Exports", "Exprot")
    assert targets_for("export", part) == ["Exports", "Exprot"]
    many = part_with(ResultGroup.COMMANDS, *(f"Export {n}" for n in range(5)), "Exprot")
    assert "Exprot" not in targets_for("export", many)


def test_words_in_a_row_come_before_scattered_ones() -> None:
    part = part_with(ResultGroup.COMMANDS, "Plan of the new site", "My new plan", "New plan")
    assert targets_for("new plan", part) == ["New plan", "My new plan", "Plan of the new site"]


def test_every_word_must_match() -> None:
    part = part_with(ResultGroup.COMMANDS, "New plan", "New role")
    assert targets_for("new role", part) == ["New role"]
    assert targets_for("new sheet", part) == []


def test_groups_with_a_beginning_come_first_and_errors_last() -> None:
    roles = part_with(ResultGroup.ROLES, "Automated tests")
    commands = part_with(ResultGroup.COMMANDS, "Matrix")
    parties = part_with(ResultGroup.PARTIES, "Martix")
    assert targets_for("mat", roles, parties, commands) == ["Matrix", "Automated tests"]
    assert targets_for("matrix", parties, roles, commands) == ["Matrix", "Martix"]


def test_a_single_letter_finds_no_sentences() -> None:
    part = part_with(ResultGroup.FINDINGS, "A party is missing")
    assert targets_for("a", part) == []
    assert targets_for("a party", part) == ["A party is missing"]


def test_an_empty_query_finds_nothing() -> None:
    assert search((PART,), "  ー ", 5) == ()


def test_the_number_of_all_results_is_returned() -> None:
    (results,) = search((PART,), "C", 2)
    assert (results.group, results.level) == (ResultGroup.ROLES, MatchLevel.BEGINNING)
    assert len(results.entries) == 2
    assert results.total > 5


@pytest.mark.parametrize("text", ["both", "beides"])
def test_equal_texts_of_several_entries_are_folded_once(text: str) -> None:
    builder = PartBuilder(ResultGroup.COMMANDS)
    for target in (1, 2):
        builder.add(SearchEntry(ResultGroup.COMMANDS, target, "Both", "Beides", more=("Both",)))
    part = builder.part()
    assert len(part.texts) == 3
    assert targets_for(text, part) == [1, 2]
