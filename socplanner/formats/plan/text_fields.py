"""Names, lines and longer texts of a plan file, validated so that they can be shown."""

from typing import cast

from socplanner.domain.local_text import LocalText
from socplanner.domain.marking import Tlp
from socplanner.domain.names import LONGEST_TEXT, bad_character, validated_line
from socplanner.domain.problem import EditRejected
from socplanner.formats.format_error import Path, refused
from socplanner.formats.plan.shapes import without_extensions
from socplanner.formats.plan.yaml_reading import Tree


def records_of(tree: Tree) -> list[dict[str, Tree]]:
    """Return the entries of a list that fits its shape, without extensions; [] for no list."""
    return [
        without_extensions(cast("dict[str, Tree]", each)) for each in cast("list[Tree]", tree or [])
    ]


def name_of(tree: Tree, path: Path) -> LocalText:
    """Return a name in both languages; raise FormatError if one is empty, too long or unfit."""
    name = local_of(tree, path)
    for text in {name.ja, name.en}:
        line_of(text, path)
    return name


def local_of(tree: Tree, path: Path) -> LocalText:
    """Return a text in both languages, even an empty one; raise FormatError for a bad character."""
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
    """Return `text` as a name of one line; raise FormatError if it is no valid name."""
    bad = bad_character(text, is_name=True)
    if bad is not None:
        raise refused("bad-character", path, character=bad)
    try:
        return validated_line(text)
    except EditRejected as rejection:
        problem = rejection.problem
        raise refused(problem.code, path, **dict(problem.values)) from None


def long_text_of(text: str, path: Path) -> str:
    """Return `text`; raise FormatError if it is too long or has a character no text may contain."""
    if len(text) > LONGEST_TEXT:
        raise refused("text-too-long", path, length=len(text), longest=LONGEST_TEXT)
    bad = bad_character(text, is_name=False)
    if bad is not None:
        raise refused("bad-character", path, character=bad)
    return text


def tlp_of(text: str) -> Tlp:
    """Return the label of a text that fits `TLP_LABEL`; WHITE of TLP 1.0 is CLEAR now."""
    word = text.lower()
    return Tlp.CLEAR if word == "white" else Tlp(word)
