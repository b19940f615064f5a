"""The settings by which git merges plans and shows what differs in them; all can be removed again.

Three places are written: the attributes, which name plans as merged and compared by this program,
the names to ignore, for the marks of open plans, and the configuration with the commands. All are
written by git itself or line by line, so that what else is in them stays.
"""

import contextlib
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
_PACKAGE = "socplanner"


class GitChange(NamedTuple):
    """A place that was written, or is as wanted already, and the lines that it got or lost."""

    place: str
    lines: tuple[str, ...]
    is_changed: bool


def program_command() -> str:
    """Return how this program is started, for the shell of git.

    git starts it in the repository. `-P` keeps Python from importing what lies there, which may be
    from a stranger.
    """
    python = shlex.quote(sys.executable)
    if getattr(sys, "frozen", False):
        return python
    command = f"{python} -P -m {_PACKAGE}"
    if _is_installed():
        return command
    root = Path(__file__).resolve().parents[2]
    return f"PYTHONPATH={shlex.quote(str(root))} {command}"


def _is_installed() -> bool:
    """Return whether Python imports this program wherever it is started."""
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONPATH"}
    done = subprocess.run(  # noqa: S603 this Python, with arguments of this module
        [sys.executable, "-P", "-c", f"import {_PACKAGE}"],
        cwd=Path(sys.executable).parent,
        env=environment,
        capture_output=True,
        check=False,
    )
    return done.returncode == 0


def git_settings(command: str) -> dict[str, str]:
    """Return the settings of git by their names, for the program started by `command`."""
    return {
        "merge.socplanner.name": "socplanner",
        "merge.socplanner.driver": f"{command} merge --git-path=%P -- %O %A %B",
        "diff.socplanner.textconv": f"{command} facts --or-text --",
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
        exclude = _git(folder, "rev-parse", "--git-path", "info/exclude")
        ignored = Path(os.path.normpath(folder / exclude))
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
    if is_removed and text and not result:
        with contextlib.suppress(OSError):
            path.unlink()
    return GitChange(str(path), (wanted,), result != text)


def _repository(folder: Path) -> Path:
    top = _git(folder, "rev-parse", "--show-toplevel", may_fail=True)
    if not top:
        is_bare = _git(folder, "rev-parse", "--is-bare-repository", may_fail=True) == "true"
        code = "bare-repository" if is_bare else "no-repository"
        raise EditRejected(code, folder=str(folder))
    return Path(top)


def _user_file(setting: str, usual: str) -> Path:
    """Return the file that git reads for all repositories of the user: of `setting`, or `usual`."""
    stated = _git(Path.cwd(), "config", "--global", "--type=path", setting, may_fail=True)
    if stated:
        return Path(stated)
    base = os.environ.get("XDG_CONFIG_HOME")
    return (Path(base) if base else Path.home() / ".config") / "git" / usual


def run_git(folder: Path, *arguments: str) -> "subprocess.CompletedProcess[str]":
    """Run git in `folder`; raise EditRejected if it cannot be started."""
    git = shutil.which("git")
    if git is None:
        raise EditRejected("no-git")
    try:
        return subprocess.run(  # noqa: S603 git itself, with arguments of this program
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


def _git(folder: Path, *arguments: str, may_fail: bool = False) -> str:
    """Return the output of git in `folder`; raise EditRejected if it fails."""
    done = run_git(folder, *arguments)
    if done.returncode and not may_fail:
        lines = done.stderr.strip().splitlines()
        reason = lines[-1].removeprefix("error:").removeprefix("fatal:").strip() if lines else "?"
        raise EditRejected("git-failed", reason=reason)
    return "" if done.returncode else done.stdout.strip()
