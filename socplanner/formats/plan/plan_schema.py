"""The shape of a plan file, key by key in the order they are written, and its JSON Schema.

`docs/plan-format.md` explains the keys.
"""

from typing import Any

from socplanner.domain.names import (
    LONGEST_NAME,
    NAME_PATTERN,
)
from socplanner.formats.plan.plan_sections import SECTIONS
from socplanner.formats.plan.shapes import (
    AMOUNT_PATTERN,
    BOTH,
    NAME,
    TLP_LABEL,
    Amount,
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

NEWEST = 3

PLAN = Record(
    {
        "format": Choice((str(NEWEST),)),
        "id": Text(N_("Links workbooks to this plan; never changes.")),
        "organisation": NAME,
        "tlp": TLP_LABEL,
        "classification": Text(
            N_("How confidential, in the organisation's own words."),
            f"^$|{NAME_PATTERN}",
            LONGEST_NAME,
        ),
        "catalogue": Text(N_("The edition of the catalogue.")),
        "letter-set": Text(N_("raci, rasci, raci-vs, daci, or a custom set.")),
        **{section.key: section.shape for section in SECTIONS},
    },
    (
        *("format", "id", "organisation", "catalogue", "letter-set"),
        *(section.key for section in SECTIONS if section.is_required),
    ),
)


def json_schema(words: Words) -> dict[str, Any]:
    """Return the JSON Schema of a plan file, so that editors complete, explain and check it."""
    plan = _schema(PLAN, words)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": words.tr("A socplanner plan"),
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
    """Return `schema` with an empty value allowed: the reader ignores a key without a value."""
    about = {"description": schema["description"]} if "description" in schema else {}
    bare = {key: value for key, value in schema.items() if key != "description"}
    if isinstance(bare.get("type"), list):
        return about | bare | {"type": [*bare["type"], "null"]}
    return about | {"anyOf": [bare, {"type": "null"}]}


def _scalar_schema(shape: Scalar) -> dict[str, Any]:
    """Return the schema of a scalar as other YAML readers type it; our reader reads it as text."""
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
        case Amount(most):
            return {
                "type": ["number", "string"],
                "minimum": 0,
                "maximum": most,
                "pattern": f"^{AMOUNT_PATTERN}$",
            }
        case Flag():
            return {"enum": [True, False, "true", "false"]}
        case Choice(choices, _, also):
            numbers = [int(word) for word in choices if word.isdigit()]
            return {"enum": [*choices, *numbers, *also]}
