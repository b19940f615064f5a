"""Names, lines and longer texts as a plan file says them, proved fit to be shown."""

from typing import cast

from socplanner.domain.local_text import LocalText
from socplanner.domain.names import LONGEST_TEXT, bad_character, proved_line
from socplanner.domain.problem import EditRejected
from socplanner.formats.format_error import Path, refused
from socplanner.formats.plan.shapes import without_extensions
from socplanner.formats.plan.yaml_reading import Tree


def records_of(tree: Tree) -> list[dict[str, Tree]]:
    """Return a list of checked records, less what is not ours to read."""
    return [
        without_extensions(cast("dict[str, Tree]", each)) for each in cast("list[Tree]", tree or [])
    ]


def name_of(tree: Tree, path: Path) -> LocalText:
    """Return a name in both languages; raise FormatError if it will not do."""
    name = local_of(tree, path)
    for text in {name.ja, name.en}:
        line_of(text, path)
    return name


def local_of(tree: Tree, path: Path) -> LocalText:
    """Return the text in both languages; raise FormatError for a character no name may hold."""
    if isinstance(tree, str):
        name = LocalText.same(tree)
    else:
        both = cast("dict[str, str]", tree)
        name = LocalText(both["ja"], both["en"])
    for text in {name.ja, name.en}:
        bad = bad_character(text, is_name=True)
        if bad is not None:
            raise refused("bad-character", path, character=bad)
    return name


def line_of(text: str, path: Path) -> str:
    """Return `text`; raise FormatError if it will not do as a name."""
    bad = bad_character(text, is_name=True)
    if bad is not None:
        raise refused("bad-character", path, character=bad)
    try:
        return proved_line(text)
    except EditRejected as rejection:
        problem = rejection.problem
        raise refused(problem.code, path, **dict(problem.values)) from None


def long_text_of(text: str, path: Path) -> str:
    """Return `text`; raise FormatError if it is too long or holds a character no text may hold."""
    if len(text) > LONGEST_TEXT:
        raise refused("text-too-long", path, length=len(text), longest=LONGEST_TEXT)
    bad = bad_character(text, is_name=False)
    if bad is not None:
        raise refused("bad-character", path, character=bad)
    return text
