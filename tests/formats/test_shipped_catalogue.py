"""The catalogue that is shipped: what its two files say is complete, consistent and fit to show."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from socplanner.domain.catalogue import Area, Mark, Sourcing
from socplanner.domain.ids import RoleId
from socplanner.domain.problem import CatalogueError
from socplanner.formats.catalogue_yaml import load_catalogue, load_descriptions

Tree = dict[str, Any]

EDITION = Path(__file__).parents[2] / "resources" / "catalogue" / "v2"
LANGUAGES = ("ja", "en")
AREAS = ["I", "II", "III", "IV"]
MARKS = {"published", "recalled", "default"}
CODE = re.compile(r"(?<![A-Za-z0-9])[A-I]-\d+(?!\d)")
X1060_COUNTS = {"A": 13, "B": 4, "C": 4, "D": 7, "E": 9, "F": 5, "G": 13, "H": 2, "I": 7}
MOST_CHARACTERS = {"ja": 110, "en": 220}
SHORT_CHARACTERS = {"ja": 8, "en": 14}
LEAST_CHARACTERS = 15


def loaded(name: str) -> Tree:
    """Return what PyYAML reads in the file `name`."""
    tree: Tree = yaml.safe_load((EDITION / name).read_text(encoding="utf-8"))
    return tree


@pytest.fixture(scope="module")
def facts() -> Tree:
    """Return the catalogue's facts."""
    return loaded("catalogue.yaml")


@pytest.fixture(scope="module")
def texts() -> Tree:
    """Return the descriptions."""
    return loaded("descriptions.yaml")


def scalars(value: object) -> Iterator[object]:
    """Yield every key and scalar in `value`."""
    if isinstance(value, dict):
        for key, current in value.items():
            yield key
            yield from scalars(current)
    elif isinstance(value, list):
        for current in value:
            yield from scalars(current)
    else:
        yield value


def doubled(values: list[str]) -> list[str]:
    """Return those of `values` that stand there more than once."""
    return [value for value, times in Counter(values).items() if times > 1]


def test_the_catalogue_has_nine_functions_and_fifty_four_roles(facts: Tree) -> None:
    assert [each["code"] for each in facts["functions"]] == list("ABCDEFGHI")
    per_function = Counter(role["function"] for role in facts["roles"])
    assert [per_function[code] for code in "ABCDEFGHI"] == [6, 5, 5, 8, 7, 4, 10, 3, 6]
    assert len(facts["roles"]) == 54


def test_codes_are_unique_and_counted_through_within_each_function(facts: Tree) -> None:
    codes = [role["code"] for role in facts["roles"]]
    place: Counter[str] = Counter()
    for role in facts["roles"]:
        place[role["function"]] += 1
        assert role["code"] == f"{role['function']}-{place[role['function']]}"
    assert doubled(codes) == []


def test_four_areas_are_on_two_axes(facts: Tree) -> None:
    assert [area["id"] for area in facts["areas"]] == AREAS
    corners = {(area["inside"], area["high-skill"]) for area in facts["areas"]}
    assert len(corners) == 4
    by_id = {area["id"]: (area["inside"], area["high-skill"]) for area in facts["areas"]}
    assert by_id["I"] == (True, False)
    assert by_id["III"] == (False, True)


def test_every_role_is_in_an_area(facts: Tree) -> None:
    per_area = Counter(role["area"] for role in facts["roles"])
    assert per_area == {"I": 20, "II": 13, "III": 13, "IV": 8}


@pytest.mark.parametrize(
    ("pattern", "insourced"),
    [("minimum-insource", 20), ("hybrid", 33), ("minimum-outsource", 41), ("full-insource", 54)],
)
def test_a_pattern_insources_as_many_roles_as_its_areas_hold(
    facts: Tree, pattern: str, insourced: int
) -> None:
    areas = next(each["insourced"] for each in facts["patterns"] if each["id"] == pattern)
    assert set(areas) <= set(AREAS)
    assert sum(role["area"] in areas for role in facts["roles"]) == insourced


def test_marks_distinguish_published_from_recalled(facts: Tree) -> None:
    marked = [*facts["areas"], *facts["functions"], *facts["roles"]]
    assert {each["mark"] for each in marked} <= MARKS
    recalled = [role["code"] for role in facts["roles"] if role["mark"] == "recalled"]
    codes = [role["code"] for role in facts["roles"]]
    assert recalled == codes[codes.index("D-6") :]


