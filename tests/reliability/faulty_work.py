"""Journals, versions, settings and marks as work to be done while a call of the disk fails."""

import contextlib
from functools import cache
from pathlib import Path

from socplanner.domain.history import History
from socplanner.domain.phase_edits import RenameOrganisation
from socplanner.domain.plan import Plan
from socplanner.formats.journal.journal_text import UnreadableJournal, journal_of
from socplanner.formats.plan.plan_yaml import loads
from socplanner.services import settings
from socplanner.services.catalogues import catalogue_of
from socplanner.services.file_problem import FileProblem
from socplanner.services.recovery.journal_writer import JournalWriter, Snapshot
from socplanner.services.recovery.leftovers import leftovers_in, release
from socplanner.services.recovery.session_mark import bad_ends
from socplanner.services.settings import Settings
from socplanner.services.use_mark import UseMark, mark_place, mark_use, use_of
from socplanner.services.versions.version_store import VersionStore
from tests.reliability.faulty_saves import (
    NAME,
    FaultyWork,
    Opening,
    Overwriting,
    Saving,
    SavingNew,
    SavingThroughLink,
    first_plan,
    old_content,
    opened_at,
)
from tests.support.file_faults import names_in
from tests.support.journals import left_journal, left_mark


@cache
def _plan_in(text: str) -> Plan:
    return loads(text.encode(), catalogue_of).plan


class Journalling:
    """Appending a state to the journal; other kinds begin it again, or remove it."""

    def __init__(self, folder: Path) -> None:
        """Write a state, and edit the plan again."""
        self.folder = folder
        self.reports: list[FileProblem | None] = []
        self.writer = JournalWriter(folder, self.reports.append, _no_pause)
        self.first = History.of(first_plan()).perform(RenameOrganisation("First"))
        self.second = self.first.perform(RenameOrganisation("Second"))
        self.write(Snapshot(self.first))

    def next_state(self) -> Snapshot | None:
        """Return what is written next."""
        return Snapshot(self.second)

    def write(self, state: Snapshot | None) -> None:
        """Have `state` written."""
        self.writer.submit(state)
        assert self.writer.wait(10)

    def do(self) -> list[FileProblem]:
        """Write the next state."""
        before = len(self.reports)
        self.write(self.next_state())
        assert len(self.reports) > before, "an error ended the thread"
        return [each for each in self.reports[before:] if each is not None]

    def fault(self, problems: list[FileProblem]) -> str:
        """Read the journals as the next start does."""
        plans = self.plans()
        if not plans:
            return "no state is left"
        if any(each not in (self.first.plan, self.second.plan) for each in plans):
            return "a state that never was"
        is_written = plans[-1] == self.second.plan
        return "" if problems or is_written else "reported as written, and is not"

    def plans(self) -> list[Plan]:
        """Return the plans of the journals, the newest last."""
        journals = []
        for place in self.folder.iterdir():
            with contextlib.suppress(UnreadableJournal):  # it has no state, and the next start
                journals.append(journal_of(place.read_bytes()))  # removes it: `later_fault`
        journals.sort(key=lambda journal: journal.state.made_at)
        return [_plan_in(journal.parts.text()) for journal in journals]

    def later_fault(self) -> str:
        """Write again, and then remove the journal; the next start removes one without a state."""
        self.write(self.next_state())
        if self.next_state() is not None:
            self.second = self.second.perform(RenameOrganisation("Third"))
            self.write(self.next_state())
        left = leftovers_in(self.folder)
        for work in left.works:
            release(work)
        if left.unreadable or len(names_in(self.folder)) > 1 or left.works:
            return f"left are {names_in(self.folder)}"
        if self.next_state() is not None and self.plans() != [self.second.plan]:
            return "the next try did not write the state"
        self.write(None)
        names = names_in(self.folder)
        self.writer.end()
        return f"left are {names}" if names else ""


class BeginningJournal(Journalling):
    """Beginning a journal again, since the plan has another file."""

    def next_state(self) -> Snapshot | None:
        """Return a state of another file."""
        return Snapshot(self.second, (), opened_at(self.folder / NAME))


class RemovingJournal(Journalling):
    """Removing the journal, since the plan was saved."""

    def next_state(self) -> Snapshot | None:
        """Return that nothing is to be kept."""
        return None

    def fault(self, problems: list[FileProblem]) -> str:
        """Expect the journal whole, or nothing."""
        return "" if self.plans() in ([], [self.first.plan]) else "part of a journal"


class ListingJournals:
    """Looking for what a killed program left."""

    def __init__(self, folder: Path) -> None:
        """Leave a journal and a mark."""
        history = History.of(first_plan()).perform(RenameOrganisation("Left"))
        self.folder = folder
        self.journal = left_journal(folder, history)
        left_mark(folder)
        self.content = self.journal.read_bytes()

    def do(self) -> list[FileProblem]:
        """List the work; what cannot be read is part of the list."""
        bad_ends(self.folder)
        for work in leftovers_in(self.folder).works:
            release(work)
        return []

    def fault(self, problems: list[FileProblem]) -> str:
        """Look at the journal."""
        return "" if self.journal.read_bytes() == self.content else "the journal changed"

    def later_fault(self) -> str:
        """List it again."""
        (work,) = leftovers_in(self.folder).works
        release(work)
        return "" if len(bad_ends(self.folder)) == 1 else "the mark is gone"


