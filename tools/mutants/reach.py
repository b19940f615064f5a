"""Which tests run which line: measured once by coverage, and kept in `build/mutants`."""

import hashlib
import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from coverage import CoverageData

from tools.mutants import slow_tests
from tools.mutants.changes import Change
from tools.mutants.copied_tree import CopiedTree
from tools.mutants.reporting import report
from tools.mutants.targets import PARTS

FOLDERS = ("domain", "wording", "formats", "services", "cli")
"""Whose tests may notice. What only a test of the window notices counts as not noticed."""
READING_CODE = "tests/support/code_calls.py"
"""Who imports this looks at the text of the code."""
NEAREST_TESTS = 25
"""So many are tried first: to collect all that run a line costs more than they mostly do."""
MOST_WIDER_TESTS = 40
"""Of the tests that stand beside other packages, the most that are run for one change."""


@dataclass(slots=True)
class Reach:
    """For each line of a module the tests that run it, as `path::name` without parameters."""

    digests: dict[str, str] = field(default_factory=dict)
    tests: dict[str, dict[int, list[str]]] = field(default_factory=dict)
    slow: list[str] = field(default_factory=list)
    """Tests that are left out: they would cost more than they notice."""
    importing: dict[str, list[str]] = field(default_factory=dict)
    """For each module the files of tests that import it by its name."""
    reading_code: list[str] = field(default_factory=list)
    """The files of tests that look for calls in the code instead of making them."""
    _breadths: Counter[str] = field(default_factory=Counter)

    def tests_of(self, change: Change) -> tuple[list[str], list[str], list[str]]:
        """Return the tests that may notice: the nearest, the others beside the module, the rest."""
        module = PurePosixPath(change.path)
        folder = PurePosixPath("tests", *module.parts[1:-1])
        breadth = self._breadth()
        running = self._running(change) - set(self.slow)

        def distance(test: str) -> tuple[bool, int, str]:
            return not test.startswith(f"{folder}/"), breadth[test], test

        beside = [test for test in running if test.startswith(f"tests/{module.parts[1]}/")]
        mirrored = str(folder / f"test_{module.name}")
        first = [mirrored] if mirrored in self.digests else []
        beside.sort(key=distance)
        wider = sorted(running.difference(beside), key=distance)[:MOST_WIDER_TESTS]
        nearest, others = beside[:NEAREST_TESTS], beside[NEAREST_TESTS:]
        return [*first, *nearest], others, [*wider, *self.reading_code]

    def _running(self, change: Change) -> set[str]:
        """Return the tests that run what is changed; where nothing says so, those that may."""
        lines = self.tests.get(change.path, {})
        if change.runs_in_function:
            running = {test for line in change.lines for test in lines.get(line, ())}
            if running:
                return running
        importing = self.importing.get(change.path, [])
        return {*importing, *(test for tests in lines.values() for test in tests)}

    def _breadth(self) -> Counter[str]:
        """Return how many lines each test runs: the narrow ones notice sooner."""
        if not self._breadths:
            for lines in self.tests.values():
                for names in lines.values():
                    self._breadths.update(names)
        return self._breadths


def measured(repository: Path, tree: CopiedTree) -> Reach:
    """Return the reach of the tests; those that changed since the last time are run again."""
    stored_at = repository / "build" / "mutants" / "reach.json"
    reach = _read(stored_at)
    reach.importing = _importing(repository)
    reach.reading_code = reach.importing.get(READING_CODE, [])
    digests = _digests(repository)
    changed = {path for path in digests if digests[path] != reach.digests.get(path)}
    changed |= reach.digests.keys() - digests.keys()
    if not changed:
        tree.compile(FOLDERS)
        return reach
    is_all = any(not PurePosixPath(path).name.startswith("test_") for path in changed)
    if is_all:
        reach = Reach(importing=reach.importing, reading_code=reach.reading_code)
        changed = set(digests)
    files = sorted(path for path in changed & digests.keys() if _is_counted(path))
    _forget(reach, changed)
    if files:
        report(f"Measuring which lines {len(files)} files of tests run ...")
        _add(reach, tree, files)
    reach.digests = digests
    stored_at.parent.mkdir(parents=True, exist_ok=True)
    stored_at.write_text(json.dumps(_stored(reach)), "utf-8")
    return reach


def _add(reach: Reach, tree: CopiedTree, files: Iterable[str]) -> None:
    data = tree.build / "coverage"
    slow = data.with_name("slow")
    coverage = (
        "--cov=socplanner",
        "--cov-context=test",
        "--cov-report=",
        "-p",
        slow_tests.__name__,
    )
    variables = {"COVERAGE_FILE": str(data), slow_tests.VARIABLE: str(slow)}
    code = tree.measure(["-n", "auto", *coverage, *files], variables)
    if code != 0:
        raise SystemExit("The tests do not pass as they are: nothing can be said about changes.")
    if slow.exists():
        reach.slow = sorted({*reach.slow, *slow.read_text("utf-8").splitlines()})
    read = CoverageData(str(data))
    read.read()
    modules = [path for part in PARTS.values() for path in part.files(tree.root)]
    for path in modules:
        lines = reach.tests.setdefault(path, {})
        for line, contexts in read.contexts_by_lineno(str(tree.root / path)).items():
            names = {slow_tests.name_of(context.rpartition("|")[0]) for context in contexts}
            lines[line] = sorted({*lines.get(line, ()), *names} - {""})


def _forget(reach: Reach, files: set[str]) -> None:
    """Remove the tests in `files`."""
    for lines in reach.tests.values():
        for line, names in lines.items():
            lines[line] = [name for name in names if name.partition("::")[0] not in files]
    reach.slow = [name for name in reach.slow if name.partition("::")[0] not in files]


def _read(stored_at: Path) -> Reach:
    if not stored_at.exists():
        return Reach()
    stored = json.loads(stored_at.read_text("utf-8"))
    tests = {
        path: {int(line): names for line, names in lines.items()}
        for path, lines in stored["tests"].items()
    }
    return Reach(stored["digests"], tests, stored["slow"])


def _stored(reach: Reach) -> dict[str, object]:
    return {"digests": reach.digests, "tests": reach.tests, "slow": reach.slow}


def _digests(repository: Path) -> dict[str, str]:
    paths = [*repository.glob("socplanner/**/*.py"), *repository.glob("tests/**/*.py")]
    return {
        path.relative_to(repository).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in paths
    }


def _importing(repository: Path) -> dict[str, list[str]]:
    """Return for each module below the window the files of tests that name it."""
    files = {path: (repository / path).read_text("utf-8") for path in _digests(repository)}
    tests = {path: text for path, text in files.items() if _is_counted(path)}
    return {
        path: [test for test, text in tests.items() if f"from {_dotted(path)} import" in text]
        for path in files
    }


def _dotted(path: str) -> str:
    return path.removesuffix(".py").replace("/", ".")


def _is_counted(path: str) -> bool:
    parts = PurePosixPath(path).parts
    return parts[0] == "tests" and parts[1] in FOLDERS and parts[-1].startswith("test_")
