"""The journal follows the open plan: soon after each change, and not where nothing is unsaved."""

import shutil
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from socplanner.domain.catalogue import Area
from socplanner.domain.duty_edits import SetNote
from socplanner.domain.plan import Plan
from socplanner.formats.journal.journal_text import Journal, journal_of
from socplanner.services.document import Document
from socplanner.services.plan_session import PlanSession
from socplanner.services.recovery.journaling import Journaling
from socplanner.services.recovery.unsaved_edits import UnsavedEdits
from tests.formats.journal.test_plan_steps import plan_in
from tests.services.recovery.conftest import A1, B1, NOW, moved
from tests.support.file_faults import names_in


@pytest.fixture
def journaling(document: Document, session: PlanSession, folder: Path) -> Iterator[Journaling]:
    """Return the journal of the open plan."""
    journaling = Journaling(document, session, folder)
    yield journaling
    journaling.end(is_wanted=False)
    assert not folder.exists() or names_in(folder) == []


def kept(folder: Path) -> Journal:
    """Return the one journal in `folder`."""
    (place,) = folder.glob("*.journal")
    return journal_of(place.read_bytes())


def test_an_edit_is_on_disk_within_a_second(
    qtbot: QtBot, journaling: Journaling, document: Document, folder: Path
) -> None:
    document.perform(moved())
    begun = time.monotonic()
    qtbot.waitUntil(lambda: folder.exists() and journaling.is_up_to_date)
    assert time.monotonic() - begun < 1.0
    assert plan_in(kept(folder).parts) == document.plan


def test_continuous_edits_are_written_meanwhile(
    qtbot: QtBot, journaling: Journaling, document: Document, folder: Path
) -> None:
    begun = time.monotonic()
    number = 0
    while time.monotonic() - begun < 1.0:
        number += 1
        document.perform(SetNote(NOW, frozenset({A1}), f"{number}"))
        qtbot.wait(5)
    assert kept(folder).state.edits > 1


def test_a_plan_without_changes_has_no_journal(
    qtbot: QtBot, journaling: Journaling, session: PlanSession, plan: Plan, folder: Path
) -> None:
    session.begin(plan, is_saved=True)
    qtbot.wait(400)
    assert not folder.exists()
    assert journaling.flush()


def test_a_new_plan_is_kept_before_its_first_edit(
    journaling: Journaling, session: PlanSession, plan: Plan, folder: Path
) -> None:
    session.begin(plan)
    assert journaling.flush()
    journal = kept(folder)
    assert (plan_in(journal.parts), journal.state.edits) == (plan, 0)
    assert (journal.origin.path, journal.origin.content) == ("", None)


def test_saving_and_undoing_to_the_saved_plan_remove_the_journal(
    journaling: Journaling, document: Document, session: PlanSession, folder: Path
) -> None:
    document.perform(moved())
    assert journaling.flush()
    document.undo()
    assert journaling.flush()
    assert names_in(folder) == []
    document.redo()
    session.save()
    assert journaling.flush()
    assert names_in(folder) == []
    document.undo()
    assert journaling.flush()
    assert plan_in(kept(folder).parts) == document.plan


def test_after_a_save_the_journal_has_the_saved_content(
    journaling: Journaling, document: Document, session: PlanSession, folder: Path
) -> None:
    document.perform(moved())
    session.save()
    document.perform(moved(B1, Area.III))
    assert journaling.flush()
    assert session.path is not None
    journal = kept(folder)
    assert journal.origin.content == session.path.read_bytes()
    assert journal.state.edits == 1


def test_what_is_typed_is_kept_while_it_is_typed(
    qtbot: QtBot, journaling: Journaling, document: Document, folder: Path
) -> None:
    for text in ("t", "ty", "typed"):
        document.set_pending("note", SetNote(NOW, frozenset({A1}), text))
        qtbot.wait(10)
    qtbot.waitUntil(lambda: folder.exists() and journaling.is_up_to_date)
    document.set_pending("note", SetNote(NOW, frozenset({A1}), "typed on"))
    qtbot.waitUntil(lambda: journaling.is_up_to_date)
    assert "typed on" in kept(folder).parts.text()
    assert document.pending("note") is not None


def test_work_that_is_wanted_stays_at_the_end(
    document: Document, session: PlanSession, folder: Path
) -> None:
    journaling = Journaling(document, session, folder)
    document.perform(moved())
    journaling.end(is_wanted=True)
    assert plan_in(kept(folder).parts) == document.plan


def test_a_failure_is_reported_once_until_it_is_over(
    qtbot: QtBot, journaling: Journaling, document: Document, folder: Path
) -> None:
    problems: list[object] = []
    journaling.failed.connect(problems.append)
    folder.parent.write_text("a file", encoding="utf-8")
    for edit in (moved(A1), moved(B1, Area.III)):
        document.perform(edit)
        assert not journaling.flush()
        qtbot.wait(10)
    assert len(problems) == 1
    folder.parent.unlink()
    document.undo()
    assert journaling.flush()
    qtbot.wait(10)
    shutil.rmtree(folder)
    folder.parent.rmdir()
    folder.parent.write_text("a file", encoding="utf-8")
    document.redo()
    assert not journaling.flush()
    qtbot.wait(10)
    assert len(problems) == 2
    folder.parent.unlink()


def test_the_edits_of_recovered_work_are_counted_until_it_is_saved(
    journaling: Journaling, document: Document, session: PlanSession, folder: Path
) -> None:
    session.recover(moved().apply(document.plan), session.opened)
    journaling.continue_after(UnsavedEdits(7, {"en": ("Earlier",), "ja": ("以前",)}))
    document.perform(moved(B1, Area.III))
    assert journaling.flush()
    state = kept(folder).state
    assert (state.edits, state.names["en"]) == (8, ("Earlier", "Move B-1 to area III"))
    session.save()
    document.perform(moved(A1, Area.III))
    assert journaling.flush()
    assert kept(folder).state.edits == 1
    journaling.continue_after(UnsavedEdits(7, {}))
    session.begin(document.plan)
    assert journaling.flush()
    assert kept(folder).state.edits == 0
