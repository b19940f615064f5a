"""Parsing the command line by the tables below; `help_text` is written from them as well.

argparse has messages in English only, unless gettext's global state is changed for the whole
process, and its import costs a tenth of the time allowed for a check; these commands need little.
"""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from socplanner.cli.assess_arguments import ASSESS_OPTIONS
from socplanner.cli.cost_arguments import COST_OPTIONS
from socplanner.cli.cover_arguments import COVER_OPTIONS
from socplanner.cli.external_arguments import EXTERNAL_OPTIONS
from socplanner.cli.figure_arguments import AT, COVERAGE_PHASE, DETECTED_AT, ROADMAP_PHASE
from socplanner.cli.flow_arguments import FLOW_OPTIONS
from socplanner.cli.maturity_arguments import MATURITY_OPTIONS
from socplanner.cli.option import Option
from socplanner.cli.picture_arguments import PICTURE_OPTIONS
from socplanner.cli.review_arguments import REVIEW_OPTIONS
from socplanner.cli.tender_arguments import TENDER_OPTIONS
from socplanner.cli.version_arguments import (
    DIFF_OPTIONS,
    FACTS_OPTIONS,
    GIT_SETUP_OPTIONS,
    MERGE_OPTIONS,
)
from socplanner.domain.letter_sets import LETTER_SETS
from socplanner.domain.local_text import LANGUAGES, Language
from socplanner.wording.language import N_, Words


class Command(NamedTuple):
    """A command: the files it needs, those that are possible, and its options.

    Where it `repeats`, there may be any number of the last needed file.
    """

    name: str
    about: str
    needed: tuple[str, ...] = ()
    possible: tuple[str, ...] = ()
    options: tuple[Option, ...] = ()
    repeats: bool = False

    def usage(self) -> str:
        """Return the usage in one line."""
        words = ["socplanner", self.name, *self.needed]
        words[-1] += "..." if self.repeats else ""
        words += [f"[{place}]" for place in self.possible]
        words += [f"[{option.form}]" for option in self.options]
        return " ".join(word for word in words if word)


class Request(NamedTuple):
    """A parsed command line: the command, its files, and the values of options by their names.

    The value of a switch is empty. With `--help`, `--version` or `--self-test` the files are not
    checked: that is done instead of the command.
    """

    command: Command
    places: tuple[str, ...] = ()
    options: Mapping[str, str] = MappingProxyType({})
    wants_help: bool = False
    wants_version: bool = False
    wants_self_test: bool = False


class RequestRefused(Exception):
    """A command line that is not valid, or names something that does not exist."""

    def __init__(self, message: str, **values: object) -> None:
        """Store the message, in English, and the values of its gaps."""
        super().__init__(message, values)
        self.message = message
        self.values = values

    def translated(self, words: Words) -> str:
        """Return the message in the language of `words`."""
        return words.tr(self.message, **self.values)


