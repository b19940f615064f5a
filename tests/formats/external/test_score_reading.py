"""Filled self-check sheets: scores are read, and whatever is not read is listed with its reason."""

from collections.abc import Mapping
from pathlib import Path
from time import perf_counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from socplanner.domain.assessment import (
    NO_SCORES,
    SCORES,
    SIDES,
    RoleScores,
    Score,
    SideScore,
)
from socplanner.domain.external.score_matching import MatchedScores, match_scores, plain_code
from socplanner.domain.external.score_sheet import ScoreAnswers, ScoreSheet
from socplanner.domain.ids import RoleId
from socplanner.formats.external.score_cells import score_in
from socplanner.formats.external.score_headings import heading_meaning
from socplanner.formats.external.score_reading import read_score_sheet
from socplanner.formats.sheets.grid import Block, Comment, Grid, Place
from socplanner.formats.sheets.reading import sheets_of
from socplanner.services.i18n import words_for
from socplanner.wording.errors import message
from socplanner.wording.score_sheets import unread_text
from tests.support.grids import grid
from tests.support.plans import hybrid_plan

FOLDER = Path(__file__).resolve().parents[2] / "golden" / "self-checks"
PLAN = hybrid_plan()
A1, A2, A3, B1 = (RoleId(f"v2:{code}") for code in ("A-1", "A-2", "A-3", "B-1"))


def read(name: str, answers: ScoreAnswers | None = None) -> tuple[ScoreSheet, MatchedScores]:
    """Return a kept sheet as it is read, and its rows as they match the plan."""
    answers = answers or ScoreAnswers()
    sheets = sheets_of((FOLDER / name).read_bytes(), name)
    sheet = read_score_sheet(sheets.grids, answers)
    return sheet, match_scores(sheet, PLAN, answers.roles)


def unread(matched: MatchedScores) -> list[tuple[str, object]]:
    """Return codes with cells or rows of what is not read."""
    return [
        (each.code, each.values.get("cell", each.values.get("row", "")))
        for each in matched.left_out
    ]


def scored(inhouse: Score | None = None, outsourced: Score | None = None) -> RoleScores:
    """Return scores without texts."""
    return RoleScores(SideScore(inhouse), SideScore(outsourced))


def test_a_score_that_is_none_is_listed_with_its_cell_and_the_rest_is_read() -> None:
    _, matched = read("bad-scores.csv")
    assert unread(matched) == [
        ("not-a-score", "C2"),
        ("not-a-score", "C3"),
        ("not-a-score", "C4"),
        ("not-a-score", "C5"),
        ("not-a-score", "D6"),
        ("not-a-score", "C7"),
        ("not-a-score", "D7"),
        ("text-without-score", "F7"),
    ]
    assert matched.scores[A1].outsourced == SideScore("na", "Policy 1.2")
    assert matched.scores[A1].inhouse == SideScore()
    texts = [unread_text(each, words_for("en")) for each in matched.left_out]
    assert texts[0] == "C2: “6” is no score: write 1 to 5, N/A, or ? for not known"


def test_unknown_codes_names_and_rows_without_a_role_are_listed() -> None:
    _, matched = read("unknown-codes.csv")
    assert unread(matched) == [
        ("row-without-role", 5),
        ("unknown-code", 3),
        ("unknown-name", 4),
    ]
    assert matched.scores == {A1: scored("3", "na"), B1: scored("na", "4")}


def test_a_role_that_two_rows_are_about_is_read_from_neither() -> None:
    _, matched = read("role-twice.csv")
    assert unread(matched) == [("role-twice", 2), ("role-twice", 4)]
    assert matched.scores == {A2: scored("4")}
    texts = [unread_text(each, words_for("en")) for each in matched.left_out]
    assert texts[0] == "Row 2: A-1 is also in row 4, and neither was read: keep one of them"


def test_code_and_name_of_different_roles_are_not_guessed() -> None:
    _, matched = read("code-and-name-differ.csv")
    assert unread(matched) == [("code-and-name-differ", 2), ("code-and-name-differ", 3)]
    assert list(matched.scores) == [RoleId("v2:C-1")]
    assert "全体方針管理" in unread_text(matched.left_out[0], words_for("ja"))


def test_a_sheet_of_another_edition_is_refused_as_a_whole() -> None:
    _, matched = read("other-edition.csv")
    assert matched.problem is not None
    assert matched.problem.code == "other-edition"
    assert matched.scores == {}
    text = message(matched.problem, words_for("en"))
    assert "another edition than v2" in text
    assert "A-1 Risk management" in text


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("no-score-column.csv", "no-score-column"),
        ("two-score-columns.csv", "two-score-columns"),
        ("no-table.csv", "no-table"),
        ("no-headings.csv", "no-table"),
    ],
)
def test_a_sheet_without_one_column_of_scores_a_side_is_refused(name: str, code: str) -> None:
    sheet, matched = read(name)
    assert matched.problem is not None
    assert matched.problem.code == code
    assert sheet.columns, "they can be chosen"
    for language in ("en", "ja"):
        assert message(matched.problem, words_for(language))