def test_every_party_that_a_role_names_is_there_and_of_the_right_kind(facts: Tree) -> None:
    kind = {party["id"]: party["kind"] for party in facts["parties"]}
    assert len(kind) == len(facts["parties"]) == 20
    for role in facts["roles"]:
        assert kind[role["accountable"]] == "internal", role["code"]
        assert {kind[party] for party in role["inside"]} == {"internal"}, role["code"]
        assert kind[role["outside"]] == "provider", role["code"]
        messages = [*role["consulted"], *role["informed"]]
        assert {kind[party] for party in messages} <= {"internal", "provider"}, role["code"]
        further = [party for parties in role.get("further", {}).values() for party in parties]
        assert doubled([*messages, *further]) == [], role["code"]
        assert {role["accountable"], *role["inside"]}.isdisjoint({*messages, *further}), role[
            "code"
        ]


def test_stand_ins_are_internal_and_ticked_at_first(facts: Tree) -> None:
    by_id = {party["id"]: party for party in facts["parties"]}
    for party in facts["parties"]:
        for other in party.get("stands-in", []):
            assert by_id[other]["kind"] == "internal", party["id"]
            assert by_id[other]["ticked"], party["id"]
    assert [each for each, party in by_id.items() if party["ticked"]] == list(by_id)[:10]


def test_roles_that_a_pattern_shares_are_roles_and_not_all_in_house(facts: Tree) -> None:
    codes = {role["code"] for role in facts["roles"]}
    shared = {each["id"]: each.get("shared", []) for each in facts["patterns"]}
    assert shared["full-insource"] == []
    assert {code for each in shared.values() for code in each} <= codes


def test_only_the_ciso_is_an_executive(facts: Tree) -> None:
    assert [party["id"] for party in facts["parties"] if party.get("executive")] == ["ciso"]


def test_successors_are_services_of_x1060(facts: Tree) -> None:
    for role in facts["roles"]:
        for code in role["successors"]:
            category, number = code.split("-")
            assert 1 <= int(number) <= X1060_COUNTS[category], role["code"]
    without = [role["code"] for role in facts["roles"] if not role["successors"]]
    assert without == ["H-1"]


