"""Each save keeps a version, and what was opened before it; a save never fails by that."""

from dataclasses import replace
from pathlib import Path

import pytest

from socplanner.domain.catalogue import Area, Catalogue
from socplanner.domain.duty_edits import MoveRoles
from socplanner.domain.history import History
from socplanner.domain.ids import RoleId
from socplanner.domain.new_plan import NOW, NOW_NAME, NewPlanOptions, new_plan
from socplanner.services.disk_changes import adopt_disk_change
from socplanner.services.document import Document
from socplanner.services.file_problem import FileProblem
from socplanner.services.plan_files import save_plan
from socplanner.services.plan_session import PlanSession
from socplanner.services.versions.version_keeping import VersionKeeping
from socplanner.services.versions.version_store import VersionStore

FIRST = MoveRoles(NOW, frozenset({RoleId("v2:A-1")}), Area.IV)
SECOND = MoveRoles(NOW, frozenset({RoleId("v2:A-2")}), Area.IV)


class Kept:
    """A session whose saves are kept."""

    def __init__(self, catalogue: Catalogue, folder: Path) -> None:
        """Open a plan in `folder`."""
        plan = new_plan(catalogue, "works", NewPlanOptions("Works", "hybrid", NOW_NAME))
        self.place = folder / "a.socplan"
        save_plan(plan, self.place)
        self.document = Document(History.of(plan))
        self.session = PlanSession(self.document)
        self.folder = folder / "versions"
        self.problems: list[FileProblem] = []
        self.store = VersionStore(self.folder)
        self.keeping = VersionKeeping(self.session, self.store, self.problems.append)
        self.session.open(self.place)

    def contents(self) -> list[bytes]:
        """Return what is kept, the newest first."""
        return [each.content() for each in self.store.versions("works").versions]


@pytest.fixture
def kept(qapp: object, catalogue: Catalogue, tmp_path: Path) -> Kept:
    """Return a session whose saves are kept."""
    return Kept(catalogue, tmp_path)


def test_what_was_opened_and_each_save_are_kept(kept: Kept) -> None:
    opened = kept.place.read_bytes()
    assert kept.contents() == []
    kept.document.perform(FIRST)
    kept.session.save()
    first = kept.place.read_bytes()
    kept.document.perform(SECOND)
    kept.session.save()
    kept.session.save()
    assert kept.contents() == [kept.place.read_bytes(), first, opened]


def test_what_was_opened_is_kept_when_another_program_replaces_it(kept: Kept) -> None:
    opened = kept.place.read_bytes()
    save_plan(FIRST.apply(kept.document.plan), kept.place, may_replace=True)
    theirs = kept.place.read_bytes()
    adopt_disk_change(kept.document, kept.session)
    kept.document.perform(SECOND)
    kept.session.save()
    assert kept.contents() == [kept.place.read_bytes(), theirs, opened]


def test_a_return_to_an_earlier_state_is_one_version(kept: Kept) -> None:
    kept.document.perform(FIRST)
    kept.session.save()
    kept.document.undo()
    kept.session.save()
    assert len(kept.contents()) == 2
    assert kept.contents()[0] == kept.place.read_bytes()


def test_what_a_save_replaces_on_request_is_kept(kept: Kept) -> None:
    theirs = replace(kept.document.plan, organisation="Theirs")
    save_plan(theirs, kept.place, may_replace=True)
    data = kept.place.read_bytes()
    kept.document.perform(FIRST)
    kept.session.save(may_replace=True)
    assert data in kept.contents()
    assert kept.contents()[0] == kept.place.read_bytes() != data


def test_what_cannot_be_kept_is_reported_once(kept: Kept) -> None:
    kept.folder.write_bytes(b"")
    for edit in (FIRST, SECOND):
        kept.document.perform(edit)
        kept.session.save()
    assert kept.document.is_saved
    assert len(kept.problems) == 1
