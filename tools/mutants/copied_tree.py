"""A copy of the repository in a temporary folder, in which tests run against changed modules."""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tools.mutants.changes import Change
from tools.mutants.forked_tests import import_libraries, run_forked

PYTEST = ("-q", "-p", "no:randomly", "-m", "not xdisplay and not office and not packaging")
QUIET = ("-x", "-n0", "--tb=no", "--no-header")
SECONDS_OF_A_TEST = 10
ALL_PASSED, NO_TESTS = 0, 5


@dataclass(frozen=True, slots=True)
class CopiedTree:
    """The copy at `root`."""

    root: Path

    @property
    def build(self) -> Path:
        """Return the folder for what is made here."""
        return self.root / "build" / "mutants"

    def measure(self, arguments: Sequence[str], variables: Mapping[str, str]) -> int:
        """Run pytest with `arguments` in a process of its own; return its exit code."""
        return self._run(arguments, variables, output=None)

    def compile(self, folders: Iterable[str]) -> None:
        """Compile what the tests in `folders` import, once: runs with changes compile nothing."""
        places = (f"tests/{folder}" for folder in folders)
        self._run(["--collect-only", *places], {}, output=subprocess.DEVNULL)

    def has_failing(self, tests: Sequence[str], slow: Sequence[str], limit: float) -> bool:
        """Return whether one of `tests` that is not `slow` fails within `limit` seconds."""
        if not tests:
            return False
        chosen = self.build / "chosen"
        chosen.write_text("\n".join(tests), "utf-8")
        timeout = f"--timeout={SECONDS_OF_A_TEST}"
        without = (f"--deselect={test}" for test in slow)
        arguments = [*PYTEST, *QUIET, timeout, *without, f"@{chosen}"]
        code = run_forked(self.root, arguments, self._variables(), limit)
        return code not in {None, ALL_PASSED, NO_TESTS}

    @contextmanager
    def changed(self, change: Change, source: bytes) -> Iterator[None]:
        """Have `change` in the tree while the context lasts."""
        path = self.root / change.path
        stat = path.stat()
        path.write_bytes(change.applied(source))
        # A compiled module is used again where time and size are the same.
        os.utime(path, ns=(stat.st_atime_ns, stat.st_mtime_ns + 10**10))
        try:
            yield
        finally:
            path.write_bytes(source)
            os.utime(path, ns=(stat.st_atime_ns, stat.st_mtime_ns))

    def _run(
        self, arguments: Sequence[str], variables: Mapping[str, str], *, output: int | None
    ) -> int:
        command = [sys.executable, "-m", "pytest", *PYTEST, *arguments]
        environment = {**os.environ, **self._variables(), **variables}
        return subprocess.run(
            command, cwd=self.root, env=environment, stdout=output, check=False
        ).returncode

    def _variables(self) -> dict[str, str]:
        return {
            "QT_QPA_PLATFORM": "offscreen",
            "PYTHONWARNDEFAULTENCODING": "1",
            "PYTHONPATH": str(self.root),
            "HYPOTHESIS_PROFILE": "mutants",
        }


@contextmanager
def copied_tree(repository: Path) -> Iterator[CopiedTree]:
    """Copy what git knows or would add, and the compiled translations, for as long as needed."""
    listing = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    names = subprocess.run(listing, cwd=repository, check=True, capture_output=True).stdout
    paths = [repository / name for name in names.decode().split("\0") if name]
    paths += repository.glob("resources/**/*.mo")
    import_libraries()
    with tempfile.TemporaryDirectory(prefix="mutants-") as folder:
        tree = CopiedTree(Path(folder))
        for path in filter(Path.is_file, paths):
            place = tree.root / path.relative_to(repository)
            place.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(path, place)
        tree.build.mkdir(parents=True)
        yield tree
