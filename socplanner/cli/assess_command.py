"""`socplanner assess`: print the scores of a self-check sheet, and add them as an assessment."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

from socplanner.cli.arguments import APPLY_SCORES, FORMAT, Request, RequestRefused, refused_choice
from socplanner.cli.assess_arguments import (
    ASSESSOR,
    DATE,
    ROLE_OF_ROW,
    SCORE_COLUMN,
    SCORE_SHEET,
)
from socplanner.cli.saved_plan import save_changed
from socplanner.cli.terminal import Terminal, answer_lost, joined_lines
from socplanner.domain.assessment import NO_SCORES, SIDES, Assessment, newest_assessment
from socplanner.domain.assessment_edits import ImportAssessment
from socplanner.domain.external.score_sheet import COLUMN_MEANINGS, ColumnMeaning, ScoreAnswers
from socplanner.domain.external.sheet_places import column_letters, column_number
from socplanner.domain.ids import RoleId
from socplanner.domain.plan import Plan
from socplanner.services.file_problem import FileProblem
from socplanner.services.plan_files import open_plan
from socplanner.services.score_importer import ScoreFile, ScoreReading, score_file
from socplanner.wording.language import N_, Words
from socplanner.wording.maturity_words import (
    assessment_name,
    before_and_after,
    short_score,
    side_name,
)
from socplanner.wording.score_sheets import column_meaning_name, unread_text
from socplanner.wording.terms import listed, role_label
from socplanner.wording.workbook_errors import NOTES

CLEAR, UNCLEAR = 0, 3
"""Exit codes: every row and score was read, or something was not."""

_BESIDE = frozenset({"comments", "further-columns", "other-column", "totals"})
"""Codes of what is usually beside the scores: it is listed, but leaves nothing to decide."""


class _Answer(NamedTuple):
    place: str
    plan: Plan
    file: ScoreFile
    reading: ScoreReading
    added: Assessment
    before: Assessment | None
    is_saved: bool


def assess(request: Request, words: Words, terminal: Terminal) -> int:
    """Print what the sheet has, add it with `--apply`; return the exit code.

    Raise RequestRefused, FileProblem or EditRejected; the file of the plan is unchanged then.
    """
    place, sheet = request.places
    opened = open_plan(Path(place))
    plan = opened.plan
    file = score_file(Path(sheet), plan)
    reading = file.read(_answers(request, file, plan))
    problem = reading.matched.problem
    if problem is not None and problem.code != "no-scores":
        raise FileProblem(Path(sheet), problem)
    day = request.options.get(DATE.name, date.today().isoformat())  # noqa: DTZ011 the planner's day
    by = request.options.get(ASSESSOR.name, "")
    after = ImportAssessment(day, by, reading.matched.scores).apply(plan)
    is_saved = APPLY_SCORES.name in request.options and problem is None
    if is_saved:
        save_changed(after, opened)
    before = newest_assessment(plan.assessments)
    answer = _Answer(place, plan, file, reading, after.assessments[-1], before, is_saved)
    text = _text(request, answer, words, terminal)
    if is_saved:
        terminal.confirm(text, answer_lost(opened.path, words))
    else:
        terminal.answer(text)
    is_open = any(each.code not in _BESIDE for each in reading.matched.left_out)
    return UNCLEAR if problem is not None or is_open else CLEAR


def _answers(request: Request, file: ScoreFile, plan: Plan) -> ScoreAnswers:
    sheet = request.options.get(SCORE_SHEET.name)
    if sheet is not None and sheet not in file.names:
        raise refused_choice(SCORE_SHEET.name, sheet, file.names)
    return ScoreAnswers(sheet, _columns(request), _roles(request, plan))


def _columns(request: Request) -> dict[int, ColumnMeaning]:
    columns: dict[int, ColumnMeaning] = {}
    for line in request.options.get(SCORE_COLUMN.name, "").splitlines():
        letters, equals, meaning = line.partition("=")
        is_column = letters.isascii() and letters.isalpha() and len(letters) <= 3
        if not is_column or not equals or meaning not in COLUMN_MEANINGS:
            raise RequestRefused(
                N_("“{text}” is no column: write its letters and what it has, one of {choices}."),
                text=line,
                choices=", ".join(filter(None, COLUMN_MEANINGS)),
            )
        columns[column_number(letters)] = meaning
    return columns


def _roles(request: Request, plan: Plan) -> dict[int, str]:
    roles: dict[int, str] = {}
    ids = {role.code: str(role.id) for role in plan.roles()}
    for line in request.options.get(ROLE_OF_ROW.name, "").splitlines():
        row, equals, code = line.partition("=")
        is_row = row.isascii() and row.isdigit() and len(row) <= 7
        if not is_row or not equals or (code and code not in ids):
            raise RequestRefused(
                N_("“{text}” is no role of a row: write its number and a code, such as 12=A-1."),
                text=line,
            )
        roles[int(row)] = ids.get(code, "")
    return roles


def _left_out(answer: _Answer, words: Words) -> list[str]:
    """Return what was not read, as texts."""
    notes = [words.tr(NOTES[each.code], **each.values) for each in answer.file.notes]
    return [*notes, *(unread_text(each, words) for each in answer.reading.matched.left_out)]


def _text(request: Request, answer: _Answer, words: Words, terminal: Terminal) -> str:
    if request.options.get(FORMAT.name) == "json":
        import json

        document = _json(answer, words)
        return json.dumps(document, indent=2, ensure_ascii=not terminal.supports_unicode)
    return joined_lines(_lines(answer, words))


def _lines(answer: _Answer, words: Words) -> Iterator[str]:
    sheet, scores = answer.reading.sheet, answer.added.scores
    yield words.tr(
        "{file}, sheet “{sheet}”: scores of {n} roles, assessed {day}",
        file=answer.file.path.name,
        sheet=sheet.sheet,
        n=len(scores),
        day=assessment_name(answer.added, words),
    )
    columns = [
        f"{column_letters(each.number)} {column_meaning_name(each.meaning, words)}"
        for each in sheet.columns
        if each.meaning
    ]
    yield words.tr("Columns: {columns}", columns=listed(columns, words))
    yield ""
    for role in answer.plan.roles():
        if role.id in scores:
            yield f"  {role_label(role, words)}: {_sides(answer, role.id, words)}"
    left_out = _left_out(answer, words)
    if left_out:
        yield ""
        yield words.tr("Not read: {n}", n=len(left_out))
        yield from (f"  {each}" for each in left_out)
    yield ""
    if answer.is_saved:
        yield words.tr("The assessment was added to {plan}.", plan=answer.place)
    else:
        yield words.tr("Nothing was changed: --apply adds the assessment to the plan.")


def _sides(answer: _Answer, role: RoleId, words: Words) -> str:
    """Return the scores of both sides, with those of the newest assessment before."""
    scores, before = answer.added.scores[role], NO_SCORES
    if answer.before is not None:
        before = answer.before.scores.get(role, NO_SCORES)
    texts = []
    for side in SIDES:
        now, was = scores.of(side).score, before.of(side).score
        if now is not None or was is not None:
            change = before_and_after(short_score(was, words), short_score(now, words), words)
            texts.append(f"{side_name(side, words)} {change}")
    return listed(texts, words)


def _json(answer: _Answer, words: Words) -> dict[str, object]:
    """Return the answer as `docs/command-line.md` describes it."""
    sheet, matched = answer.reading.sheet, answer.reading.matched
    return {
        "format": 1,
        "plan": answer.place,
        "file": str(answer.file.path),
        "sheet": sheet.sheet,
        "header_row": sheet.header_row,
        "columns": {
            column_letters(each.number): {"heading": each.heading, "meaning": each.meaning or None}
            for each in sheet.columns
        },
        "assessment": {"date": answer.added.day, "by": answer.added.by},
        "scores": {
            str(role): {side: scores.of(side)._asdict() for side in SIDES}
            for role, scores in matched.scores.items()
        },
        "unread": [
            {"code": each.code, "text": unread_text(each, words)} for each in matched.left_out
        ],
        "notes": [each.code for each in answer.file.notes],
        "saved": answer.is_saved,
    }
