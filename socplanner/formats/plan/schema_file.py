"""The JSON Schema as a file: its name, its text, and the line by which editors find it."""

import json

from socplanner.formats.plan.plan_schema import json_schema
from socplanner.wording.language import Words

SCHEMA_FILE = "socplan.schema.json"
MODELINE = f"# yaml-language-server: $schema={SCHEMA_FILE}"
"""The first line of a new plan; names the schema beside the plan, so no network is needed."""


def schema_text(words: Words, *, is_ascii: bool = False) -> str:
    """Return the JSON Schema of a plan file, its descriptions in the language of `words`.

    With `is_ascii`, other characters are written as escapes.
    """
    return json.dumps(json_schema(words), indent=2, ensure_ascii=is_ascii)
