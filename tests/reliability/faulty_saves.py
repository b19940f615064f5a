"""Opening and saving a plan, as work to be done while a call of the disk fails.

Each kind of work prepares a folder, is done once with faults, and is then checked: whether the old
or the new content is whole, what is reported, what the next start removes, and whether the next try
succeeds. `fault` and `later_fault` return what is wrong, nothing if all is as promised.
"""

from functools import cache
from pathlib import Path
from typing import Protocol

from socplanner.domain.history import History
from socplanner.domain.new_plan import NOW_NAME, NewPlanOptions, new_plan
from socplanner.domain.phase_edits import RenameOrganisation
from socplanner.domain.plan import Plan
from socplanner.formats.plan.plan_yaml import dumps
from socplanner.services.catalogues import shipped
from socplanner.services.document import Document
from socplanner.services.file_problem import FileProblem
from socplanner.services.plan_files import OpenedPlan, open_plan, opened_from
from socplanner.services.plan_session import PlanSession
from socplanner.services.temporary_files import remove_left_over_files
from tests.support.file_faults import names_in

NAME = "a.socplan"


class FaultyWork(Protocol):
    """Work with files in a folder."""

    def __init__(self, folder: Path) -> None:
        """Prepare `folder`, which is empty."""

    def do(self) -> list[FileProblem]:
        """Do the work once, and return the problems that are reported."""

    def fault(self, problems: list[FileProblem]) -> str:
        """Return what is wrong after the work met `problems`."""

    def later_fault(self) -> str:
        """Start and try again on a disk that works; return what is wrong then."""


@cache
def first_plan() -> Plan:
    """Return the plan that is on the disk before."""
    return new_plan(shipped(), "works", NewPlanOptions("Works", "hybrid", NOW_NAME))


@cache
def old_content() -> bytes:
    """Return the content of the first plan's file."""
    return dumps(first_plan())


def opened_at(place: Path) -> OpenedPlan:
    """Return the first plan as opened from `place`."""
    return _opened()._replace(path=place)


@cache
def _opened() -> OpenedPlan:
    return opened_from(Path(NAME), old_content())


@cache
def _edited() -> History:
    return History.of(_opened().plan).perform(RenameOrganisation("Later"))


@cache
def _saved(*, is_new: bool) -> bytes:
    """Return what saving the edited plan writes."""
    return dumps(_edited().plan, None if is_new else _opened().text)


class Saving:
    """Saving over the file of the plan; other kinds of saving change a part of it."""

    is_new = False

    def __init__(self, folder: Path) -> None:
        """Open the plan, and edit it."""
        self.place = folder / NAME
        self.prepare()
        opened = opened_at(self.place)
        self.document = Document(_edited())
        self.plan = self.document.plan
        self.session = PlanSession(self.document, None if self.is_new else opened)

    def prepare(self) -> None:
        """Write what is there before."""
        self.place.write_bytes(old_content())

    def save(self) -> None:
        """Save once; raise FileProblem."""
        self.session.save()

    def do(self) -> list[FileProblem]:
        """Save."""
        try:
            self.save()
        except FileProblem as problem:
            return [problem]
        return []

    def fault(self, problems: list[FileProblem]) -> str:
        """Compare file and window."""
        if self.document.plan is not self.plan:
            return "the plan of the window changed"
        if self.document.is_saved == bool(problems):
            return f"counts as saved: {self.document.is_saved}"
        before = b"" if self.is_new else old_content()
        content = self.place.read_bytes() if self.place.exists() else b""
        expected = before if problems else _saved(is_new=self.is_new)
        return "" if content == expected else f"the file has {content[:40]!r}"

    def later_fault(self) -> str:
        """Save again."""
        remove_left_over_files(self.place.resolve().parent)
        names = names_in(self.place.resolve().parent)
        if any(name.endswith(".tmp") for name in names):
            return f"the next start leaves {names}"
        if self.document.is_saved:
            self.session.save()
        else:
            self.save()
        names = names_in(self.place.resolve().parent)
        if names != [self.place.resolve().name]:
            return f"left are {names}"
        is_same = self.place.read_bytes() == _saved(is_new=self.is_new)
        return "" if is_same else "the next save wrote something else"


class SavingNew(Saving):
    """Saving a plan that has no file yet."""

    is_new = True

    def prepare(self) -> None:
        """Have no file."""

    def save(self) -> None:
        """Save under a new name."""
        self.session.save_as(self.place)


class Overwriting(Saving):
    """Saving over a file that another program changed, on request."""

    def save(self) -> None:
        """Save over whatever is there."""
        self.session.save(may_replace=True)


class SavingThroughLink(Saving):
    """Saving to a file that a link leads to."""

    def prepare(self) -> None:
        """Write the file into a folder of its own."""
        target = self.place.parent / "target" / "b.socplan"
        target.parent.mkdir()
        target.write_bytes(old_content())
        self.place.symlink_to(target)

    def fault(self, problems: list[FileProblem]) -> str:
        """Look at the link too."""
        if not self.place.is_symlink():
            return "the link is gone"
        return super().fault(problems)


class Opening:
    """Opening a plan."""

    def __init__(self, folder: Path) -> None:
        """Write the plan."""
        self.place = folder / NAME
        self.place.write_bytes(old_content())

    def do(self) -> list[FileProblem]:
        """Open it."""
        try:
            assert open_plan(self.place).plan == first_plan()
        except FileProblem as problem:
            return [problem]
        return []

    def fault(self, problems: list[FileProblem]) -> str:
        """Look at the file."""
        return "" if self.place.read_bytes() == old_content() else "the file changed"

    def later_fault(self) -> str:
        """Open it again."""
        return "".join(each.code for each in self.do())
