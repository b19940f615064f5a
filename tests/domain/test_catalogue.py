"""A catalogue contradicts itself nowhere, or is not made at all."""

from dataclasses import replace
from typing import Any

import pytest

from socplanner.domain.catalogue import (
    PARTY_KINDS,
    Area,
    AreaFacts,
    Catalogue,
    Function,
    Mark,
    Role,
    Sourcing,
)
from socplanner.domain.ids import PartyId, RoleId
from socplanner.domain.marking import Tlp
from socplanner.domain.problem import CatalogueError
from tests.support.small_plan import A1, A3, B1, CATALOGUE, CISO, ROLES, SOC, USUAL, text


def _refusal(roles: tuple[Role, ...], functions: tuple[Function, ...]) -> str:
    with pytest.raises(CatalogueError) as refused:
        replace(CATALOGUE, roles=roles, functions=functions)
    return refused.value.problem.code


def test_roles_and_functions_are_found_by_their_ids() -> None:
    assert tuple(CATALOGUE.role_by_id) == ROLES
    assert CATALOGUE.role_by_id[A1].code == "A-1"
    assert CATALOGUE.function_by_code["B"].name == text("B")


def test_patterns_and_areas_are_found_or_not() -> None:
    pattern = CATALOGUE.pattern("half")
    assert pattern is not None
    assert pattern.id == "half"
    assert CATALOGUE.pattern("none") is None
    facts = CATALOGUE.facts_of(Area.II)
    assert facts is not None
    assert facts.area is Area.II
    assert CATALOGUE.facts_of(Area.UNPLACED) is None


def test_a_pattern_sources_by_area_and_leaves_open_what_has_none() -> None:
    pattern = CATALOGUE.pattern("half")
    assert pattern is not None
    roles = CATALOGUE.role_by_id
    assert pattern.sourcing_of(roles[A1]) is Sourcing.INSOURCE
    assert pattern.sourcing_of(roles[A3]) is Sourcing.OUTSOURCE
    assert pattern.sourcing_of(roles[B1]) is Sourcing.UNDECIDED


def test_two_functions_or_roles_of_one_code_are_refused() -> None:
    assert _refusal(CATALOGUE.roles, CATALOGUE.functions * 2) == "doubled-function"
    assert _refusal(CATALOGUE.roles * 2, CATALOGUE.functions) == "doubled-role"


def _refused_areas(areas: tuple[AreaFacts, ...]) -> str:
    with pytest.raises(CatalogueError) as refused:
        replace(CATALOGUE, areas=areas)
    return refused.value.problem.code


def test_each_area_is_described_once() -> None:
    areas = CATALOGUE.areas
    assert _refused_areas(areas[:-1]) == "area-not-once"
    assert _refused_areas((*areas, areas[0]._replace(column=2))) == "area-not-once"


def test_two_areas_in_one_place_are_refused() -> None:
    first, second, *others = CATALOGUE.areas
    moved = second._replace(column=first.column, row=first.row)
    assert _refused_areas((first, moved, *others)) == "areas-in-one-place"


def test_a_role_of_an_unknown_function_is_refused() -> None:
    lost = Role(RoleId("x:Z-1"), "Z-1", "Z", text("Lost"))
    assert _refusal((*CATALOGUE.roles, lost), CATALOGUE.functions) == "role-without-function"


def test_words_used_in_plan_files_stay_the_same() -> None:
    assert [each.value for each in Area] == ["I", "II", "III", "IV", "none"]
    assert [each.value for each in Sourcing] == [
        *("insource", "outsource", "both", "not-carried-out", "undecided"),
    ]
    assert PARTY_KINDS == ("internal", "provider", "authority")
    assert list(Tlp) == ["red", "amber+strict", "amber", "green", "clear"]
    assert [each.value for each in Mark] == ["published", "recalled", "default"]


def test_two_catalogues_with_equal_content_are_not_equal() -> None:
    other: Catalogue = replace(CATALOGUE)
    assert other != CATALOGUE
    assert other.roles == CATALOGUE.roles


@pytest.mark.parametrize(
    "place",
    [
        *("accountable", "inside", "outside", "consulted", "informed"),
        *("further_performing", "further_consulted", "further_informed"),
    ],
)
def test_the_unknown_party_of_a_role_is_named(place: str) -> None:
    no_one_ = PartyId("nobody")
    is_one = place in {"accountable", "outside"}
    changes: dict[str, Any] = {place: no_one_ if is_one else (no_one_,)}
    role = CATALOGUE.roles[0]._replace(usual=USUAL._replace(**changes))
    with pytest.raises(CatalogueError) as refused:
        replace(CATALOGUE, roles=(role,))
    assert refused.value.problem.code == "role-with-unknown-party"
    assert refused.value.problem.values == {"role": A1, "party": "nobody"}


def test_what_a_catalogue_contradicts_itself_in_is_named() -> None:
    no_one_ = PartyId("nobody")
    stands_in = CATALOGUE.parties[0]._replace(stands_in=(SOC, no_one_))
    pattern = CATALOGUE.patterns[0]._replace(shared=frozenset({A1, RoleId("x:Z-1")}))
    lost = Role(RoleId("x:Z-1"), "Z-1", "Z", text("Lost"))
    for changes, code, values in (
        (
            {"parties": (stands_in, *CATALOGUE.parties[1:])},
            "stand-in-unknown",
            {"party": CISO, "other": "nobody"},
        ),
        (
            {"patterns": (pattern,)},
            "pattern-with-unknown-role",
            {"pattern": "half", "role": "x:Z-1"},
        ),
        ({"roles": (lost,)}, "role-without-function", {"role": "x:Z-1", "function": "Z"}),
        ({"functions": CATALOGUE.functions * 2}, "doubled-function", {"edition": "x"}),
        ({"roles": CATALOGUE.roles * 2}, "doubled-role", {"edition": "x"}),
    ):
        with pytest.raises(CatalogueError) as refused:
            replace(CATALOGUE, **changes)
        assert (refused.value.problem.code, refused.value.problem.values) == (code, values)


def test_a_shared_role_is_sourced_as_both_whatever_its_area() -> None:
    pattern = CATALOGUE.patterns[0]._replace(shared=frozenset({A1, A3, B1}))
    roles = CATALOGUE.role_by_id
    assert [pattern.sourcing_of(roles[role]) for role in (A1, A3, B1)] == [
        *(Sourcing.BOTH, Sourcing.BOTH, Sourcing.UNDECIDED),
    ]
