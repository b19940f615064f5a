"""`socplanner git-setup`: lets git merge plans and show what differs in them."""

from collections.abc import Iterator
from pathlib import Path

from socplanner.cli.arguments import Request
from socplanner.cli.terminal import Terminal, joined_lines
from socplanner.cli.version_arguments import GLOBAL, REMOVE
from socplanner.services.git_setup import GitChange, set_git_up
from socplanner.wording.language import Words


def git_setup(request: Request, words: Words, terminal: Terminal) -> int:
    """Write the settings of git and print what was written; raise EditRejected without git."""
    is_removed = REMOVE.name in request.options
    written = tuple(
        set_git_up(Path.cwd(), is_global=GLOBAL.name in request.options, is_removed=is_removed)
    )
    lines = list(_lines(written, words, is_removed=is_removed))
    terminal.confirm(joined_lines(lines), words.tr("git was set up."))
    return 0


def _lines(written: tuple[GitChange, ...], words: Words, *, is_removed: bool) -> Iterator[str]:
    for each in written:
        if not each.is_changed:
            yield words.tr("{place}: nothing to change.", place=each.place)
        elif is_removed:
            yield words.tr("{place}: removed", place=each.place)
        else:
            yield words.tr("{place}: written", place=each.place)
        yield from (f"  {line}" for line in each.lines if each.is_changed)
    if is_removed:
        return
    yield words.tr(
        "git merge, rebase and cherry-pick combine plans now, and git diff shows their facts. A "
        "plan with conflicts opens in the window: choose there, save, and git add it."
    )