def test_chosen_columns_are_read_instead() -> None:
    _, matched = read("no-score-column.csv", ScoreAnswers(columns={3: "inhouse"}))
    assert matched.problem is None
    assert matched.scores == {A1: scored("3")}
    _, matched = read("two-score-columns.csv", ScoreAnswers(columns={3: ""}))
    assert matched.scores == {A1: scored("3")}
    assert unread(matched) == [("other-column", "")]


def test_of_a_sheet_without_headings_every_row_is_read() -> None:
    columns = ScoreAnswers(columns={1: "code", 2: "role", 3: "inhouse", 4: "outsourced"})
    sheet, matched = read("no-headings.csv", columns)
    assert sheet.header_row == 0
    assert matched.scores == {A1: scored("3"), A2: scored("2", "na")}


def test_a_header_that_is_repeated_is_no_row_and_totals_are_listed() -> None:
    sheet, matched = read("headed-twice.csv")
    assert sheet.header_row == 2
    assert set(matched.scores) == {A1, A2, B1}
    assert matched.scores[A2] == scored("2", "na")
    assert matched.scores[B1].inhouse == SideScore("2", "Report")
    assert matched.scores[B1].outsourced == SideScore("4", "Report")
    assert unread(matched) == [("totals", 7), ("other-column", "")]


def test_a_role_is_chosen_for_a_row_or_a_row_is_left_out() -> None:
    _, matched = read("unknown-codes.csv", ScoreAnswers(roles={3: A2, 2: ""}))
    assert matched.scores == {A2: scored("2"), B1: scored("na", "4")}
    assert ("row-left-out", 2) in unread(matched)
    _, matched = read("unknown-codes.csv", ScoreAnswers(roles={3: A1}))
    assert unread(matched).count(("role-twice", 2)) == 1
    assert A1 not in matched.scores


def test_headings_of_two_rows_belong_together() -> None:
    sheet = grid(
        "Code|Role|In-house||Outsourced|",
        "||Score|Evidence|Score|Evidence",
        "A-1|Overall policy management|3|Policy|4|Report",
        merged=("1,3,1,4", "1,5,1,6", "1,1,2,1", "1,2,2,2"),
    )
    read_sheet = read_score_sheet([sheet])
    assert [each.meaning for each in read_sheet.columns] == [
        "code",
        "role",
        "inhouse",
        "inhouse-evidence",
        "outsourced",
        "outsourced-evidence",
    ]
    scores = match_scores(read_sheet, PLAN, {}).scores[A1]
    assert scores == RoleScores(SideScore("3", "Policy"), SideScore("4", "Report"))


@pytest.mark.parametrize(
    ("heading", "meaning"),
    [
        ("In-house", "inhouse"),
        ("In-house target", ""),
        ("In-house / outsourced", ""),
        ("Outsourced score (1-5)", "outsourced"),
        ("インソース", "inhouse"),
        ("自組織の成熟度", "inhouse"),
        ("自組織の目標", ""),
        ("アウトソース(現状)", "outsourced"),
        ("委託先名", ""),
        ("自組織の根拠", "inhouse-evidence"),
        ("エビデンス", "evidence"),
        ("Remarks", "remark"),
        ("備考", "remark"),
        ("Role code", "code"),
        ("役割コード", "code"),
        ("No.", "code"),
        ("Role", "role"),
        ("役割名", "role"),
        ("Aim", ""),
        ("Domain", ""),
        ("Score", ""),
        ("", ""),
    ],
)
def test_headings(heading: str, meaning: str) -> None:
    assert heading_meaning(heading) == meaning


@pytest.mark.parametrize(
    ("text", "score"),
    [
        ("3", "3"),
        (" ３ ", "3"),
        ("3.0", "3"),
        ("Level 4", "4"),
        ("レベル2", "2"),
        ("5点", "5"),
        ("(3)", "3"),
        ("対象外", "na"),
        ("n/a", "na"),
        ("N.A.", "na"),
        ("-", "na"),
        ("—", "na"),
        ("–", "na"),
        ("?", "unknown"),
        ("不明", "unknown"),
        ("", None),
        ("  ", None),
    ],
)
def test_words_and_signs_of_scores(text: str, score: Score | None) -> None:
    assert score_in(text) == score


