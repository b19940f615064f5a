"""From the command line to an exit code.

0 done, 1 errors in the plan or faults in the settings, 2 refused, 3 something to decide, 130
interrupted.
"""

import sys
from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from socplanner import __version__
from socplanner.cli.arguments import (
    ASSESS,
    CHECK,
    COST,
    COVERAGE,
    DIFF,
    EXPORT,
    FACTS,
    FLOW,
    GIT_SETUP,
    IMPORT,
    LANGUAGE,
    MERGE,
    NEW,
    REVIEW,
    ROADMAP,
    SCHEMA,
    SELF_TEST,
    SETTINGS,
    SHARING,
    STAFFING,
    TENDER,
    WINDOW,
    Command,
    Request,
    RequestRefused,
    request_of,
    requested_language,
)
from socplanner.cli.terminal import Terminal
from socplanner.domain.local_text import Language
from socplanner.domain.problem import EditRejected
from socplanner.services import paths
from socplanner.services.file_problem import FileProblem
from socplanner.services.i18n import system_language, words_for
from socplanner.services.machine_places import machine_settings
from socplanner.wording.language import Words

if TYPE_CHECKING:
    from socplanner.cli.picture_command import DrawPicture

DONE = 0
REFUSED = 2
BROKEN_OFF = 130

OpenWindow = Callable[[list[str]], int]
CommandFunction = Callable[[Request, Words, Terminal], int]


class Runs(NamedTuple):
    """What commands run that needs Qt."""

    open_window: OpenWindow
    draw_picture: "DrawPicture"


def main(arguments: Sequence[str], open_window: OpenWindow, draw_picture: "DrawPicture") -> int:
    """Run the command of `arguments` and return the exit code.

    `open_window` receives the arguments of the window, and returns its exit code; `draw_picture`
    returns the bytes of a picture. Both load Qt, and only when they are called.
    """
    terminal = Terminal(sys.stdout, sys.stderr)
    words = words_for(requested_language(arguments) or _default_language())
    try:
        runs = Runs(open_window, draw_picture)
        return _run(request_of(arguments), runs, words, terminal)
    except KeyboardInterrupt:
        return BROKEN_OFF
    except (RequestRefused, EditRejected, FileProblem, OSError) as refusal:
        from socplanner.cli.refusal_text import refusal_text

        terminal.refuse(refusal_text(refusal, words))
    return REFUSED


def _default_language() -> Language:
    """Return the language of the machine-wide settings, or else of the system."""
    return machine_settings(paths.machine_settings_files()).language or system_language()


def _run(request: Request, runs: Runs, words: Words, terminal: Terminal) -> int:
    if request.wants_self_test:
        return runs.open_window([SELF_TEST])
    if request.wants_help:
        from socplanner.cli.help_text import help_of

        terminal.answer(help_of(request.command, words))
        return DONE
    if request.wants_version:
        terminal.answer(f"socplanner {__version__}")
        return DONE
    if request.command is WINDOW:
        return runs.open_window([*_language_of(request), *request.places])
    return _function_of(request.command, runs.draw_picture)(request, words, terminal)


def _language_of(request: Request) -> list[str]:
    """Return the requested language as an argument of the window, or none."""
    requested = request.options.get(LANGUAGE.name)
    return [] if requested is None else [f"{LANGUAGE.name}={requested}"]


def _function_of(command: Command, draw_picture: "DrawPicture") -> CommandFunction:
    """Return the function of `command`; only its module is imported."""
    if command is NEW:
        from socplanner.cli.new_command import make

        return make
    if command is EXPORT:
        from socplanner.cli.export_command import export

        return partial(export, draw=draw_picture)
    if command is TENDER:
        from socplanner.cli.tender_command import tender

        return partial(tender, draw=draw_picture)
    if command is IMPORT:
        from socplanner.cli.import_command import import_workbooks

        return import_workbooks
    if command is FLOW:
        from socplanner.cli.flow_command import show_flow

        return partial(show_flow, draw=draw_picture)
    return _answering_function_of(command)


def _answering_function_of(command: Command) -> CommandFunction:
    """Return the function of a `command` that shows something; only its module is imported."""
    if command is CHECK:
        from socplanner.cli.check_command import check

        return check
    if command is SETTINGS:
        from socplanner.cli.settings_command import settings

        return settings
    if command is ASSESS:
        from socplanner.cli.assess_command import assess

        return assess
    if command is SCHEMA:
        from socplanner.cli.schema_command import schema

        return schema
    if command is SHARING:
        from socplanner.cli.sharing_command import show_sharing

        return show_sharing
    return _version_function_of(command)


def _version_function_of(command: Command) -> CommandFunction:
    """Return the function of a `command` about versions of a plan."""
    if command is DIFF:
        from socplanner.cli.diff_command import diff

        return diff
    if command is MERGE:
        from socplanner.cli.merge_command import merge

        return merge
    if command is FACTS:
        from socplanner.cli.facts_command import facts

        return facts
    if command is GIT_SETUP:
        from socplanner.cli.git_setup_command import git_setup

        return git_setup
    return _figures_function_of(command)


def _figures_function_of(command: Command) -> CommandFunction:
    """Return the function of a `command` that shows what follows from a plan."""
    if command is COVERAGE:
        from socplanner.cli.coverage_command import coverage

        return coverage
    if command is STAFFING:
        from socplanner.cli.staffing_command import staffing

        return staffing
    if command is COST:
        from socplanner.cli.cost_command import cost

        return cost
    if command is ROADMAP:
        from socplanner.cli.roadmap_command import roadmap

        return roadmap
    if command is REVIEW:
        from socplanner.cli.review_command import show_review

        return show_review
    from socplanner.cli.maturity_command import maturity

    return maturity
