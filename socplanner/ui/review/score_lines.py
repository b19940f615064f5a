"""The lines of the tables of a self-check: its rows with their roles, its columns with meanings."""

from socplanner.domain.assessment import NO_SCORES, SIDES, newest_scores
from socplanner.domain.external.score_matching import MatchedRow, MatchedScores
from socplanner.domain.external.score_sheet import COLUMN_MEANINGS, ScoreSheet
from socplanner.domain.external.sheet_places import column_letters
from socplanner.domain.plan import Plan
from socplanner.ui.review.mapping_table import MappedLine, MappingOption
from socplanner.wording.language import Words
from socplanner.wording.maturity_words import before_and_after, short_score, side_name
from socplanner.wording.score_sheets import column_meaning_name
from socplanner.wording.terms import listed, role_label


def row_lines(matched: MatchedScores, plan: Plan, words: Words) -> list[MappedLine]:
    """Return a line for each row of scores, with the likeliest roles first."""
    out = MappingOption("", words.tr("(left out)"))
    names = {str(role.id): role_label(role, words) for role in plan.roles()}
    lines = []
    for each in matched.rows:
        likely = [key.id for key in each.match.suggestions if key.id in names]
        ids = [*likely, *(key for key in names if key not in likely)]
        options = (out, *(MappingOption(key, names[key]) for key in ids))
        written = " ".join(filter(None, (each.row.code, each.row.name)))
        lines.append(MappedLine(written, _scores(each, plan, words), options, str(each.role or "")))
    return lines


def column_lines(sheet: ScoreSheet, words: Words) -> list[MappedLine]:
    """Return a line for each column, with what it can be read as."""
    options = tuple(
        MappingOption(meaning, column_meaning_name(meaning, words)) for meaning in COLUMN_MEANINGS
    )
    return [
        MappedLine(each.heading or "–", column_letters(each.number), options, each.meaning)
        for each in sheet.columns
    ]


def _scores(each: MatchedRow, plan: Plan, words: Words) -> str:
    """Return the scores of a row, after those of the newest assessment."""
    before = NO_SCORES if each.role is None else newest_scores(plan.assessments, each.role)
    texts = []
    for side in SIDES:
        now, was = each.row.scores.of(side).score, before.of(side).score
        if now is not None or was is not None:
            old = short_score(was if each.role is not None else now, words)
            change = before_and_after(old, short_score(now, words), words)
            texts.append(f"{side_name(side, words)} {change}")
    return listed(texts, words)
