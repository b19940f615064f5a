"""Which roles the rows of a self-check sheet are about.

Rules:

- Code and name are compared with those of the plan. Where both are there, both must fit: editions
  of the catalogue use the same codes for other roles, and the same names under other codes.
- A name that is nearly the one of its code fits, since spellings vary.
- A role that two rows are about is read from none of them.
- Where a third of the rows, at least four, have codes or names that do not fit, the sheet is one of
  another edition, and nothing is read.
- What the planner chose for a row counts without any of this, save that a role is read once.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from socplanner.domain.assessment import RoleScores
from socplanner.domain.external.proposal import Match, propose
from socplanner.domain.external.score_sheet import ScoreRow, ScoreSheet, Unread
from socplanner.domain.external.understood import TaskRow, Understood
from socplanner.domain.ids import RoleId
from socplanner.domain.plan import Plan
from socplanner.domain.problem import Problem

_CODE = re.compile(r"([A-Za-z])\s*[-‐-―ー−－.]?\s*(\d{1,2})")
_FEWEST_MISFITS, _SHARE_OF_MISFITS = 4, 3
_EXAMPLES = 3
_NEARLY_THE_SAME = 0.7
"""How alike the name of a code must be: spellings vary by a character or two."""


class MatchedRow(NamedTuple):
    """A row with the roles it may be about, and the one it is read for; or why it is not read."""

    row: ScoreRow
    match: Match
    role: RoleId | None = None
    reason: Unread | None = None


class MatchedScores(NamedTuple):
    """The rows of a sheet, and the scores of their roles.

    `problem` is why nothing can be imported, None where something can.
    """

    rows: tuple[MatchedRow, ...] = ()
    scores: Mapping[RoleId, RoleScores] = {}
    left_out: tuple[Unread, ...] = ()
    problem: Problem | None = None


def plain_code(text: str) -> str:
    """Return a code of a role as catalogues write it, `A-1` for `Ａ１`; others as they are."""
    plain = " ".join(unicodedata.normalize("NFKC", text).split())
    match = _CODE.fullmatch(plain)
    return plain if match is None else f"{match[1].upper()}-{int(match[2])}"


def match_scores(sheet: ScoreSheet, plan: Plan, chosen: Mapping[int, str]) -> MatchedScores:
    """Return the roles and scores of `sheet`; `chosen` are ids of roles by rows, "" for none."""
    if sheet.problem is not None:
        return MatchedScores(left_out=sheet.left_out, problem=sheet.problem)
    rows = [_matched(row, match, plan) for row, match in _matches(sheet.rows, plan)]
    problem = _edition_problem(rows, plan)
    rows = _each_role_once([_as_chosen(each, plan, chosen) for each in rows], plan)
    reasons = tuple(each.reason for each in rows if each.reason is not None)
    left_out = (*sheet.left_out, *reasons)
    if problem is not None:
        return MatchedScores(tuple(rows), {}, left_out, problem)
    scores = {each.role: each.row.scores for each in rows if each.role is not None}
    if not scores:
        problem = Problem("no-scores", {"sheet": sheet.sheet})
    return MatchedScores(tuple(rows), scores, left_out, problem)


def _matches(rows: Iterable[ScoreRow], plan: Plan) -> Iterable[tuple[ScoreRow, Match]]:
    """Return the rows with the roles that each may be about."""
    listed = tuple(rows)
    tasks = tuple(TaskRow(each.number, each.name or each.code, (), each.code) for each in listed)
    return zip(listed, propose(Understood(tasks=tasks), plan, ()).tasks, strict=True)


def _matched(row: ScoreRow, match: Match, plan: Plan) -> MatchedRow:
    """Return the row with its role, if code and name are those of one role."""
    names = [each.id for each in match.suggestions if each.how == "name"]
    codes = [each for each in plan.roles() if row.code and plain_code(each.code) == row.code]
    alike = {each.id: each.score for each in match.suggestions}
    of_code = next((role.id for role in codes if role.id in names), None)
    if of_code is None and codes:
        likeliest = max(codes, key=lambda role: alike.get(role.id, 0.0))
        if not row.name or alike.get(likeliest.id, 0.0) >= _NEARLY_THE_SAME:
            of_code = likeliest.id
    if of_code is not None:
        return MatchedRow(row, match, of_code)
    if codes:
        expected = codes[0].name
        values = _values(row, ja=expected.ja, en=expected.en)
        return MatchedRow(row, match, None, Unread("code-and-name-differ", values))
    if row.code and _CODE.fullmatch(row.code):
        return MatchedRow(row, match, None, Unread("unknown-code", _values(row)))
    if len(names) == 1:
        return MatchedRow(row, match, RoleId(names[0]))
    code = "name-of-several-roles" if names else "unknown-name"
    return MatchedRow(row, match, None, Unread(code, _values(row)))


def _values(row: ScoreRow, **more: object) -> dict[str, object]:
    values = {"row": row.number, "code": row.code, "text": row.name or row.code}
    return {**values, **more}


def _as_chosen(each: MatchedRow, plan: Plan, chosen: Mapping[int, str]) -> MatchedRow:
    """Return the row with the role that the planner chose for it, if any."""
    if each.row.number not in chosen:
        return each
    role = plan.role(RoleId(chosen[each.row.number]))
    if role is None:
        return each._replace(role=None, reason=Unread("row-left-out", _values(each.row)))
    return each._replace(role=role.id, reason=None)


def _each_role_once(rows: list[MatchedRow], plan: Plan) -> list[MatchedRow]:
    """Return the rows without the roles that several are about."""
    times = Counter(each.role for each in rows if each.role is not None)
    numbers: dict[RoleId, list[int]] = {}
    for each in rows:
        if each.role is not None and times[each.role] > 1:
            numbers.setdefault(each.role, []).append(each.row.number)
    return [
        each
        if each.role not in numbers
        else each._replace(role=None, reason=_twice(each, numbers[each.role], plan))
        for each in rows
    ]


def _twice(each: MatchedRow, numbers: list[int], plan: Plan) -> Unread:
    role = plan.role(each.role) if each.role is not None else None
    others = ", ".join(str(number) for number in numbers if number != each.row.number)
    code = "" if role is None else role.code
    return Unread("role-twice", _values(each.row, code=code, others=others))


def _edition_problem(rows: list[MatchedRow], plan: Plan) -> Problem | None:
    """Return the problem that the sheet is one of another edition, None where it is not."""
    misfits = [
        each.row
        for each in rows
        if each.reason is not None and each.reason.code in ("code-and-name-differ", "unknown-code")
    ]
    if len(misfits) < _FEWEST_MISFITS or len(misfits) * _SHARE_OF_MISFITS < len(rows):
        return None
    examples = ", ".join(" ".join((row.code, row.name)).strip() for row in misfits[:_EXAMPLES])
    values = {
        "n": len(misfits),
        "rows": len(rows),
        "examples": examples,
        "edition": plan.catalogue.edition,
    }
    return Problem("other-edition", values)
