"""What a run left is listed, recovered and removed as stated; files of others are left alone."""

import os
import shutil
import sys
import time
from pathlib import Path

import pytest

from socplanner.domain.history import History
from socplanner.domain.plan import Plan
from socplanner.services.document import Document
from socplanner.services.file_problem import FileProblem
from socplanner.services.plan_files import OpenedPlan, open_plan, save_plan
from socplanner.services.plan_session import PlanSession
from socplanner.services.recovery.leftovers import (
    DAYS_KEPT,
    RecoverableWork,
    has_leftovers,
    keep_damaged,
    leftovers_in,
    release,
    remove,
)
from socplanner.services.recovery.recovering import RecoveredPlan, recovered_plan
from socplanner.services.recovery.shown_work import shown_work
from tests.services.recovery.conftest import B1, moved
from tests.support.file_faults import names_in, problem_of
from tests.support.journals import journal_bytes, left_journal


@pytest.fixture
def history(opened: OpenedPlan) -> History:
    """Return the history of the opened plan with one edit."""
    return History.of(opened.plan).perform(moved())


def only_work(folder: Path) -> RecoverableWork:
    """Return the one work that is left in `folder`."""
    left = leftovers_in(folder)
    assert not left.unreadable
    (work,) = left.works
    return work


def recovered(folder: Path) -> RecoveredPlan:
    """Return the plan of the one work in `folder`."""
    work = only_work(folder)
    release(work)
    return recovered_plan(work)


def test_a_folder_that_is_not_there_has_nothing(folder: Path) -> None:
    assert not has_leftovers(folder)
    assert leftovers_in(folder) == ((), ())


def test_work_is_recovered_with_the_file_as_it_was(
    folder: Path, history: History, opened: OpenedPlan
) -> None:
    place = left_journal(folder, history, opened)
    assert has_leftovers(folder)
    assert not has_leftovers(folder, [place])
    plan, before = recovered(folder)
    assert plan == history.plan
    assert before == opened


def test_work_on_a_plan_without_a_file_is_recovered(folder: Path, history: History) -> None:
    left_journal(folder, history)
    assert recovered(folder) == RecoveredPlan(history.plan, None)


def test_a_commented_file_keeps_its_bytes_when_recovered_work_is_saved(
    folder: Path, opened: OpenedPlan, document: Document
) -> None:
    commented = opened.path.read_bytes().replace(b"organisation:", b"# ours\norganisation:")
    opened.path.write_bytes(commented)
    before = open_plan(opened.path)
    left_journal(folder, History.of(before.plan).perform(moved()), before)
    plan, base = recovered(folder)
    session = PlanSession(document)
    session.recover(plan, base)
    assert not document.is_saved
    session.save()
    assert b"# ours\norganisation:" in opened.path.read_bytes()
    assert open_plan(opened.path).plan == plan


def test_a_file_that_changed_meanwhile_is_not_overwritten(
    folder: Path, history: History, opened: OpenedPlan, document: Document
) -> None:
    left_journal(folder, history, opened)
    theirs = opened.path.read_bytes().replace(b"organisation: ", b"organisation: X")
    opened.path.write_bytes(theirs)
    work = only_work(folder)
    assert shown_work(work).has_changed_file
    release(work)
    session = PlanSession(document)
    session.recover(*recovered_plan(work))
    assert session.is_changed_on_disk()
    assert problem_of(session.save).code == "file-changed"
    assert opened.path.read_bytes() == theirs


def test_a_file_that_is_gone_is_written_again(
    folder: Path, history: History, opened: OpenedPlan, document: Document
) -> None:
    left_journal(folder, history, opened)
    opened.path.unlink()
    session = PlanSession(document)
    session.recover(*recovered(folder))
    session.save()
    assert open_plan(opened.path).plan == history.plan


def test_an_old_format_and_bad_characters_are_read_as_in_a_plan_file(
    folder: Path, history: History, opened: OpenedPlan
) -> None:
    old = Path(__file__).parents[2] / "golden" / "plans" / "format-1.socplan"
    place = opened.path.with_name("old.socplan")
    shutil.copy(old, place)
    before = open_plan(place)
    left_journal(folder, History.of(before.plan, is_saved=False), before)
    assert recovered(folder) == RecoveredPlan(before.plan, before)
    for each in folder.iterdir():
        each.unlink()
    bad = opened.path.read_bytes().replace(b"organisation: ", b'organisation: "\\u202A')
    line = bad.split(b'organisation: "', 1)[1].split(b"\n", 1)[0]
    opened.path.write_bytes(bad.replace(line, line + b'"'))
    mended = open_plan(opened.path, mending=True)
    left_journal(folder, History.of(mended.plan, is_saved=False), mended)
    assert recovered(folder) == RecoveredPlan(mended.plan, mended)


def test_a_damaged_journal_gives_what_is_whole_and_is_kept(
    folder: Path, plan: Plan, history: History
) -> None:
    folder.mkdir(parents=True)
    place = folder / "works-1-1-0.journal"
    data = journal_bytes([plan, history.plan])
    size = len(journal_bytes([plan]))
    place.write_bytes(data[: size + 30] + b"?" + data[size + 31 :])
    work = only_work(folder)
    assert work.journal.is_damaged
    assert shown_work(work).is_damaged
    assert recovered_plan(work).plan == plan
    remove(work)
    assert names_in(folder) == ["damaged"]
    assert (folder / "damaged" / place.name).exists()


