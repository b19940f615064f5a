"""What a plan file holds, key by key in the order it is written; `docs/plan-format.md` explains."""

from typing import Any

from socplanner.domain.catalogue import PARTY_KINDS, Area, Sourcing
from socplanner.domain.letters import LETTER_FLAGS
from socplanner.domain.limits import MOST_CUSTOM_ROLES, MOST_PARTIES, MOST_PHASES, MOST_WAIVERS
from socplanner.domain.marking import Tlp
from socplanner.domain.names import (
    LINE_PATTERN,
    LONGEST_NAME,
    LONGEST_TEXT,
    NAME_PATTERN,
    TEXT_PATTERN,
)
from socplanner.domain.plan import SCORES
from socplanner.domain.thresholds import THRESHOLDS
from socplanner.formats.plan.shapes import (
    BOTH,
    NAME,
    Choice,
    Flag,
    ListOf,
    LocalName,
    MapOf,
    Number,
    Record,
    Scalar,
    Shape,
    Text,
)
from socplanner.wording.language import N_, Words

NEWEST = 2
MOST_HEADCOUNT = 100_000

AREAS = tuple(area.value for area in Area)
TLPS = tuple(tlp.value for tlp in Tlp)
FLAGS = tuple(flag.replace("_", "-") for flag in LETTER_FLAGS)
SOURCINGS = tuple(sourcing.value for sourcing in Sourcing)

PARTY = Record(
    {
        "id": Text(N_("Lower-case letters, digits, - and _; never changes.")),
        "kind": Choice(PARTY_KINDS),
        "name": LocalName(),
        "initials": LocalName(N_("What stands on a card."), Text("", LINE_PATTERN)),
        "executive": Flag(N_("Decides for the whole organisation.")),
        "parent": Text(N_("The id of the party above.")),
        "headcount": Number(MOST_HEADCOUNT, N_("How many people.")),
    },
    ("id", "kind", "name"),
    N_("Somebody who can hold letters."),
)
LETTER = Record(
    {
        "symbol": Text(N_("One or two letters of any script.")),
        "name": LocalName(),
        "colour": Text(N_("As #CFE2FF.")),
        "flags": ListOf(Choice(FLAGS), N_("What the letter means to the checks.")),
    },
    ("symbol", "name", "colour"),
)
LETTER_SET = Record(
    {
        "id": Text(N_("Lower-case letters, digits, - and _; never changes.")),
        "name": LocalName(),
        "letters": ListOf(LETTER, N_("In the order they are offered.")),
    },
    ("id", "name", "letters"),
)
CUSTOM_ROLE = Record(
    {
        "id": Text(N_("own:, then letters, digits, - _ and dots.")),
        "function": Text(N_("The code of a function of the catalogue.")),
        "name": LocalName(),
        "area": Choice(AREAS),
    },
    ("id", "function", "name"),
    N_("A role the catalogue does not have."),
)
MATURITY = Record(
    {
        key: Choice(SCORES)
        for key in ("inhouse", "inhouse-target", "outsourced", "outsourced-target")
    },
    (),
    N_("How well a role is done; unknown takes away what an earlier phase says."),
)
DUTY = Record(
    {
        "area": Choice(AREAS, N_("none is the bench: not placed.")),
        "sourcing": Choice(SOURCINGS),
        "letters": MapOf(
            Text(N_("Letters joined by /, such as A/R; ? is undecided.")), N_("By party.")
        ),
        "maturity": MATURITY,
        "coverage": Text(N_("The hours covered."), TEXT_PATTERN, LONGEST_TEXT),
        "note": Text("", TEXT_PATTERN, LONGEST_TEXT),
    },
    (),
    N_("What this phase says of one role; what it leaves out is as in the phase before."),
)
WAIVER = Record(
    {
        "reason": NAME,
        "until": Text(N_("The last day it holds, such as 2026-12-31; without it, for good.")),
    },
    ("reason",),
    N_("A finding that is left standing for a reason."),
)
LIMITS = Record(
    {each.id: Number(each.most) for each in THRESHOLDS},
    (),
    N_("The limits that rules measure by, where they are not the usual ones."),
)
PHASE = Record(
    {
        "id": Text(),
        "name": LocalName(),
        "pattern": Text(N_("The sourcing pattern that was applied.")),
        "duties": MapOf(DUTY, N_("By role, such as v2:B-1.")),
    },
    ("id", "name"),
    N_("A point in time; the first is now."),
)
PLAN = Record(
    {
        "format": Choice((str(NEWEST),)),
        "id": Text(N_("Ties workbooks to this plan; never changes.")),
        "organisation": NAME,
        "tlp": Choice(TLPS, N_("The label of the Traffic Light Protocol 2.0.")),
        "classification": Text(
            N_("How confidential, in the organisation's own words."),
            f"^$|{NAME_PATTERN}",
            LONGEST_NAME,
        ),
        "catalogue": Text(N_("The edition of the catalogue.")),
        "letter-set": Text(N_("raci, rasci, raci-vs, daci, or a set of your own.")),
        "letter-sets": ListOf(LETTER_SET, N_("Letter sets of your own.")),
        "parties": ListOf(PARTY, most=MOST_PARTIES),
        "roles": ListOf(CUSTOM_ROLE, most=MOST_CUSTOM_ROLES),
        "phases": ListOf(PHASE, most=MOST_PHASES),
        "limits": LIMITS,
        "waivers": MapOf(
            WAIVER, N_("By rule, phase, and role or party: R04/now/v2:B-1."), MOST_WAIVERS
        ),
    },
    ("format", "id", "organisation", "catalogue", "letter-set", "parties", "phases"),
)


