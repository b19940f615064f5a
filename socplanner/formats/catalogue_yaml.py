"""Reading the catalogue that is shipped: its facts, and separately its descriptions."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, NamedTuple, cast

from socplanner.domain.catalogue import (
    PARTY_KINDS,
    Area,
    AreaFacts,
    Catalogue,
    Function,
    Mark,
    PartyKind,
    Pattern,
    Role,
    UsualParties,
    UsualParty,
)
from socplanner.domain.ids import PartyId, RoleId, role_id
from socplanner.domain.local_text import LocalText
from socplanner.domain.problem import CatalogueError
from socplanner.formats.plan.shapes import (
    Choice,
    Flag,
    ListOf,
    LocalName,
    MapOf,
    Number,
    Record,
    Text,
    check,
)
from socplanner.formats.plan.yaml_reading import tree_of

_MARK = Choice(tuple(mark.value for mark in Mark))
_AREA = Choice(tuple(area.value for area in Area if area is not Area.UNPLACED))
_IDS = ListOf(Text())
_COLUMNS = ("left", "right")
_ROWS = ("upper", "lower")
_FACTS: dict[str, Record] = {
    "areas": Record(
        {
            "id": _AREA,
            "name": LocalName(),
            "tendency": LocalName(),
            "inside": Flag(),
            "high-skill": Flag(),
            "column": Choice(_COLUMNS),
            "row": Choice(_ROWS),
            "mark": _MARK,
        },
        ("id", "name", "tendency", "inside", "high-skill", "column", "row", "mark"),
    ),
    "functions": Record(
        {"code": Text(), "name": LocalName(), "short": LocalName(), "mark": _MARK},
        ("code", "name", "short", "mark"),
    ),
    "roles": Record(
        {
            "code": Text(),
            "function": Text(),
            "area": _AREA,
            "mark": _MARK,
            "name": LocalName(),
            "accountable": Text(),
            "inside": _IDS,
            "outside": Text(),
            "consulted": _IDS,
            "informed": _IDS,
            "further": Record({"performing": _IDS, "consulted": _IDS, "informed": _IDS}),
            "successors": _IDS,
        },
        ("code", "function", "area", "mark", "name", "accountable", "inside", "outside"),
    ),
    "patterns": Record(
        {
            "id": Text(),
            "name": LocalName(),
            "about": LocalName(),
            "insourced": ListOf(_AREA),
            "shared": _IDS,
        },
        ("id", "name", "about", "insourced"),
    ),
    "parties": Record(
        {
            "id": Text(),
            "kind": Choice(PARTY_KINDS),
            "executive": Flag(),
            "ticked": Flag(),
            "stands-in": _IDS,
            "name": LocalName(),
            "initials": LocalName(),
        },
        ("id", "kind", "ticked", "name", "initials"),
    ),
}
CATALOGUE = Record(
    {
        "catalogue": Choice(("1",)),
        "edition": Text(),
        "holds": Record({"functions": Number(1000), "roles": Number(1000)}, ("functions", "roles")),
        "name": LocalName(),
        "source": LocalName(),
        **{key: ListOf(record) for key, record in _FACTS.items()},
    },
    ("catalogue", "edition", "holds", "name", "source", *_FACTS),
)
_DESCRIPTIONS = Record(
    {"edition": Text(), "functions": MapOf(LocalName()), "roles": MapOf(LocalName())},
    ("edition", "functions", "roles"),
)


class Descriptions(NamedTuple):
    """What each role and function does, in a sentence or two; functions by their code."""

    roles: Mapping[RoleId, LocalText]
    functions: Mapping[str, LocalText]


def load_catalogue(text: str) -> Catalogue:
    """Return the catalogue in `text`.

    Raise FormatError where the file is wrong, CatalogueError where its facts contradict each other.
    """
    tree = cast("dict[str, Any]", tree_of(text))
    check(tree, CATALOGUE)
    edition = tree["edition"]
    for what, number in tree["holds"].items():
        if len(tree[what]) != int(number):
            raise CatalogueError("incomplete", edition=edition, what=what, number=int(number))
    return Catalogue(
        edition,
        _local(tree["name"]),
        _local(tree["source"]),
        tuple(_area(each) for each in tree["areas"]),
        tuple(_function(each) for each in tree["functions"]),
        tuple(_role(each, edition) for each in tree["roles"]),
        tuple(_pattern(each, edition) for each in tree["patterns"]),
        tuple(_party(each) for each in tree["parties"]),
    )


def load_descriptions(text: str) -> Descriptions:
    """Return the descriptions in `text`; raise FormatError where the file is wrong."""
    tree = cast("dict[str, Any]", tree_of(text))
    check(tree, _DESCRIPTIONS)
    edition = tree["edition"]
    roles = {role_id(edition, code): _local(entry) for code, entry in tree["roles"].items()}
    functions = {code: _local(entry) for code, entry in tree["functions"].items()}
    return Descriptions(MappingProxyType(roles), MappingProxyType(functions))


def _local(tree: Any) -> LocalText:
    return LocalText.same(tree) if isinstance(tree, str) else LocalText(tree["ja"], tree["en"])


def _area(entry: dict[str, Any]) -> AreaFacts:
    return AreaFacts(
        Area(entry["id"]),
        _local(entry["name"]),
        _local(entry["tendency"]),
        entry["inside"] == "true",
        entry["high-skill"] == "true",
        _COLUMNS.index(entry["column"]),
        _ROWS.index(entry["row"]),
        Mark(entry["mark"]),
    )


def _function(entry: dict[str, Any]) -> Function:
    return Function(
        entry["code"], _local(entry["name"]), _local(entry["short"]), Mark(entry["mark"])
    )


def _role(entry: dict[str, Any], edition: str) -> Role:
    further = entry.get("further") or {}
    usual = UsualParties(
        PartyId(entry["accountable"]),
        tuple(entry["inside"]),
        PartyId(entry["outside"]),
        tuple(entry.get("consulted") or ()),
        tuple(entry.get("informed") or ()),
        tuple(further.get("performing") or ()),
        tuple(further.get("consulted") or ()),
        tuple(further.get("informed") or ()),
    )
    return Role(
        role_id(edition, entry["code"]),
        entry["code"],
        entry["function"],
        _local(entry["name"]),
        Area(entry["area"]),
        usual,
        Mark(entry["mark"]),
    )


def _pattern(entry: dict[str, Any], edition: str) -> Pattern:
    return Pattern(
        entry["id"],
        _local(entry["name"]),
        _local(entry["about"]),
        frozenset(Area(area) for area in entry["insourced"]),
        frozenset(role_id(edition, code) for code in entry.get("shared") or ()),
    )


def _party(entry: dict[str, Any]) -> UsualParty:
    return UsualParty(
        PartyId(entry["id"]),
        cast("PartyKind", entry["kind"]),
        _local(entry["name"]),
        _local(entry["initials"]),
        entry.get("executive") == "true",
        entry["ticked"] == "true",
        tuple(entry.get("stands-in") or ()),
    )