def test_damaged_journals_go_after_the_stated_days_except_for_the_last(folder: Path) -> None:
    folder.mkdir(parents=True)
    names = [f"a-1-{number}-0.journal" for number in range(6)]
    for number, name in enumerate(names):
        (folder / name).write_bytes(b"damaged")
        kept = keep_damaged(folder / name)
        before = time.time() - (DAYS_KEPT + 10 - number) * 86_400
        if number != 1:
            os.utime(kept, (before, before))
    leftovers_in(folder)
    assert names_in(folder / "damaged") == [names[1], *names[4:]]


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"SQLite format 3\x00", "other"),
        (b"socplanner-journal 7\nx", "newer"),
        (b"socplanner-journal 1\nx\n", "damaged"),
    ],
)
def test_a_file_that_is_no_journal_is_reported_and_stays(
    folder: Path, data: bytes, reason: str
) -> None:
    folder.mkdir(parents=True)
    place = folder / "a.journal"
    place.write_bytes(data)
    assert leftovers_in(folder) == ((), ((place, reason),))
    assert place.read_bytes() == data


def test_a_journal_without_a_state_is_removed(folder: Path) -> None:
    folder.mkdir(parents=True)
    (folder / "a.journal").write_bytes(b"socplanner-journal 1\n")
    (folder / "b.journal").write_bytes(b"")
    assert leftovers_in(folder) == ((), ())
    assert names_in(folder) == []


def test_a_journal_that_was_cut_off_before_its_first_state_is_kept(
    folder: Path, history: History
) -> None:
    place = left_journal(folder, history)
    place.write_bytes(place.read_bytes()[:-30])
    assert leftovers_in(folder) == ((), ((place, "damaged"),))
    assert names_in(folder) == [place.name]


def test_other_files_and_folders_are_left_alone(folder: Path) -> None:
    (folder / "c.journal").mkdir(parents=True)
    (folder / "a.txt").write_text("x", encoding="utf-8")
    left = leftovers_in(folder)
    assert left.works == ()
    assert [reason for _, reason in left.unreadable] == ["other"]
    assert names_in(folder) == ["a.txt", "c.journal"]


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="root reads everything")
def test_a_journal_that_must_not_be_read_is_reported(folder: Path, history: History) -> None:
    place = left_journal(folder, history)
    place.chmod(0)
    assert leftovers_in(folder).unreadable == ((place, "unreadable"),)


@pytest.mark.skipif(sys.platform == "win32", reason="links and pipes are of POSIX")
def test_a_link_and_a_pipe_are_not_opened(folder: Path, tmp_path: Path) -> None:
    folder.mkdir(parents=True)
    target = tmp_path / "target"
    target.write_bytes(b"")
    (folder / "a.journal").symlink_to(target)
    os.mkfifo(folder / "b.journal")
    reasons = [reason for _, reason in leftovers_in(folder).unreadable]
    assert reasons == ["other", "other"]
    assert target.exists()


def test_two_windows_never_list_the_same_work(folder: Path, history: History) -> None:
    left_journal(folder, history)
    work = only_work(folder)
    assert leftovers_in(folder).works == ()
    release(work)
    work = only_work(folder)
    remove(work)
    assert names_in(folder) == []


def test_the_newest_work_is_first(folder: Path, history: History) -> None:
    left_journal(folder, history)
    second = history.perform(moved(B1))
    left_journal(folder, second)
    works = leftovers_in(folder).works
    moments = [work.journal.state.made_at for work in works]
    assert moments == sorted(moments, reverse=True)
    assert len(moments) == 2
    for work in works:
        release(work)


@pytest.mark.parametrize(
    ("values", "code"),
    [
        ({"catalogue": "v99"}, "unknown-edition"),
        ({"format": "99"}, "newer-format"),
        ({"id": ["x"]}, ""),
        ({"parties": "x"}, ""),
        ({"parties": [["x"]]}, ""),
        ({"organisation": "a\u202eb"}, "bad-character"),
        ({"x\ny": {"z": None}}, ""),
    ],
)
def test_a_state_that_is_no_plan_is_a_problem_with_the_journal(
    folder: Path, plan: Plan, values: dict[str, object], code: str
) -> None:
    folder.mkdir(parents=True)
    (folder / "a-1-1-0.journal").write_bytes(journal_bytes([plan]))
    work = only_work(folder)
    release(work)
    work.journal.parts.add({"values": values})
    with pytest.raises(FileProblem) as caught:
        recovered_plan(work)
    assert caught.value.path == work.place
    if code:
        assert caught.value.code == code


def test_a_base_that_cannot_be_read_means_no_file_to_compare_with(
    folder: Path, plan: Plan, history: History, opened: OpenedPlan
) -> None:
    from socplanner.formats.journal.journal_text import JournalOrigin

    folder.mkdir(parents=True)
    origin = JournalOrigin("1", str(opened.path), b"no plan")
    (folder / "a-1-1-0.journal").write_bytes(journal_bytes([history.plan], origin))
    assert recovered(folder) == RecoveredPlan(history.plan, None)
    save_plan(plan, opened.path, opened)
