"""What is mutated, in parts, and which share of its mutants the tests are to notice."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Part:
    """Modules that share a goal: patterns of their paths, those left out, the share in percent."""

    patterns: tuple[str, ...]
    left_out: tuple[str, ...]
    goal: int

    def files(self, root: Path) -> Iterator[str]:
        """Yield the paths of the modules below `root`, sorted; a pattern may match nothing."""
        out = {path for pattern in self.left_out for path in root.glob(pattern)}
        paths = {path for pattern in self.patterns for path in root.glob(pattern)} - out
        return (path.relative_to(root).as_posix() for path in sorted(paths))


PARTS = {
    "domain": Part(("socplanner/domain/**/*.py",), (), goal=95),
    "plan": Part(
        ("socplanner/formats/plan/**/*.py",),
        # Mostly words of the published schema: a test that compares it notices every change.
        ("socplanner/formats/plan/plan_schema.py", "socplanner/formats/plan/*schema.py"),
        goal=90,
    ),
    "files": Part(("socplanner/services/files.py",), (), goal=90),
}