def json_schema(words: Words) -> dict[str, Any]:
    """Return the JSON Schema of a plan file, so that editors complete, explain and check it."""
    plan = _schema(PLAN, words)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": words.tr("A plan of socplanner"),
        **plan,
        "properties": {**plan["properties"], "format": {"enum": [NEWEST, str(NEWEST)]}},
    }


def _schema(shape: Shape, words: Words) -> dict[str, Any]:
    about = {"description": words.tr(shape.about)} if shape.about else {}
    return about | _bare_schema(shape, words)


def _bare_schema(shape: Shape, words: Words) -> dict[str, Any]:
    match shape:
        case ListOf(item, _, most):
            return {"type": "array", "items": _schema(item, words), "maxItems": most}
        case MapOf(value, _, most):
            return {
                "type": "object",
                "patternProperties": {"^x-": True},
                "additionalProperties": _or_empty(_schema(value, words)),
                "maxProperties": most,
            }
        case Record(fields, required):
            properties = {key: _schema(each, words) for key, each in fields.items()}
            return {
                "type": "object",
                "properties": {
                    key: each if key in required else _or_empty(each)
                    for key, each in properties.items()
                },
                "patternProperties": {"^x-": True},
                "required": list(required),
                "additionalProperties": False,
            }
        case LocalName():
            both = Record(dict.fromkeys(BOTH.fields, shape.text), BOTH.required)
            return {"anyOf": [_scalar_schema(shape.text), _bare_schema(both, words)]}
        case _:
            return _scalar_schema(shape)


def _or_empty(schema: dict[str, Any]) -> dict[str, Any]:
    """Return `schema` with an empty value allowed: the reader passes over it."""
    about = {"description": schema["description"]} if "description" in schema else {}
    bare = {key: value for key, value in schema.items() if key != "description"}
    if isinstance(bare.get("type"), list):
        return about | bare | {"type": [*bare["type"], "null"]}
    return about | {"anyOf": [bare, {"type": "null"}]}


def _scalar_schema(shape: Scalar) -> dict[str, Any]:
    """Return the schema of what YAML makes of a scalar, which the reader takes as text."""
    match shape:
        case Text(_, pattern, longest):
            text: dict[str, Any] = {"type": ["string", "number", "boolean"]}
            facets = {"pattern": pattern, "maxLength": longest}
            return text | {key: value for key, value in facets.items() if value}
        case Number(most):
            return {
                "type": ["integer", "string"],
                "minimum": 0,
                "maximum": most,
                "pattern": "^[0-9]{1,9}$",
            }
        case Flag():
            return {"enum": [True, False, "true", "false"]}
        case Choice(choices):
            numbers = [int(word) for word in choices if word.isdigit()]
            return {"enum": [*choices, *numbers]}
