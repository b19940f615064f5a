"""Ids are short plain words, and a new one never takes the place of another."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socplanner.domain.ids import is_role_id, is_slug, role_id, slug_for


@pytest.mark.parametrize("text", ["now", "a", "2027", "it-ops_2", "x" * 40])
def test_a_plain_word_is_an_id(text: str) -> None:
    assert is_slug(text)


@pytest.mark.parametrize("text", ["", "-a", "A", "a b", "監視", "a\n", "x" * 41, "a/b"])
def test_anything_else_is_none(text: str) -> None:
    assert not is_slug(text)


@pytest.mark.parametrize("text", ["v2:A-1", "own:Night_shift", "x.1060:B-1"])
def test_a_role_is_named_with_its_edition(text: str) -> None:
    assert is_role_id(text)


@pytest.mark.parametrize("text", ["A-1", "v2:", ":A-1", "v2:A 1", "V2:A-1", "v2:A-1\n"])
def test_a_role_without_edition_or_code_is_none(text: str) -> None:
    assert not is_role_id(text)


def test_a_role_id_is_made_of_edition_and_code() -> None:
    assert role_id("v2", "B-1") == "v2:B-1"


@pytest.mark.parametrize(
    ("name", "accepted", "slug"),
    [
        ("IT operations", set(), "it-operations"),
        ("IT operations", {"it-operations"}, "it-operations-2"),
        ("IT operations", {"it-operations", "it-operations-2"}, "it-operations-3"),
        ("X-ray & co", set(), "xray-co"),
        ("A " + "b" * 60, set(), "a-" + "b" * 28),
        ("監視会社", set(), "party"),
        ("監視会社", {"party"}, "party-2"),
    ],
)
def test_a_new_id_resembles_the_name(name: str, accepted: set[str], slug: str) -> None:
    assert slug_for(name, frozenset(accepted), "party") == slug


@given(st.text(), st.frozensets(st.sampled_from(["party", "party-2", "a", "b", "a-2"])))
def test_any_name_gets_an_id_that_is_free(name: str, accepted: frozenset[str]) -> None:
    slug = slug_for(name, accepted, "party")
    assert is_slug(slug)
    assert slug not in accepted
