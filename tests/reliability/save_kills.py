"""Kills a process while it saves: `python -m tests.reliability.save_kills N`.

One process opens the plan, marks it as open, and saves one edited plan after the other over the
same file, each kept as a version. It is killed at a random moment. The file must then be the plan
that was saved last or the one that was being saved, as a whole; every version can be read; the mark
counts no more; and the next start and the next save leave nothing but the plan and its versions.

The processes are forked from one that has everything imported, so that 1,000 take a few minutes.
"""

import argparse
import os
import signal
import sys
import tempfile
import time
from functools import partial
from itertools import islice
from pathlib import Path
from random import Random
from typing import NamedTuple

from socplanner.domain.history import History
from socplanner.services.document import Document
from socplanner.services.file_problem import FileProblem
from socplanner.services.plan_files import open_plan, save_plan
from socplanner.services.plan_session import PlanSession
from socplanner.services.use_mark import mark_place, mark_use, use_of
from socplanner.services.versions.version_keeping import VersionKeeping
from socplanner.services.versions.version_store import MOST_VERSIONS, VersionStore, keep_version
from tests.reliability.edit_stream import actions
from tests.support.file_faults import names_in
from tests.support.plans import hybrid_plan

NAME = "a.socplan"
LONGEST = 0.25
"""Seconds after which the process is killed at the latest, in which it saves a few times."""

_BEGUN, _DONE, _FAILED = b"+", b"-", b"!"


class SaveKill(NamedTuple):
    """What a kill left: how many saves were done, and which traces of one that was not."""

    saves: int
    is_amid: bool
    is_newer: bool
    temporary: int
    locks: int


def kill_save(folder: Path, seed: int, longest: float = LONGEST) -> SaveKill:
    """Kill a process that saves the plan in `folder`; raise AssertionError if anything is wrong."""
    place, log = folder / "plans" / NAME, folder / "log"
    log.write_bytes(b"")
    child = os.fork()
    if child == 0:
        try:
            _save_on(folder, seed, os.open(log, os.O_WRONLY | os.O_APPEND))
        finally:
            os._exit(1)
    try:
        _wait_for_first(log)
        time.sleep(Random(seed).uniform(0, longest))
    finally:
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
    return _checked(folder, place, seed, log.read_bytes())


def prepared(folder: Path) -> Path:
    """Return `folder` with a plan that can be saved."""
    (folder / "plans").mkdir()
    save_plan(hybrid_plan(), folder / "plans" / NAME)
    return folder


def _save_on(folder: Path, seed: int, log: int) -> None:
    """Save one plan after the other until the process is killed, and log begin and end of each."""
    place = folder / "plans" / NAME
    opened = open_plan(place)
    document = Document(History.of(opened.plan))
    session = PlanSession(document, opened)
    keeping = VersionKeeping(session, VersionStore(folder / "versions"), partial(_log_failure, log))
    mark = mark_use(place, "killed")
    for _, history in actions(opened.plan, seed):
        document.open(history)
        os.write(log, _BEGUN)
        try:
            session.save()
        except FileProblem as problem:
            _log_failure(log, problem)
        os.write(log, _DONE)
    assert keeping
    assert mark


def _log_failure(log: int, _problem: FileProblem) -> None:
    os.write(log, _FAILED)


def _wait_for_first(log: Path) -> None:
    until = time.monotonic() + 30
    while not log.stat().st_size:
        assert time.monotonic() < until, "the process does not begin"
        time.sleep(0.001)


def _checked(folder: Path, place: Path, seed: int, log: bytes) -> SaveKill:
    """Check what is left, and remove it as the next start and the next save do."""
    assert _FAILED not in log, "a save failed"
    begun, done = log.count(_BEGUN), log.count(_DONE)
    start = open_plan(folder / "start.socplan") if (folder / "start.socplan").exists() else None
    before = hybrid_plan() if start is None else start.plan
    plans = [before, *(history.plan for _, history in islice(actions(before, seed), begun))]
    names = names_in(place.parent)
    temporary = sum(name.endswith(".tmp") for name in names)
    assert temporary <= 1, names
    _check_mark(place)
    opened = open_plan(place)
    assert opened.plan in (plans[done], plans[begun]), "the file has a plan that was not saved last"
    assert not any(name.endswith(".tmp") for name in names_in(place.parent))
    _check_versions(folder)
    saved = save_plan(opened.plan, place, opened)
    keep_version(VersionStore(folder / "versions"), saved, is_saved=True)
    assert names_in(place.parent) == [NAME], names_in(place.parent)
    (versions,) = (folder / "versions").iterdir()
    left = [name for name in names_in(versions) if not name.endswith(".version")]
    assert left == [], left
    (folder / "start.socplan").write_bytes(place.read_bytes())
    locks = sum(name.endswith(".lock") for name in names)
    is_newer = begun > done and opened.plan == plans[begun] != plans[done]
    return SaveKill(done, begun > done, is_newer, temporary, locks)


def _check_mark(place: Path) -> None:
    assert mark_place(place).exists(), "the mark was made before the first save"
    assert use_of(place) is None, "the mark of the killed process counts"
    assert not mark_place(place).exists()


def _check_versions(folder: Path) -> None:
    plan_id = hybrid_plan().id
    kept = VersionStore(folder / "versions").versions(plan_id)
    assert not kept.unread, "a version cannot be read"
    assert len(kept.versions) <= MOST_VERSIONS + 1
    for version in kept.versions:
        version.content()


def main() -> int:
    """Kill as often as the arguments state, and print what was left."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("count", type=int)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    kills: list[SaveKill] = []
    wrong = 0
    with tempfile.TemporaryDirectory() as folder:
        place = prepared(Path(folder))
        for seed in range(options.seed, options.seed + options.count):
            try:
                kills.append(kill_save(place, seed))
            except AssertionError as error:
                sys.stdout.write(f"seed {seed}: {error}\n")
                wrong += 1
                break  # what is left is of no use for the next
    sys.stdout.write(
        f"{len(kills) + wrong} kills after {sum(kill.saves for kill in kills)} saves, "
        f"{sum(kill.is_amid for kill in kills)} of them in the middle of one: {wrong} wrong; "
        f"{sum(kill.is_newer for kill in kills)} files already had the newer plan, "
        f"{sum(kill.temporary for kill in kills)} temporary files and "
        f"{sum(kill.locks for kill in kills)} lock files were left and removed\n"
    )
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
