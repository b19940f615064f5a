"""The mark of the open plan follows its file, and is made once another window is closed."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from socplanner.domain.history import History
from socplanner.services.document import Document
from socplanner.services.plan_files import open_plan, save_plan
from socplanner.services.plan_session import PlanSession
from socplanner.services.use_mark import UseMark, mark_place, mark_use
from socplanner.services.use_marks import UseMarks
from tests.support.plans import hybrid_plan


@pytest.fixture
def session(qapp: object, tmp_path: Path) -> PlanSession:
    """Return a session with the plan in `a.socplan`."""
    save_plan(hybrid_plan(), tmp_path / "a.socplan")
    opened = open_plan(tmp_path / "a.socplan")
    return PlanSession(Document(History.of(opened.plan)), opened)


def place_of(session: PlanSession) -> Path:
    """Return the place of the mark of the open plan."""
    assert session.path is not None
    return mark_place(session.path)


def test_the_mark_follows_the_file(session: PlanSession, tmp_path: Path) -> None:
    marks = UseMarks(session, "us")
    first = place_of(session)
    assert first.exists()
    session.save_as(tmp_path / "b.socplan")
    assert place_of(session).exists()
    assert not first.exists()
    session.make_read_only()
    assert not place_of(session).exists()
    marks.end()


def test_the_mark_is_made_once_the_other_window_is_closed(
    qtbot: QtBot, session: PlanSession
) -> None:
    assert session.path is not None
    theirs = mark_use(session.path, "them")
    assert isinstance(theirs, UseMark)
    marks = UseMarks(session, "us")
    assert marks.first_use is not None
    marks.renew()
    qtbot.wait(100)
    assert b"them" in place_of(session).read_bytes()
    theirs.release()
    marks.renew()
    qtbot.waitUntil(lambda: place_of(session).exists())
    qtbot.waitUntil(lambda: b"us" in place_of(session).read_bytes())
    qtbot.wait(50)
    marks.end()
    assert not place_of(session).exists()


def test_a_mark_that_was_made_too_late_is_removed(
    qtbot: QtBot, session: PlanSession, tmp_path: Path
) -> None:
    assert session.path is not None
    theirs = mark_use(session.path, "them")
    assert isinstance(theirs, UseMark)
    marks, first = UseMarks(session, "us"), place_of(session)
    theirs.release()
    marks.renew()
    assert marks._thread.wait(10)
    session.save_as(tmp_path / "b.socplan")
    qtbot.waitUntil(lambda: not first.exists())
    assert place_of(session).exists()
    marks.end()
