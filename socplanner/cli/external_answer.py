"""What `socplanner import` answers of a workbook of others: lines of text, or JSON."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from socplanner.cli.arguments import (
    CUSTOM_ROLES,
    LEAVE,
    LETTERS,
    NEW_PARTIES,
    PARTY_IS,
    SIMILAR,
    TASK_IS,
    Option,
)
from socplanner.cli.external_remedies import answer_options
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


class ExternalAnswer(NamedTuple):
    """What is to be answered; `imported` counts changed cells, None if none were to be taken."""

    plan: Plan
    phase: PhaseId
    path: Path
    understood: Understood
    proposal: Proposal
    mapping: ExternalMapping
    allowed: MappingPolicy
    imported: int | None


def external_lines_of(place: str, answer: ExternalAnswer, words: Words) -> Iterator[str]:
    """Yield what was understood, what it may be in the plan, and what has to be asked."""
    understood = answer.understood
    yield words.tr(
        "{file} was not made by socplanner. It was read as follows:", file=answer.path.name
    )
    if understood.sheet:
        yield _INDENT + _where(understood, words)
    yield from _section(words.tr("Parties"), _parties(answer, words))
    yield from _section(words.tr("Tasks"), _tasks(answer, words))
    yield from _section(words.tr("Not imported"), _left_out(answer, words))
    yield from _section(words.tr("Notes"), _line_of(understood.notes, note_text, words))
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


def _line_of(
    problems: Iterable[Problem], message: Callable[[Problem, Words], str], words: Words
) -> list[str]:
    """Return `problems` in words; of many of one kind the first, and how many more there are."""
    lines: list[str] = []
    times = Counter[str]()
    for each in problems:
        times[each.code] += 1
        if times[each.code] <= MOST_OF_A_KIND:
            lines.append(message(each, words))
    more = sum(max(0, number - MOST_OF_A_KIND) for number in times.values())
    if more:
        lines.append(words.count("… and {n} more like it", "… and {n} more like these", more))
    return lines


def _where(understood: Understood, words: Words) -> str:
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
            _alike(each, party_label(answer.plan, PartyId(each.id), words), words)
            for each in match.suggestions
        ]
        places = "+".join(_line(answer.understood, each) for each in party.places)
        lines.append(f"{places}  {_matched(match, meant, suggestions, words)}".strip())
    return lines


def _alike(suggestion: Suggestion, name: str, words: Words) -> str:
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
            _alike(each, _role(answer.plan, RoleId(each.id), words), words)
            for each in match.suggestions
        ]
        line = _matched(match, meant, suggestions, words)
        text = words.tr("{task}: {letters}", task=line, letters=_letters(task, names, words))
        across = answer.understood.tasks_across
        place = column_letters(task.place) if across else str(task.place)
        lines.append(f"{place}  {text}")
    return lines


def _line(understood: Understood, place: int) -> str:
    """Return the label of a party's column; of its row, where tasks stand across."""
    return str(place) if understood.tasks_across else column_letters(place)


def _role(plan: Plan, role_id: RoleId, words: Words) -> str:
    role = plan.role(role_id)
    return role_id if role is None else role_label(role, words)


def _letters(task: TaskRow, names: list[str], words: Words) -> str:
    """Return `PM A/R, Dev C`, or that there are none."""
    letters = [
        f"{name} {'/'.join(cell.letters)}"
        for name, cell in zip(names, task.cells, strict=True)
        if cell.letters
    ]
    return listed(letters, words) if letters else words.tr("no letters")


def _matched(match: Match, meant: str, suggestions: list[str], words: Words) -> str:
    """Return `Name → what it is`, or what it may be."""
    if not meant and suggestions:
        meant = words.tr("perhaps {suggestions}", suggestions=listed(suggestions[:3], words))
    if not meant:
        meant = words.tr("nothing in the plan")
    return words.tr("{name} → {meant}", name=match.name, meant=meant)


def questions(answer: ExternalAnswer, words: Words) -> list[str]:
    """Return what has to be asked, each with what answers it on the command line."""
    lines = _line_of(answer.understood.unclear, lambda each, _: _question_line(each, words), words)
    if not answer.understood.is_clear:
        return lines
    for each in answer.proposal.letters:
        if not each.is_sure:
            lines.append(_letter_question(each, answer.plan, words))
    for match, option in _open(answer):
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
    """Return what a letter is to be in the plan, and each answer on the command line."""
    letter, to = match.letter, match.to
    text = words.tr("What is “{letter}” in the plan?", letter=letter)
    if to:
        text = words.tr("Is “{letter}” {to} in the plan?", letter=letter, to=to)
    symbols = [each.symbol for each in plan.letter_set.letters]
    options = [
        f'{LETTERS.name} "{letter}={each}"'
        for each in dict.fromkeys([*([to] if to else []), *symbols])
    ]
    options.append(f'{LETTERS.name} "{letter}="')
    return words.tr("{question} Answer: {options}", question=text, options=either(options, words))


def _question_line(unclear: Problem, words: Words) -> str:
    """Return a question, and what answers it on the command line."""
    text, options = unclear_text(unclear, words), answer_options(unclear)
    if not options:
        return text
    return words.tr("{question} Answer: {options}", question=text, options=either(options, words))


def either(options: list[str], words: Words) -> str:
    """Return `options` as one of which is to be chosen."""
    text = options[0]
    for option in options[1:]:
        text = words.tr("{one} or {other}", one=text, other=option)
    return text


def _open(answer: ExternalAnswer) -> Iterator[tuple[Match, Option]]:
    """Yield what may be one of the plan and nobody spoke of, with the option that says so."""
    mapping, allowed = answer.mapping, answer.allowed
    for matches, targets, text, option in (
        (answer.proposal.parties, mapping.parties, frozenset(allowed.parties), PARTY_IS),
        (answer.proposal.tasks, mapping.tasks, frozenset(allowed.tasks), TASK_IS),
    ):
        pairs = zip(matches, targets, strict=True)
        for at, (match, target) in enumerate(pairs):
            if target is None and match.suggestions and at not in text:
                yield match, option


def has_open_names(answer: ExternalAnswer) -> bool:
    """Return whether a party or a task may be one of the plan, and nobody said so yet."""
    return next(_open(answer), None) is not None


def _left_out(answer: ExternalAnswer, words: Words) -> list[str]:
    """Return what is not taken over: parts of the sheet, and what the plan does not have."""
    lines = _line_of(answer.understood.left_out, left_out_text, words)
    parties = zip(answer.proposal.parties, answer.mapping.parties, strict=True)
    text = answer.allowed.parties
    unknown = sum(
        target is None and not match.suggestions and at not in text
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
    stated_tasks = answer.allowed.tasks
    unknown = sum(
        target is None and not match.suggestions and at not in stated_tasks
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
