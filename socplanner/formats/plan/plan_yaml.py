"""Reading and writing plan files: the public functions of this package."""

from collections.abc import Callable
from typing import NamedTuple

from socplanner.domain.catalogue import Catalogue
from socplanner.domain.plan import Plan
from socplanner.domain.problem import Problem
from socplanner.formats.format_error import FormatError
from socplanner.formats.plan import yaml_reading
from socplanner.formats.plan.plan_reading import plan_of
from socplanner.formats.plan.upgrades import upgraded

CatalogueOf = Callable[[str], Catalogue | None]


class Opened(NamedTuple):
    """A plan and the text it was read from, which `dumps` keeps wherever the plan is unchanged."""

    plan: Plan
    text: str
    marks: str = ""
    """The byte-order marks before the text."""


def loads(data: bytes, catalogue_of: CatalogueOf) -> Opened:
    """Return the plan in the file `data`; raise FormatError with line and column if it is wrong.

    `catalogue_of` returns the catalogue of an edition, None for an unknown one.
    """
    return _opened(yaml_reading.text_of(data), catalogue_of)


def loads_mended(data: bytes, catalogue_of: CatalogueOf) -> Opened:
    """Return the plan in the file `data` without the characters that no plan may contain.

    The text returned is the repaired one. Raise FormatError for anything else that is wrong.
    """
    from socplanner.formats.plan.mending import mended

    return _opened(mended(yaml_reading.text_of(data)), catalogue_of)


def dumps(plan: Plan, opened: Opened | None = None) -> bytes:
    """Return the bytes of the file of `plan`; values that `opened` has already keep their bytes.

    A changed text is read back before it is returned: a file that does not open is a lost plan.
    Raise FormatError if no text of the plan reads back as the plan.
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
    bare = text.lstrip(yaml_reading.BOM)
    return Opened(plan, bare, text[: len(text) - len(bare)])


def _opened(text: str, catalogue_of: CatalogueOf) -> Opened:
    bare = text.lstrip(yaml_reading.BOM)
    marks = text[: len(text) - len(bare)]
    try:
        text, tree, bare = upgraded(bare)
        plan = plan_of(tree, catalogue_of)
    except FormatError as error:
        if error.path is None or error.line is not None:
            raise
        tree = {}  # free the tree first: it and the events of the text together take much memory
        line, column = yaml_reading.place_of(bare, error.path)
        raise FormatError(error.problem, line, column, error.path) from None
    return Opened(plan, text, marks)


def _writes(data: bytes, plan: Plan) -> bool:
    """Return whether `data` reads back as `plan`."""
    try:
        return loads(data, lambda _edition: plan.catalogue).plan == plan
    except FormatError:
        return False
