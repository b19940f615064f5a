"""What is sure is taken, and beyond it only what a person allows."""

from collections.abc import Sequence

from socplanner.domain.external.import_edit import NewParty, NewRole
from socplanner.domain.external.mapping_policy import MappingPolicy, resolve_mapping
from socplanner.domain.external.proposal import LetterMatch, Match, Proposal, Suggestion
from tests.support.small_plan import A1, A2, A3, CISO, IT, SOC


def sure(name: str, *ids: str) -> Match:
    """Return a match whose first id is sure."""
    return Match(name, tuple(Suggestion(each, "name", 1.0) for each in ids), is_sure=True)


def likely(name: str, *ids: str) -> Match:
    """Return a match of which nothing is sure."""
    return Match(name, tuple(Suggestion(each, "similar", 0.7) for each in ids), is_sure=False)


def proposal(
    tasks: Sequence[Match] = (),
    parties: Sequence[Match] = (),
    letters: Sequence[LetterMatch] = (),
) -> Proposal:
    """Return offers for a sheet."""
    return Proposal(tuple(tasks), tuple(parties), tuple(letters))


def test_only_sure_matches_are_accepted_by_default() -> None:
    suggested = proposal(
        [sure("one", A1), likely("two", A2)],
        [likely("watch", SOC), sure("chief", CISO)],
        [
            LetterMatch("V", "R", is_sure=True),
            LetterMatch("E", "A", is_sure=False),
            LetterMatch("-", None, is_sure=True),
        ],
    )
    mapping = resolve_mapping(suggested)
    assert mapping.tasks == (A1, None)
    assert mapping.parties == (None, CISO)
    assert mapping.letters == {"V": "R", "-": ""}


def test_the_likeliest_match_is_accepted_where_that_is_allowed() -> None:
    suggested = proposal([sure("one", A1), likely("two", A2, A3), likely("three")])
    assert resolve_mapping(suggested, MappingPolicy(similar=True)).tasks == (A1, A2, None)


def test_what_two_are_likely_to_be_is_neither() -> None:
    suggested = proposal([likely("one", A1), likely("two", A1), likely("three", A2)])
    assert resolve_mapping(suggested, MappingPolicy(similar=True)).tasks == (None, None, A2)


def test_what_is_sure_of_one_is_not_likely_of_another() -> None:
    suggested = proposal([likely("one", A1, A2), sure("two", A1)])
    assert resolve_mapping(suggested, MappingPolicy(similar=True)).tasks == (None, A1)


def test_the_rest_becomes_new_where_that_is_allowed() -> None:
    suggested = proposal([sure("one", A1), likely("two", A2)], [sure("chief", CISO), likely("it")])
    mapping = resolve_mapping(suggested, MappingPolicy(function="B", new_parties=True))
    assert mapping.tasks == (A1, NewRole("B"))
    assert mapping.parties == (CISO, NewParty())


def test_an_answer_about_one_outweighs_a_sure_match() -> None:
    suggested = proposal(
        [sure("one", A1), sure("two", A2)], [sure("chief", CISO), likely("it", IT)]
    )
    allowed = MappingPolicy(function="B", tasks={0: A3}, parties={0: NewParty("provider"), 1: SOC})
    mapping = resolve_mapping(suggested, allowed)
    assert mapping.tasks == (A3, A2)
    assert mapping.parties == (NewParty("provider"), SOC)


def test_an_answer_about_one_is_not_for_another() -> None:
    suggested = proposal([likely("one", A1, A2), sure("two", A3), likely("three", A2)])
    allowed = MappingPolicy(similar=True, tasks={1: A1})
    assert resolve_mapping(suggested, allowed).tasks == (None, A1, None)
    assert resolve_mapping(
        proposal([sure("one", A1), likely("two")]), MappingPolicy(tasks={1: A1})
    ).tasks == (
        None,
        A1,
    )
    freed = proposal([sure("one", A1), likely("two", A1)])
    assert resolve_mapping(freed, MappingPolicy(similar=True, tasks={0: A3})).tasks == (A3, A1)


def test_one_that_was_left_out_stays_left_out() -> None:
    suggested = proposal([sure("one", A1), sure("two", A2)])
    allowed = MappingPolicy(similar=True, function="B", tasks={0: None})
    assert resolve_mapping(suggested, allowed).tasks == (None, A2)
