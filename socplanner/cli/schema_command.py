"""`socplanner schema`: the JSON Schema of a plan file."""

import json

from socplanner.cli.arguments import Request
from socplanner.cli.terminal import Terminal
from socplanner.formats.plan_schema import json_schema
from socplanner.wording.language import Words


def schema(_request: Request, words: Words, terminal: Terminal) -> int:
    """Answer the schema, in characters that the reader of it can take."""
    terminal.answer(
        json.dumps(json_schema(words), indent=2, ensure_ascii=not terminal.speaks_unicode)
    )
    return 0
