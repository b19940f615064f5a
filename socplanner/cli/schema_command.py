"""`socplanner schema`: the JSON Schema of a plan file."""

from pathlib import Path

from socplanner.cli.arguments import FORCE, Request, RequestRefused
from socplanner.cli.terminal import Terminal, answer_lost
from socplanner.formats.plan.schema_file import SCHEMA_FILE, schema_text
from socplanner.services.files import write_atomically, write_new
from socplanner.wording.language import N_, Words

_SUFFIX = ".json"


def schema(request: Request, words: Words, terminal: Terminal) -> int:
    """Print the schema, in characters that the terminal can show, or write it to a file."""
    if not request.places:
        terminal.answer(schema_text(words, is_ascii=not terminal.supports_unicode))
        return 0
    target = Path(request.places[0])
    if target.suffix.lower() != _SUFFIX:
        raise RequestRefused(
            N_("{file} does not end in {suffix}: choose a name such as {name}."),
            file=target,
            suffix=_SUFFIX,
            name=SCHEMA_FILE,
        )
    content = f"{schema_text(words)}\n".encode()
    write = write_atomically if FORCE.name in request.options else write_new
    write(target, content)
    text = words.tr("The schema is in {file}.", file=target)
    terminal.confirm(text, answer_lost(target, words))
    return 0
