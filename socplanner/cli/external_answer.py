"""The text that `socplanner import` prints about a workbook made elsewhere.

`external_answer_json` renders the same values for programs.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from socplanner.cli.external_arguments import (
    CUSTOM_ROLES,
    LEAVE,
    LETTERS,
    NEW_PARTIES,
    PARTY_IS,
    SIMILAR,
    TASK_IS,
)
from socplanner.cli.external_remedies import answer_options
from socplanner.cli.option import Option
from socplanner.domain.external.full_names import party_names
from socplanner.domain.external.import_edit import ExternalMapping, NewParty, NewRole
from socplanner.domain.external.mapping_policy import MappingPolicy
from socplanner.domain.external.proposal import LetterMatch, Match, Proposal, Suggestion
from socplanner.domain.external.sheet_places import column_letters
from socplanner.domain.external.understood import TaskRow, Understood
from socplanner.domain.ids import PartyId, PhaseId, RoleId
from socplanner.domain.plan import Plan
from socplanner.domain.problem import Problem
from socplanner.wording.external_sheets import left_out_text, note_text, unclear_text
from socplanner.wording.language import Words
from socplanner.wording.terms import listed, party_label, role_label

_INDENT = "  "
MOST_OF_A_KIND = 12
"""How many lines of one kind are printed; further ones are counted."""


class ExternalAnswer(NamedTuple):
    """The values to print; `imported` counts changed cells, None without `--apply`."""

    plan: Plan
    phase: PhaseId
    path: Path
    understood: Understood
    proposal: Proposal
    mapping: ExternalMapping
    allowed: MappingPolicy
    imported: int | None


def external_lines_of(place: str, answer: ExternalAnswer, words: Words) -> Iterator[str]:
    """Yield the lines: what was understood, its matches in the plan, and the open questions."""
    understood = answer.understood
    yield words.tr(
        "{file} was not made by socplanner. It was read as follows:", file=answer.path.name
    )
    if understood.sheet:
        yield _INDENT + _sheet_line(understood, words)
    yield from _section(words.tr("Parties"), _parties(answer, words))
    yield from _section(words.tr("Tasks"), _tasks(answer, words))
    yield from _section(words.tr("Not imported"), _left_out(answer, words))
    yield from _section(words.tr("Notes"), _problem_lines(understood.notes, note_text, words))
    yield from _section(words.tr("Questions"), questions(answer, words))
    if answer.imported is not None:
        yield words.count(
            "{n} cell was changed; the plan is in {file}.",
            "{n} cells were changed; the plan is in {file}.",
            answer.imported,
            file=place,
        )


def _section(name: str, lines: list[str]) -> Iterator[str]:
    if lines:
        yield name
        yield from (_INDENT + line for line in lines)


def _problem_lines(
    problems: Iterable[Problem], message: Callable[[Problem, Words], str], words: Words
) -> list[str]:
    """Return `problems` in words; of many of one kind the first ones and the number of the rest."""
    lines: list[str] = []
    counts = Counter[str]()
    for problem in problems:
        counts[problem.code] += 1
        if counts[problem.code] <= MOST_OF_A_KIND:
            lines.append(message(problem, words))
    more = sum(max(0, number - MOST_OF_A_KIND) for number in counts.values())
    if more:
        lines.append(words.count("… and {n} more like it", "… and {n} more like these", more))
    return lines


def _sheet_line(understood: Understood, words: Words) -> str:
    values = {
        "sheet": understood.sheet,
        "parties": len(understood.parties),
        "tasks": len(understood.tasks),
    }
    if understood.tasks_across or not understood.header_rows:
        return words.tr("Sheet “{sheet}”: {tasks} tasks, {parties} parties", **values)
    return words.tr(
        "Sheet “{sheet}”, header row {row}: {tasks} tasks, {parties} parties",
        row=understood.header_rows[-1],
        **values,
    )


def _parties(answer: ExternalAnswer, words: Words) -> list[str]:
    lines = []
    rows = zip(
        answer.understood.parties, answer.proposal.parties, answer.mapping.parties, strict=True
    )
    for at, (party, match, target) in enumerate(rows):
        meant = words.tr("left out") if at in answer.allowed.parties else ""
        if isinstance(target, NewParty):
            meant = words.tr("a new party")
        elif target is not None:
            meant = party_label(answer.plan, target, words)
        suggestions = [
            _suggestion_text(each, party_label(answer.plan, PartyId(each.id), words), words)
            for each in match.suggestions
        ]
        places = "+".join(_place_label(answer.understood, each) for each in party.places)
        lines.append(f"{places}  {_match_text(match, meant, suggestions, words)}".strip())
    return lines


def _suggestion_text(suggestion: Suggestion, name: str, words: Words) -> str:
    """Return a suggestion by `name`, with how alike the names are."""
    percent = round(suggestion.score * 100)
    return words.tr("{name} ({percent} % alike)", name=name, percent=percent)


def _tasks(answer: ExternalAnswer, words: Words) -> list[str]:
    lines = []
    names = list(party_names(answer.understood))
    rows = zip(answer.understood.tasks, answer.proposal.tasks, answer.mapping.tasks, strict=True)
    for at, (task, match, target) in enumerate(rows):
        meant = words.tr("left out") if at in answer.allowed.tasks else ""
        if isinstance(target, NewRole):
            meant = words.tr("a custom role")
        elif target is not None:
            meant = _role(answer.plan, target, words)
        suggestions = [
            _suggestion_text(each, _role(answer.plan, RoleId(each.id), words), words)
            for each in match.suggestions
        ]
        line = _match_text(match, meant, suggestions, words)
        text = words.tr("{task}: {letters}", task=line, letters=_letters(task, names, words))
        across = answer.understood.tasks_across
        place = column_letters(task.place) if across else str(task.place)
        lines.append(f"{place}  {text}")
    return lines


def _place_label(understood: Understood, place: int) -> str:
    """Return the label of a party's column; of its row, if tasks run across."""
    return str(place) if understood.tasks_across else column_letters(place)


