"""The catalogue of messages, held to the code: `python -m tests.support.messages update`.

`update` brings `resources/i18n/*/LC_MESSAGES/socplanner.po` up to what the code says: new messages
come in empty, gone ones leave. `compile` writes the `.mo` files that a source tree is run with.
"""

import ast
import io
import os
import sys
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parents[2]
CODE = ROOT / "socplanner"
I18N = ROOT / "resources" / "i18n"
HEADER = """\
# Japanese for socplanner.
# This file is distributed under the same licence as socplanner.
msgid ""
msgstr ""
"Project-Id-Version: socplanner\\n"
"Language: ja\\n"
"Language-Team: Japanese\\n"
"Plural-Forms: nplurals=1; plural=0;\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"

"""


def po_files() -> Iterator[Path]:
    """Yield the catalogue of each language that is not the one messages are written in."""
    yield from sorted(I18N.glob("*/LC_MESSAGES/socplanner.po"))


def used_messages() -> Catalog:
    """Return every message that stands in the code, without translations."""
    result = Catalog(project="socplanner", version="1", charset="utf-8")
    for path in sorted(CODE.rglob("*.py")):
        for message in messages_in(path.read_text(encoding="utf-8")):
            result.add(message)
    return result


def messages_in(code: str) -> Iterator[str | tuple[str, str]]:
    """Yield each literal message of `tr` and `N_`, and each pair of `count`, that `code` says.

    Babel's own search trips over the methods of text that are called `count` too.
    """
    for node in ast.walk(ast.parse(code)):
        if not isinstance(node, ast.Call):
            continue
        words = [_literal(each) for each in node.args[:2]]
        match _name(node), words:
            case (("tr" | "N_"), [str(message), *_]) if message:
                yield message
            case "count", [str(one), str(many)]:
                yield one, many


def _literal(node: ast.expr) -> str | None:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    return None


def _name(call: ast.Call) -> str:
    function = call.func
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""


def written(po: Path) -> Catalog:
    """Return what is translated in `po`."""
    with po.open("rb") as file:
        return read_po(file, locale=po.parent.parent.name)


def update() -> None:
    """Bring every catalogue up to the code; no translation is guessed."""
    template = used_messages()
    for po in po_files():
        catalogue = written(po)
        catalogue.update(template, no_fuzzy_matching=True, update_header_comment=False)
        catalogue.obsolete.clear()
        save(catalogue, po)


def save(catalogue: Catalog, po: Path) -> None:
    """Write `catalogue` so that one changed message touches its own lines only."""
    text = io.BytesIO(HEADER.encode())
    text.seek(0, io.SEEK_END)
    write_po(text, catalogue, width=0, no_location=True, sort_output=True, omit_header=True)
    po.write_bytes(text.getvalue())


def compile_all() -> None:
    """Compile each catalogue that is newer than its compiled form."""
    for po in po_files():
        mo = po.with_suffix(".mo")
        if not mo.exists() or mo.stat().st_mtime <= po.stat().st_mtime:
            compiled, part = io.BytesIO(), po.with_suffix(f".{os.getpid()}.tmp")
            write_mo(compiled, written(po))
            part.write_bytes(compiled.getvalue())
            part.replace(mo)


def main(argv: list[str]) -> int:
    """Do `update` or `compile`; 2 for anything else."""
    works = {"update": update, "compile": compile_all}
    if len(argv) != 1 or argv[0] not in works:
        return 2
    works[argv[0]]()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