@pytest.mark.parametrize("text", ["0", "6", "3.5", "2,5", "good", "3-4", "12", "-1", "3 or 4"])
def test_what_is_no_score(text: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        score_in(text)


def test_a_dash_in_our_own_workbook_is_no_answer() -> None:
    assert score_in("–", is_ours=True) is None
    assert score_in("-", is_ours=True) == "na"


@pytest.mark.parametrize(
    ("text", "code"),
    [("A-1", "A-1"), ("a1", "A-1"), ("Ａ－０１", "A-1"), ("A‐1", "A-1"), ("R 00012", "R 00012")],
)
def test_codes_are_compared_in_one_form(text: str, code: str) -> None:
    assert plain_code(text) == code


def test_a_code_before_the_name_in_one_cell_is_read() -> None:
    sheet = grid(
        "Role|In-house", "A-1 Overall policy management|3", "A-2|4", "Action policy management|5"
    )
    matched = match_scores(read_score_sheet([sheet]), PLAN, {})
    assert matched.scores == {A1: scored("3"), A2: scored("4"), A3: scored("5")}


def test_marks_comments_and_unread_formulas_are_listed() -> None:
    plain = grid("Code|In-house|Outsourced", "A-1|3 4|", "A-2|2|")
    sheet = Grid(
        plain.name,
        plain.texts,
        struck={Place(2, 2): "4"},
        unread={Place(3, 3): "formula-without-value"},
        comments=(Comment(Place(2, 2), "Sato", "really?"),),
    )
    matched = match_scores(read_score_sheet([sheet]), PLAN, {})
    assert matched.scores == {A1: scored("4"), A2: scored("2")}
    assert unread(matched) == [("struck-out", "B2"), ("formula-unread", "C3"), ("comments", "")]


def test_the_sheet_with_the_most_scores_is_read_and_others_are_listed() -> None:
    first = grid("Code|In-house", "A-1|3", name="Old")
    second = grid("Code|In-house", "A-1|4", "A-2|4", name="New")
    sheet = read_score_sheet([first, second])
    assert sheet.sheet == "New"
    assert [each.values for each in sheet.left_out] == [{"sheet": "Old", "row": 1}]
    assert read_score_sheet([first, second], ScoreAnswers("Old")).sheet == "Old"


def test_a_text_of_both_sides_and_one_of_a_side_are_joined() -> None:
    sheet = grid("Code|In-house|Evidence|In-house evidence", "A-1|3|Policy|Log")
    (row,) = read_score_sheet([sheet]).rows
    assert row.scores.inhouse.evidence == "Policy\nLog"


def test_a_long_text_is_listed_and_not_cut() -> None:
    sheet = grid("Code|In-house|Evidence", f"A-1|3|{'x' * 5000}")
    read_sheet = read_score_sheet([sheet])
    assert [each.code for each in read_sheet.left_out] == ["text-too-long"]
    assert read_sheet.rows[0].scores == scored("3")


def test_a_sheet_beyond_the_bounds_is_not_read() -> None:
    texts = {Place(row, 1): "A-1" for row in range(1, 30_050)}
    read_sheet = read_score_sheet([Grid("Big", texts)])
    assert read_sheet.problem is not None
    assert read_sheet.problem.code == "score-sheet-too-big"
    rows = {Place(row, column): "3" for row in range(2, 10_010) for column in (1, 2)}
    headed = Grid("Long", {Place(1, 1): "Code", Place(1, 2): "In-house", **rows})
    read_sheet = read_score_sheet([headed])
    assert read_sheet.problem is not None
    assert read_sheet.problem.code == "too-many-rows"


def test_any_sheet_is_read_within_seconds() -> None:
    rows = {Place(row, column): f"In-house {row}" for row in range(1, 2000) for column in range(99)}
    merged = tuple(Block(row, 1, row, 90) for row in range(1, 2000))
    start = perf_counter()
    read_score_sheet([Grid("Odd", rows, merged)])
    assert perf_counter() - start < 10


TEXT = st.text("abc 根拠,;\"'\n", max_size=12).map(str.strip)
SIDE = st.builds(SideScore, st.sampled_from(SCORES), TEXT, TEXT)
ROLE_IDS = [role.id for role in PLAN.roles()]


@settings(max_examples=25)
@given(st.dictionaries(st.sampled_from(ROLE_IDS), st.builds(RoleScores, SIDE, SIDE), min_size=1))
def test_an_assessment_written_as_a_sheet_is_read_as_the_same_scores(
    scores: Mapping[RoleId, RoleScores],
) -> None:
    content = "\ufeff" + "\r\n".join(_lines(scores))
    sheets = sheets_of(content.encode("utf-8"), "sheet.csv")
    matched = match_scores(read_score_sheet(sheets.grids), PLAN, {})
    assert matched.problem is None
    assert matched.left_out == ()
    assert matched.scores == scores


def _lines(scores: Mapping[RoleId, RoleScores]) -> list[str]:
    """Return the lines of a sheet with a column for each score and text."""
    words = {"na": "対象外", "unknown": "?"}
    lines = ["コード,役割,自組織,自組織の根拠,自組織の備考,委託,委託の根拠,委託の備考"]
    for role in PLAN.roles():
        each = scores.get(role.id, NO_SCORES)
        cells = [role.code, role.name.ja]
        for side in SIDES:
            score, evidence, remark = each.of(side)
            cells += [words.get(score or "", score or ""), evidence, remark]
        lines.append(",".join('"' + cell.replace('"', '""') + '"' for cell in cells))
    return lines
