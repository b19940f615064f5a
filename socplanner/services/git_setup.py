"""The settings by which git merges plans and shows what differs in them; all can be removed again.

Three places are written: the attributes, which name plans as merged and compared by this program,
the names to ignore, for the marks of open plans, and the configuration with the commands. All are
written by git itself or line by line, so that what else is in them stays.
"""

import os
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from socplanner.domain.problem import EditRejected
from socplanner.services import files
from socplanner.services.file_problem import FileProblem
from socplanner.services.plan_files import SUFFIX

ATTRIBUTES = " ".join((f"*{SUFFIX}", "merge=socplanner", "diff=socplanner"))
IGNORED = f".*{SUFFIX}.in-use"
"""The marks of open plans (`use_mark.mark_place`)."""

_LONGEST_WAIT = 30


class GitChange(NamedTuple):
    """A place that was written, or is as wanted already, and the lines that it got or lost."""

    place: str
    lines: tuple[str, ...]
    is_changed: bool


def program_command() -> str:
    """Return how this program is started, for the shell of git."""
    if getattr(sys, "frozen", False):
        return shlex.quote(sys.executable)
    return f"{shlex.quote(sys.executable)} -m socplanner"


def git_settings(command: str) -> dict[str, str]:
    """Return the settings of git by their names, for the program started by `command`."""
    return {
        "merge.socplanner.name": "socplanner",
        "merge.socplanner.driver": f"{command} merge %O %A %B -o %A",
        "diff.socplanner.textconv": f"{command} facts",
    }


def set_git_up(folder: Path, *, is_global: bool, is_removed: bool = False) -> Iterator[GitChange]:
    """Write the attributes and the settings of the repository around `folder`, or of the user.

    With `is_removed`, remove them. Raise EditRejected where there is no git or no repository, and
    FileProblem where a file cannot be written.
    """
    if is_global:
        attributes = _user_file("core.attributesFile", "attributes")
        ignored = _user_file("core.excludesFile", "ignore")
    else:
        attributes = _repository(folder) / ".gitattributes"
        ignored = folder / _git(folder, "rev-parse", "--git-path", "info/exclude")
    yield _write_line(attributes, ATTRIBUTES, is_removed=is_removed)
    yield _write_line(ignored, IGNORED, is_removed=is_removed)
    scope = "--global" if is_global else "--local"
    wanted = git_settings(program_command())
    lines, is_changed = [], False
    for name, value in wanted.items():
        present = _git(folder, "config", scope, "--get", name, may_fail=True)
        if is_removed and present:
            _git(folder, "config", scope, "--unset-all", name)
        elif not is_removed and present != value:
            _git(folder, "config", scope, "--replace-all", name, value)
        is_changed |= bool(present) if is_removed else present != value
        lines.append(f"{name} = {value}")
    yield GitChange(" ".join(("git", "config", scope)), tuple(lines), is_changed)


def _write_line(path: Path, wanted: str, *, is_removed: bool) -> GitChange:
    """Add the line `wanted` to `path`, or remove it; other lines stay as they are."""
    try:
        text = files.read(path).decode(errors="surrogateescape")
    except FileProblem as problem:
        if problem.code != "file-missing":
            raise
        text = ""
    lines = text.splitlines(keepends=True)
    others = [line for line in lines if line.strip() != wanted]
    if is_removed:
        result = "".join(others)
    elif len(others) < len(lines):
        result = text
    else:
        end = "" if not text or text.endswith("\n") else "\n"
        result = f"{text}{end}{wanted}\n"
    if result != text:
        path.parent.mkdir(parents=True, exist_ok=True)
        files.write_atomically(path, result.encode(errors="surrogateescape"))
    return GitChange(str(path), (wanted,), result != text)


def _repository(folder: Path) -> Path:
    top = _git(folder, "rev-parse", "--show-toplevel", may_fail=True)
    if not top:
        raise EditRejected("no-repository", folder=str(folder))
    return Path(top)


def _user_file(setting: str, usual: str) -> Path:
    """Return the file that git reads for all repositories of the user: of `setting`, or `usual`."""
    stated = _git(Path.cwd(), "config", "--global", "--type=path", setting, may_fail=True)
    if stated:
        return Path(stated)
    base = os.environ.get("XDG_CONFIG_HOME")
    return (Path(base) if base else Path.home() / ".config") / "git" / usual


def _git(folder: Path, *arguments: str, may_fail: bool = False) -> str:
    """Return the output of git in `folder`; raise EditRejected if there is no git, or it fails."""
    git = shutil.which("git")
    if git is None:
        raise EditRejected("no-git")
    try:
        done = subprocess.run(  # noqa: S603 git itself, with arguments of this module
            [git, *arguments],
            cwd=folder,
            capture_output=True,
            check=False,
            encoding="utf-8",
            errors="replace",
            timeout=_LONGEST_WAIT,
        )
    except (OSError, subprocess.TimeoutExpired):
        raise EditRejected("no-git") from None
    if done.returncode and not may_fail:
        raise EditRejected("git-failed", reason=done.stderr.strip())
    return "" if done.returncode else done.stdout.strip()
