"""The schema as a file: its name beside plans, its text, and the line by which editors find it."""

import json

from socplanner.formats.plan.plan_schema import json_schema
from socplanner.wording.language import Words

SCHEMA_FILE = "socplan.schema.json"
MODELINE = f"# yaml-language-server: $schema={SCHEMA_FILE}"
"""Stands above new plans: the file beside the plan, wherever that is. No address, no network."""


def schema_text(words: Words, *, is_ascii: bool = False) -> str:
    """Return the JSON Schema of a plan file, explained in `words`."""
    return json.dumps(json_schema(words), indent=2, ensure_ascii=is_ascii)