def _role(plan: Plan, role_id: RoleId, words: Words) -> str:
    role = plan.role(role_id)
    return role_id if role is None else role_label(role, words)


def _letters(task: TaskRow, names: list[str], words: Words) -> str:
    """Return the letters of a task, such as `PM A/R, Dev C`, or "no letters"."""
    letters = [
        f"{name} {'/'.join(cell.letters)}"
        for name, cell in zip(names, task.cells, strict=True)
        if cell.letters
    ]
    return listed(letters, words) if letters else words.tr("no letters")


def _match_text(match: Match, meant: str, suggestions: list[str], words: Words) -> str:
    """Return `name → target`, or the likeliest suggestions where there is no target."""
    if not meant and suggestions:
        meant = words.tr("perhaps {suggestions}", suggestions=listed(suggestions[:3], words))
    if not meant:
        meant = words.tr("nothing in the plan")
    return words.tr("{name} → {meant}", name=match.name, meant=meant)


def questions(answer: ExternalAnswer, words: Words) -> list[str]:
    """Return the open questions, each with the options of the command line that answer it."""
    lines = _problem_lines(
        answer.understood.unclear, lambda each, _: _question_line(each, words), words
    )
    if not answer.understood.is_clear:
        return lines
    for each in answer.proposal.letters:
        if not each.is_sure:
            lines.append(_letter_question(each, answer.plan, words))
    for match, option in _undecided_matches(answer):
        lines.append(
            words.tr(
                "Is “{name}” the same as a similar name in the plan? {one} matches it, {none} "
                "leaves it out; {option} matches all similar names.",
                name=match.name,
                one=f'{option.name} "{match.name}={match.suggestions[0].id}"',
                none=f'{LEAVE.name} "{match.name}"',
                option=SIMILAR.name,
            )
        )
    return lines


def _letter_question(match: LetterMatch, plan: Plan, words: Words) -> str:
    """Return the question which letter of the plan is meant, with all options that answer it."""
    letter, target = match.letter, match.to
    text = words.tr("What is “{letter}” in the plan?", letter=letter)
    if target:
        text = words.tr("Is “{letter}” {to} in the plan?", letter=letter, to=target)
    symbols = [each.symbol for each in plan.letter_set.letters]
    options = [
        f'{LETTERS.name} "{letter}={each}"'
        for each in dict.fromkeys([*([target] if target else []), *symbols])
    ]
    options.append(f'{LETTERS.name} "{letter}="')
    return words.tr("{question} Answer: {options}", question=text, options=either(options, words))


def _question_line(unclear: Problem, words: Words) -> str:
    """Return a question, with the options of the command line that answer it."""
    text, options = unclear_text(unclear, words), answer_options(unclear)
    if not options:
        return text
    return words.tr("{question} Answer: {options}", question=text, options=either(options, words))


def either(options: list[str], words: Words) -> str:
    """Return `options`, at least one, joined by "or"."""
    text = options[0]
    for option in options[1:]:
        text = words.tr("{one} or {other}", one=text, other=option)
    return text


def _undecided_matches(answer: ExternalAnswer) -> Iterator[tuple[Match, Option]]:
    """Yield each match with suggestions but no decision, and the option that decides it."""
    mapping, allowed = answer.mapping, answer.allowed
    for matches, targets, decided, option in (
        (answer.proposal.parties, mapping.parties, frozenset(allowed.parties), PARTY_IS),
        (answer.proposal.tasks, mapping.tasks, frozenset(allowed.tasks), TASK_IS),
    ):
        pairs = zip(matches, targets, strict=True)
        for at, (match, target) in enumerate(pairs):
            if target is None and match.suggestions and at not in decided:
                yield match, option


def has_open_names(answer: ExternalAnswer) -> bool:
    """Return whether a party or a task has suggestions but no decision."""
    return next(_undecided_matches(answer), None) is not None


def _left_out(answer: ExternalAnswer, words: Words) -> list[str]:
    """Return what is not imported: parts of the sheet, and names that the plan does not have."""
    lines = _problem_lines(answer.understood.left_out, left_out_text, words)
    parties = zip(answer.proposal.parties, answer.mapping.parties, strict=True)
    decided_parties = answer.allowed.parties
    unknown = sum(
        target is None and not match.suggestions and at not in decided_parties
        for at, (match, target) in enumerate(parties)
    )
    if unknown:
        lines.append(
            words.count(
                "{n} party not in the plan; {option} adds it",
                "{n} parties not in the plan; {option} adds them",
                unknown,
                option=NEW_PARTIES.name,
            )
        )
    tasks = zip(answer.proposal.tasks, answer.mapping.tasks, strict=True)
    decided_tasks = answer.allowed.tasks
    unknown = sum(
        target is None and not match.suggestions and at not in decided_tasks
        for at, (match, target) in enumerate(tasks)
    )
    if unknown:
        lines.append(
            words.count(
                "{n} task that matches no role of the plan; {option} adds it",
                "{n} tasks that match no role of the plan; {option} adds them",
                unknown,
                option=CUSTOM_ROLES.form,
            )
        )
    return lines