@pytest.mark.parametrize("kind", ["areas", "functions", "roles", "patterns", "parties"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_everything_has_a_name_of_its_own_in_either_language(
    facts: Tree, kind: str, language: str
) -> None:
    names = [each["name"][language] for each in facts[kind]]
    assert all(name == name.strip() != "" for name in names)
    assert doubled(names) == []
    assert max(map(len, names)) <= 70


@pytest.mark.parametrize("language", LANGUAGES)
def test_short_names_of_functions_fit_a_narrow_place(facts: Tree, language: str) -> None:
    shorts = [each["short"][language] for each in facts["functions"]]
    assert doubled(shorts) == []
    assert all(1 < len(short) <= SHORT_CHARACTERS[language] for short in shorts)


@pytest.mark.parametrize("language", LANGUAGES)
def test_initials_of_parties_are_short_and_distinct(facts: Tree, language: str) -> None:
    initials = [party["initials"][language] for party in facts["parties"]]
    assert doubled([each.casefold() for each in initials]) == []
    assert all(2 <= len(each) <= 5 for each in initials)


def test_every_role_and_function_is_described_in_either_language(facts: Tree, texts: Tree) -> None:
    assert facts["edition"] == texts["edition"] == "v2"
    assert list(texts["roles"]) == [role["code"] for role in facts["roles"]]
    assert list(texts["functions"]) == [each["code"] for each in facts["functions"]]
    for text in [*texts["roles"].values(), *texts["functions"].values()]:
        assert list(text) == list(LANGUAGES)


@pytest.mark.parametrize("kind", ["roles", "functions"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_descriptions_are_whole_sentences_of_bounded_length(
    texts: Tree, kind: str, language: str
) -> None:
    stop = "。" if language == "ja" else "."
    shown = [each[language] for each in texts[kind].values()]
    assert doubled(shown) == []
    for text in shown:
        assert text.endswith(stop), text
        assert LEAST_CHARACTERS < len(text) <= MOST_CHARACTERS[language], text


def test_every_description_hands_on_to_other_roles_of_the_edition(facts: Tree, texts: Tree) -> None:
    choices = {role["code"] for role in facts["roles"]}
    for code, text in texts["roles"].items():
        named = set(CODE.findall(text["ja"]))
        assert named, code
        assert named <= choices - {code}, code
        assert named == set(CODE.findall(text["en"])), code


@pytest.mark.parametrize("name", ["catalogue.yaml", "descriptions.yaml"])
def test_every_scalar_is_clean_text_or_plainly_a_truth(name: str) -> None:
    for value in scalars(loaded(name)):
        if isinstance(value, bool) or value == 1:
            continue
        assert isinstance(value, str), value
        assert not any(unicodedata.category(letter).startswith("C") for letter in value), value
        assert unicodedata.normalize("NFC", value) == value
        assert value == value.strip() != ""


@pytest.mark.parametrize("name", ["catalogue.yaml", "descriptions.yaml"])
def test_the_file_declares_its_texts_as_our_own(name: str) -> None:
    text = (EDITION / name).read_text(encoding="utf-8")
    comment = text[: text.index("\n\n")]
    assert "our own" in comment
    assert "\t" not in text
    assert "\r" not in text


def text_of(name: str) -> str:
    """Return the text of the file `name`."""
    return (EDITION / name).read_text(encoding="utf-8")


def test_the_program_reads_the_same_facts(facts: Tree) -> None:
    catalogue = load_catalogue(text_of("catalogue.yaml"))
    assert (catalogue.edition, len(catalogue.functions), len(catalogue.role_by_id)) == ("v2", 9, 54)
    assert [area.area for area in catalogue.areas] == [Area(each) for each in AREAS]
    assert [(area.column, area.row) for area in catalogue.areas] == [(1, 0), (0, 0), (0, 1), (1, 1)]
    for role, text in zip(catalogue.roles, facts["roles"], strict=True):
        usual = role.usual
        assert usual is not None
        assert (role.code, role.function, role.name.ja, role.name.en) == (
            text["code"],
            text["function"],
            text["name"]["ja"],
            text["name"]["en"],
        )
        assert (role.default_area, role.mark) == (Area(text["area"]), Mark(text["mark"]))
        assert [usual.accountable, list(usual.inside), usual.outside] == [
            text["accountable"],
            text["inside"],
            text["outside"],
        ]
        assert list(usual.consulted) == text["consulted"]
        assert list(usual.informed) == text["informed"]
        further = (usual.further_performing, usual.further_consulted, usual.further_informed)
        keys = ("performing", "consulted", "informed")
        assert list(map(list, further)) == [text.get("further", {}).get(key, []) for key in keys]


def test_the_program_reads_the_same_parties_and_short_names(facts: Tree) -> None:
    catalogue = load_catalogue(text_of("catalogue.yaml"))
    assert [each.short.ja for each in catalogue.functions] == [
        each["short"]["ja"] for each in facts["functions"]
    ]
    for party, text in zip(catalogue.parties, facts["parties"], strict=True):
        assert (party.id, party.kind) == (text["id"], text["kind"])
        assert (party.initials.ja, party.initials.en) == tuple(text["initials"].values())
        assert party.is_executive is bool(text.get("executive"))
        assert party.is_ticked is text["ticked"]
        assert list(party.stands_in) == text.get("stands-in", [])


def test_a_pattern_of_the_program_insources_by_area(facts: Tree) -> None:
    catalogue = load_catalogue(text_of("catalogue.yaml"))
    counts = {
        pattern.id: Counter(pattern.sourcing_of(role) for role in catalogue.roles)
        for pattern in catalogue.patterns
    }
    assert [counts[each["id"]][Sourcing.INSOURCE] for each in facts["patterns"]] == [20, 31, 41, 54]


def test_the_program_reads_a_description_for_every_role(texts: Tree) -> None:
    catalogue = load_catalogue(text_of("catalogue.yaml"))
    descriptions = load_descriptions(text_of("descriptions.yaml"))
    assert set(descriptions.roles) == set(catalogue.role_by_id)
    assert set(descriptions.functions) == set(catalogue.function_by_code)
    text = descriptions.roles[RoleId("v2:C-4")]
    assert (text.ja, text.en) == (texts["roles"]["C-4"]["ja"], texts["roles"]["C-4"]["en"])


def test_a_catalogue_that_lost_a_role_is_refused() -> None:
    text = (EDITION / "catalogue.yaml").read_text("utf-8")
    with pytest.raises(CatalogueError) as caught:
        load_catalogue(text.replace('roles: "54"', 'roles: "55"'))
    assert caught.value.problem.code == "incomplete"