HELP = "--help"
VERSION = "--version"
SELF_TEST = "--self-test"
LANGUAGE = Option("--language", N_("Language; the system language if omitted."), "ja|en", LANGUAGES)
PATTERN = Option(
    "--pattern",
    N_(
        "Pattern of the first phase: minimum-insource, hybrid, minimum-outsource or full-insource; "
        "hybrid if omitted."
    ),
    "ID",
)
TARGET = Option("--target", N_("Pattern of a second phase; only one phase if omitted."), "ID")
ORGANISATION = Option("--organisation", N_("Name of the organisation."), "NAME")
FORMAT = Option("--format", N_("Format of the output."), "text|json", ("text", "json"))
PHASE = Option("--phase", N_("Phase to export; the first if omitted."), "ID")
PARTY = Option(
    "--party",
    N_("Write only the duties of this party (id or name), as an annex; OUT ends in .xlsx."),
    "PARTY",
)
FOR = Option(
    "--for",
    N_("Write the workbook for this party (id or name): its column is marked, the rest grey."),
    "PARTY",
)
FORCE = Option("--force", N_("Replace OUT if it exists."))
IMPORT_PHASE = Option(
    "--phase",
    N_("Phase to import into; the phase the workbook was exported from if omitted."),
    "ID",
)
APPLY = Option("--apply", N_("Apply the changes without conflict or question, and save the plan."))
APPLY_SCORES = Option("--apply", N_("Add the assessment, and save the plan."))
ACCEPT_UNKNOWN = Option(
    "--accept-unknown",
    N_("With --apply: also accept values of workbooks that have lost the record of the export."),
)
KEEP_COMMENTS = Option(
    "--keep-comments", N_("With --apply: add comments on cells to the notes of their roles.")
)
ANSWER = Option(
    "--answer",
    N_("Answer a question about a returned workbook, in the form shown with the question."),
    "QUESTION=ANSWER",
    repeats=True,
)
OTHER_PLAN = Option(
    "--other-plan", N_("Also accept workbooks that were exported from another plan.")
)
LETTER_SET = Option(
    "--letter-set",
    N_("The letter set of the plan; RACI if omitted."),
    "ID",
    tuple(LETTER_SETS),
)

PARTIES_OF_PLAN = Option(
    "--parties",
    N_("The parties of the plan, such as ciso,csirt,it,mss; the ten standard ones if omitted."),
    "LIST",
)

