"""Reading and writing plan files; the one door of this folder for plans."""

from collections.abc import Callable
from typing import NamedTuple

from socplanner.domain.catalogue import Catalogue
from socplanner.domain.plan import Plan
from socplanner.formats.format_error import FormatError
from socplanner.formats.plan_reading import plan_of
from socplanner.formats.reading import BOM, place_of, text_of, tree_of
from socplanner.formats.upgrades import upgraded


class Opened(NamedTuple):
    """A plan and the text it was read from, which `dumps` keeps wherever the plan is the same."""

    plan: Plan
    text: str
    has_mark: bool = False


def loads(data: bytes, catalogue_of: Callable[[str], Catalogue | None]) -> Opened:
    """Return the plan that `data` writes; raise FormatError with line and column."""
    text = text_of(data)
    tree = tree_of(text)
    try:
        plan = plan_of(upgraded(tree), catalogue_of)
    except FormatError as error:
        if error.path is None or error.line is not None:
            raise
        line, column = place_of(text, error.path)
        raise FormatError(error.problem, line, column, error.path) from None
    return Opened(plan, text, data.startswith(BOM.encode()))


def dumps(plan: Plan, opened: Opened | None = None) -> bytes:
    """Return the file of `plan`; what `opened` says already keeps its very bytes."""
    from socplanner.formats.plan_writing import kept, written

    if opened is None:
        return written(plan).encode()
    mark = BOM if opened.has_mark else ""
    return (mark + kept(plan, opened.plan, opened.text)).encode()
