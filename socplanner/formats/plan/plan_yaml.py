"""Reading and writing plan files; the one door of this folder for plans."""

from collections.abc import Callable
from typing import NamedTuple

from socplanner.domain.catalogue import Catalogue
from socplanner.domain.plan import Plan
from socplanner.domain.problem import Problem
from socplanner.formats.format_error import FormatError
from socplanner.formats.plan.plan_reading import plan_of
from socplanner.formats.plan.upgrades import upgraded
from socplanner.formats.plan.yaml_reading import BOM, place_of, text_of

CatalogueOf = Callable[[str], Catalogue | None]


class Opened(NamedTuple):
    """A plan and the text it was read from, which `dumps` keeps wherever the plan is the same."""

    plan: Plan
    text: str
    marks: str = ""
    """The byte-order marks that stood before the text."""


def loads(data: bytes, catalogue_of: CatalogueOf) -> Opened:
    """Return the plan that `data` writes; raise FormatError with line and column."""
    return _opened(text_of(data), catalogue_of)


def loads_mended(data: bytes, catalogue_of: CatalogueOf) -> Opened:
    """Return the plan that `data` writes without the characters that no plan may hold.

    The text returned is the mended one; raise FormatError for whatever else is wrong.
    """
    from socplanner.formats.plan.mending import mended

    return _opened(mended(text_of(data)), catalogue_of)


def dumps(plan: Plan, opened: Opened | None = None) -> bytes:
    """Return the file of `plan`; what `opened` says already keeps its very bytes.

    Whatever is written anew is read back before it is returned: a file that does not open is a
    plan lost. Raise FormatError if no way to write the plan can be read back.
    """
    from socplanner.formats.plan.plan_writing import texts_of

    if opened is not None and plan == opened.plan:
        return (opened.marks + opened.text).encode()
    marks = "" if opened is None else opened.marks
    before = None if opened is None else (opened.plan, opened.text)
    for text in texts_of(plan, before):
        data = (marks + text).encode(errors="replace")
        if _writes(data, plan):
            return data
    raise FormatError(Problem("unwritable"))


def reopened(plan: Plan, data: bytes) -> Opened:
    """Return `plan` as opened from `data`, which `dumps` made of it."""
    text = data.decode()
    bare = text.lstrip(BOM)
    return Opened(plan, bare, text[: len(text) - len(bare)])


def _opened(text: str, catalogue_of: CatalogueOf) -> Opened:
    bare = text.lstrip(BOM)
    marks = text[: len(text) - len(bare)]
    try:
        bare, tree = upgraded(bare)
        plan = plan_of(tree, catalogue_of)
    except FormatError as error:
        if error.path is None or error.line is not None:
            raise
        tree = {}  # the place is looked for in the text: both at once would be much
        line, column = place_of(bare, error.path)
        raise FormatError(error.problem, line, column, error.path) from None
    return Opened(plan, bare, marks)


def _writes(data: bytes, plan: Plan) -> bool:
    """Tell whether `data` is a file of `plan`."""
    try:
        return loads(data, lambda _edition: plan.catalogue).plan == plan
    except FormatError:
        return False