WINDOW = Command(
    "",
    N_("Open PLAN in the window, or the plan used last."),
    possible=("PLAN",),
    options=(LANGUAGE,),
)
NEW = Command(
    "new",
    N_("Create a complete plan. An existing file is never replaced."),
    ("PLAN",),
    options=(PATTERN, TARGET, ORGANISATION, LETTER_SET, PARTIES_OF_PLAN, LANGUAGE),
)
CHECK = Command(
    "check",
    N_("Check a plan. Exit code 0: no errors; 1: errors; 2: the plan cannot be read."),
    ("PLAN",),
    options=(FORMAT, LANGUAGE),
)
COVERAGE = Command(
    "coverage",
    N_("Show how each role is covered at one moment of the week. The plan is not changed."),
    ("PLAN",),
    options=(COVERAGE_PHASE, AT, FORMAT, LANGUAGE),
)
STAFFING = Command(
    "staffing",
    N_("Show how many people each party needs and has in a phase. The plan is not changed."),
    ("PLAN",),
    options=(COVERAGE_PHASE, FORMAT, LANGUAGE),
)
COST = Command(
    "cost",
    N_("Show what each party costs in a phase, and the phases side by side."),
    ("PLAN",),
    options=(*COST_OPTIONS, FORMAT, LANGUAGE),
)
MATURITY = Command(
    "maturity",
    N_("Show scores, aims and gaps of the roles, and what is not answered yet."),
    ("PLAN",),
    options=(*MATURITY_OPTIONS, FORMAT, LANGUAGE),
)
ROADMAP = Command(
    "roadmap",
    N_("Show what changes between phases, and who does it when. The plan is not changed."),
    ("PLAN",),
    options=(ROADMAP_PHASE, FORMAT, LANGUAGE),
)
FLOW = Command(
    "flow",
    N_("Show a business flow by the matrix, and whether it works at an hour."),
    ("PLAN",),
    options=(*FLOW_OPTIONS, COVERAGE_PHASE, LANGUAGE),
)
SHARING = Command(
    "sharing",
    N_("Show who shares what with whom in a phase, and reporting duties. Nothing is changed."),
    ("PLAN",),
    options=(COVERAGE_PHASE, DETECTED_AT, FORMAT, LANGUAGE),
)
REVIEW = Command(
    "review",
    N_("Show which of the ten keys and of known failures a phase meets. The plan is not changed."),
    ("PLAN",),
    options=(*REVIEW_OPTIONS, FORMAT, LANGUAGE),
)
TENDER = Command(
    "tender",
    N_(
        "Show the tender of a provider, or compare the bids for it; to OUT, which ends in .xlsx "
        "or .pdf, if given. An existing file is kept."
    ),
    ("PLAN",),
    ("OUT",),
    options=(*TENDER_OPTIONS, FORMAT, LANGUAGE, FORCE),
)
EXPORT = Command(
    "export",
    N_(
        "Write the responsibility matrix as an Excel workbook, or as a table if OUT ends in .csv "
        "or .md; or a picture of the board or the matrix if it ends in .pdf, .svg or .png. An "
        "existing file is kept."
    ),
    ("PLAN", "OUT"),
    options=(
        PHASE,
        PARTY,
        FOR,
        *COVER_OPTIONS,
        *PICTURE_OPTIONS,
        LANGUAGE,
        FORCE,
    ),
)
IMPORT = Command(
    "import",
    N_(
        "Show what returned workbooks would change in a plan. Exit code 0: ready to apply; 3: "
        "something is left for a person to decide; 2: refused."
    ),
    ("PLAN", "FILE.xlsx"),
    options=(
        IMPORT_PHASE,
        FORMAT,
        APPLY,
        ACCEPT_UNKNOWN,
        KEEP_COMMENTS,
        ANSWER,
        OTHER_PLAN,
        *EXTERNAL_OPTIONS,
        LANGUAGE,
    ),
    repeats=True,
)
ASSESS = Command(
    "assess",
    N_(
        "Show the scores of a filled self-check sheet, and add them to a plan as an assessment. "
        "Exit code 0: ready to apply; 3: something was not read; 2: refused."
    ),
    ("PLAN", "FILE.xlsx"),
    options=(*ASSESS_OPTIONS, FORMAT, APPLY_SCORES, LANGUAGE),
)
DIFF = Command(
    "diff",
    N_(
        "Show what differs between two versions of a plan. Exit code 0: nothing; 1: something; 2: "
        "a plan cannot be read."
    ),
    ("OLD", "NEW"),
    options=(*DIFF_OPTIONS, LANGUAGE),
)
MERGE = Command(
    "merge",
    N_(
        "Combine two versions of a plan that both began with BASE, which is - if there is none. "
        "Exit code 0: all combined; 1: conflicts wait for a choice in the window; 2: refused."
    ),
    ("BASE", "OURS", "THEIRS"),
    options=(*MERGE_OPTIONS, FORCE, LANGUAGE),
)
FACTS = Command(
    "facts",
    N_("Print a plan as one line for each fact, for tools that compare texts, such as git diff."),
    ("PLAN",),
    options=(*FACTS_OPTIONS, LANGUAGE),
)
GIT_SETUP = Command(
    "git-setup",
    N_("Let git merge plans and show what differs in them, in the repository around this folder."),
    options=(*GIT_SETUP_OPTIONS, LANGUAGE),
)
SCHEMA = Command(
    "schema",
    N_(
        "Write the JSON Schema of a plan file, for editors; to OUT, which ends in .json, if given. "
        "An existing file is kept."
    ),
    possible=("OUT",),
    options=(LANGUAGE, FORCE),
)
SETTINGS = Command(
    "settings",
    N_(
        "Show the settings of this machine, what is locked, and where files are stored; or check "
        "a machine-wide settings FILE. Exit code 1: something in it is not valid."
    ),
    possible=("FILE",),
    options=(LANGUAGE,),
)
COMMANDS = (
    *(NEW, CHECK, COVERAGE, STAFFING, COST, MATURITY, ROADMAP, FLOW, SHARING, REVIEW),
    *(EXPORT, TENDER, IMPORT, ASSESS, DIFF, MERGE, FACTS, GIT_SETUP, SCHEMA, SETTINGS),
)

_BY_NAME = {command.name: command for command in COMMANDS}
_SWITCHES = {"-h": HELP, HELP: HELP, VERSION: VERSION, SELF_TEST: SELF_TEST}