class KeepingVersion:
    """Keeping a version where the oldest has to go."""

    kept: bytes = b"4"
    most = 3
    """What the test sets as the number of versions."""

    def __init__(self, folder: Path) -> None:
        """Keep as many versions as there may be."""
        self.folder = folder
        self.store = VersionStore(folder)
        for number in range(1, self.most + 1):
            self.store.keep("works", b"%d" % number, "a", at=float(number))

    def do(self) -> list[FileProblem]:
        """Keep the next one."""
        try:
            self.store.keep("works", self.kept, "a")
        except FileProblem as problem:
            return [problem]
        return []

    def fault(self, problems: list[FileProblem]) -> str:
        """Compare the versions, of which one too many may be left."""
        before = [b"3", b"2", b"1"]
        rest = [each for each in before if each != self.kept]
        after = [self.kept, *rest][: self.most]
        contents = self.contents()
        allowed = [after, [self.kept, *before]] if not problems else [before, after]
        return "" if contents in allowed else f"kept are {contents}"

    def contents(self) -> list[bytes]:
        """Return what is kept, the newest first."""
        kept = self.store.versions("works")
        assert not kept.unread
        return [each.content() for each in kept.versions]

    def later_fault(self) -> str:
        """Keep it again, and another."""
        for content in (self.kept, b"5", b"5"):
            self.store.keep("works", content, "a")
        rest = [each for each in (b"3", b"2", b"1") if each != self.kept]
        expected = [b"5", self.kept, *rest][: self.most]
        (inner,) = self.folder.iterdir()
        others = [name for name in names_in(inner) if not name.endswith(".version")]
        return "" if self.contents() == expected and not others else f"left are {names_in(inner)}"


class KeepingAgain(KeepingVersion):
    """Keeping content that is an earlier version already."""

    kept = b"1"


class StoringSettings:
    """Changing a setting."""

    def __init__(self, folder: Path) -> None:
        """Store settings."""
        self.place = folder / "settings.json"
        self.before = Settings(language="ja", author="青葉")
        settings.store(self.before, self.place)

    def do(self) -> list[FileProblem]:
        """Change one."""
        try:
            settings.update(self.place, self.before, _with_author)
        except FileProblem as problem:
            return [problem]
        return []

    def fault(self, problems: list[FileProblem]) -> str:
        """Read them."""
        now = settings.load(self.place)
        expected = self.before if problems else _with_author(self.before)
        return "" if now == expected else f"the file has {now.author}"

    def later_fault(self) -> str:
        """Change it again."""
        settings.update(self.place, self.before, _with_author)
        now = settings.update(self.place, self.before, _without_author)
        names = names_in(self.place.parent)
        is_stored = settings.load(self.place) == now
        return "" if is_stored and names == ["settings.json"] else f"left are {names}"


class Marking:
    """Marking a plan as open; with a mark that a crash has left."""

    def __init__(self, folder: Path) -> None:
        """Leave a mark."""
        self.place = folder / NAME
        self.place.write_bytes(old_content())
        self.result: object = None
        first = mark_use(self.place, "crashed")
        assert isinstance(first, UseMark)
        content = mark_place(self.place).read_bytes()
        first.release()
        mark_place(self.place).write_bytes(content)

    def do(self) -> list[FileProblem]:
        """Mark it."""
        self.result = mark_use(self.place, "us")
        return []

    def fault(self, problems: list[FileProblem]) -> str:
        """Expect that the plan opens, with a mark or without."""
        is_free = self.result is None or isinstance(self.result, UseMark)
        return "" if is_free else f"counts as open elsewhere: {self.result}"

    def later_fault(self) -> str:
        """Close it, open it again and close it."""
        if isinstance(self.result, UseMark):
            self.result.release()
        mark = mark_use(self.place, "us")
        if not isinstance(mark, UseMark):
            return "it cannot be marked any more"
        mark.release()
        return "" if names_in(self.place.parent) == [NAME] else "the mark stays"


class Unmarking(Marking):
    """Renewing and removing the mark of this process."""

    def __init__(self, folder: Path) -> None:
        """Mark the plan."""
        super().__init__(folder)
        self.result = mark_use(self.place, "us")

    def do(self) -> list[FileProblem]:
        """Renew the mark, and remove it."""
        assert isinstance(self.result, UseMark)
        self.result.renew()
        self.result.release()
        return []


class ReadingMark:
    """Looking who has a plan open that is open elsewhere."""

    def __init__(self, folder: Path) -> None:
        """Open it elsewhere: a lock is that of an open file, also within one process."""
        self.place = folder / NAME
        self.place.write_bytes(old_content())
        mark = mark_use(self.place, "them")
        assert isinstance(mark, UseMark)
        self.mark = mark
        self.content = mark_place(self.place).read_bytes()

    def do(self) -> list[FileProblem]:
        """Look at the mark; that it cannot be read is no obstacle."""
        use_of(self.place)
        return []

    def fault(self, problems: list[FileProblem]) -> str:
        """Expect the mark as it was."""
        is_there = mark_place(self.place).exists()
        same = is_there and mark_place(self.place).read_bytes() == self.content
        return "" if same else "the mark of the other is gone"

    def later_fault(self) -> str:
        """Look again, then close the plan elsewhere."""
        use = use_of(self.place)
        self.mark.release()
        return "" if use is not None and use.owner == "them" else "the other is not seen"


WORK: tuple[type[FaultyWork], ...] = (
    *(Saving, SavingNew, Overwriting, SavingThroughLink, Opening),
    *(Journalling, BeginningJournal, RemovingJournal, ListingJournals),
    *(KeepingVersion, KeepingAgain, StoringSettings, Marking, Unmarking, ReadingMark),
)


def _no_pause(_seconds: float) -> None:
    """Go on at once."""


def _with_author(before: Settings) -> Settings:
    return before.with_texts({"author": "Later"})


def _without_author(before: Settings) -> Settings:
    return before.with_texts({"author": ""})
