"""The file that a command writes: its extension, and whether it may be written."""

from collections.abc import Sequence
from pathlib import Path

from socplanner.cli.arguments import FORCE, Request, RequestRefused
from socplanner.services.exporter import write_export
from socplanner.services.file_problem import FileProblem
from socplanner.wording.language import N_


def check_target(source: Path, target: Path, suffixes: Sequence[str]) -> None:
    """Raise RequestRefused if `target` has none of `suffixes`, or is the plan `source` itself."""
    if target.suffix.lower() not in suffixes:
        raise RequestRefused(
            N_(
                "The name {file} does not show the format to write: choose a name that ends in "
                "{suffixes}."
            ),
            file=target,
            suffixes=", ".join(suffixes),
        )
    if target.exists() and target.samefile(source):
        raise RequestRefused(N_("{file} is the plan itself: choose another name."), file=target)


def write_target(request: Request, target: Path, content: bytes) -> None:
    """Write the file; raise RequestRefused if it exists and `request` does not replace it."""
    try:
        write_export(target, content, may_replace=FORCE.name in request.options)
    except FileProblem as problem:
        if problem.code != "file-exists":
            raise
        raise RequestRefused(
            N_("{file} already exists and was kept: choose another name, or add {option}."),
            file=target,
            option=FORCE.name,
        ) from None