def request_of(arguments: Sequence[str]) -> Request:
    """Return `arguments` as a request; raise RequestRefused if they are not valid."""
    command = _BY_NAME.get(arguments[0], WINDOW) if arguments else WINDOW
    rest = list(arguments if command is WINDOW else arguments[1:])
    places: list[str] = []
    options: dict[str, str] = {}
    switches: set[str] = set()
    while rest:
        word = rest.pop(0)
        if word == "--":
            places += rest
            break
        if word in _SWITCHES:
            switches.add(_SWITCHES[word])
        elif word.startswith("-") and word != "-":
            option, value = _option(command, word, rest)
            if option.repeats and option.name in options:
                value = f"{options[option.name]}\n{value}"
            options[option.name] = value
        else:
            places.append(word)
    request = Request(
        command,
        tuple(places),
        options,
        wants_help=HELP in switches,
        wants_version=VERSION in switches,
        wants_self_test=SELF_TEST in switches,
    )
    if not switches:
        _check_places(request)
    return request


def refused_choice(option: str, value: str, choices: Sequence[str]) -> RequestRefused:
    """Return the error for a `value` of `option` that is not among `choices`."""
    return RequestRefused(
        N_("“{option}” cannot be “{value}”: choose one of {choices}."),
        option=option,
        value=value,
        choices=", ".join(choices),
    )


def requested_language(arguments: Sequence[str]) -> Language | None:
    """Return the language that `arguments` name, or None; other arguments need not be valid."""
    requested: Language | None = None
    for before, word in zip(("", *arguments), arguments, strict=False):
        for language in LANGUAGES:
            joined = f"{LANGUAGE.name}={language}"
            if word == joined or (before, word) == (LANGUAGE.name, language):
                requested = language
    return requested


def _option(command: Command, word: str, rest: list[str]) -> tuple[Option, str]:
    """Return the option of `word` and its value, removed from `rest` unless `word` has it."""
    name, equals, value = word.partition("=")
    option = next((each for each in command.options if each.name == name), None)
    if option is None:
        raise _unknown(command, name)
    if not option.value:
        if equals:
            raise RequestRefused(N_("“{option}” takes no value."), option=name)
        return option, ""
    if not equals:
        if not rest or rest[0].startswith("--"):
            raise RequestRefused(
                N_("“{option}” needs a value: {form}"), option=name, form=option.form
            )
        value = rest.pop(0)
    if option.choices and value not in option.choices:
        raise refused_choice(name, value, option.choices)
    return option, value


def _unknown(command: Command, name: str) -> RequestRefused:
    words = [HELP, *([VERSION] if command is WINDOW else [])]
    words += [option.name for option in command.options]
    near = _nearest(name, words)
    if near is not None:
        return RequestRefused(
            N_("There is no option “{option}”; did you mean “{nearest}”?"),
            option=name,
            nearest=near,
        )
    return RequestRefused(
        N_("There is no option “{option}” here. Usage: {usage}"),
        option=name,
        usage=command.usage(),
    )


def _check_places(request: Request) -> None:
    """Raise RequestRefused if there are too few or too many files."""
    command, values = request.command, request.places
    if len(values) < len(command.needed):
        raise RequestRefused(
            N_("{place} is missing. Usage: {usage}"),
            place=command.needed[len(values)],
            usage=command.usage(),
        )
    words = len(command.needed) + len(command.possible)
    if len(values) <= words or command.repeats:
        return
    near = _nearest(values[0], list(_BY_NAME)) if command is WINDOW else None
    if near is not None:
        raise RequestRefused(
            N_("There is no command “{word}”; did you mean “{nearest}”?"),
            word=values[0],
            nearest=near,
        )
    raise RequestRefused(
        N_("Unexpected argument “{word}”. Usage: {usage}"),
        word=values[words],
        usage=command.usage(),
    )


def _nearest(word: str, words: Sequence[str]) -> str | None:
    """Return the closest of `words`, or None; difflib is imported only for an error."""
    from difflib import get_close_matches

    return next(iter(get_close_matches(word, words, 1)), None)
