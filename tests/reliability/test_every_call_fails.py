"""Each call by which the program uses files fails in turn, once and from then on.

For each kind of work the calls are counted once without a fault. Then each of them fails with each
error that it may meet, alone or with all that follow: the old or the new content is whole, one
problem is reported at most, and the next start and the next try are as if nothing had been.
"""

import errno
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from socplanner.services.file_problem import FileProblem
from socplanner.services.versions import version_store
from socplanner.wording import errors
from socplanner.wording.language import Words
from tests.reliability.faulty_saves import FaultyWork
from tests.reliability.faulty_work import WORK, KeepingVersion
from tests.support.file_faults import ERRORS, FOR_EVER, NEVER, failing_calls

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the calls are those of POSIX")


def faults_of(kind: type[FaultyWork], folder: Path, words: Words) -> Iterator[str]:
    """Yield what went wrong with each fault of each call."""
    work = kind(_empty(folder, 0))
    with failing_calls(NEVER) as calls:
        assert work.do() == []
    tried = 0
    for number, name in enumerate(calls):
        for fault in ERRORS[name]:
            for last in (number, FOR_EVER):
                tried += 1
                what = _fault(kind(_empty(folder, tried)), number, fault, last, words)
                if what:
                    yield f"{name} {number} {errno.errorcode[fault]} {last == FOR_EVER}: {what}"
    assert tried > 4, "no call was counted"


def _empty(folder: Path, number: int) -> Path:
    """Return a new folder."""
    place = folder / str(number)
    place.mkdir()
    return place


def _fault(work: FaultyWork, number: int, fault: int, last: int, words: Words) -> str:
    with failing_calls(number, fault, last):
        try:
            problems = work.do()
        except Exception as error:  # noqa: BLE001 whatever is no FileProblem is what is sought
            return f"{type(error).__name__}: {error}"
    if len(problems) > 1:
        return f"{len(problems)} problems"
    for problem in problems:
        if not isinstance(problem, FileProblem) or not errors.message(problem.problem, words):
            return f"no words for {problem}"
    return work.fault(problems) or work.later_fault()


@pytest.mark.parametrize("kind", WORK)
def test_whatever_call_fails_old_or_new_is_whole(
    qapp: object,
    tmp_path: Path,
    words: Words,
    monkeypatch: pytest.MonkeyPatch,
    kind: type[FaultyWork],
) -> None:
    monkeypatch.setattr(version_store, "MOST_VERSIONS", KeepingVersion.most)
    assert list(faults_of(kind, tmp_path, words)) == []
