"""The rows of results: what is shown, emphasised and read aloud."""

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtTest import QAbstractItemModelTester

from socplanner.services.i18n import words_for
from socplanner.ui.palette.plan_search import PlanSearch
from socplanner.ui.palette.result_model import ResultModel, ResultRole
from socplanner.ui.palette.result_rows import Description, MarkedText, ResultRow, rows_of
from socplanner.wording.search.ranking import MatchLevel, SearchResults
from socplanner.wording.search.search_part import ResultGroup, SearchEntry
from tests.support.palette_parts import plan_search
from tests.support.plans import hybrid_plan

WORDS = words_for("en")


@pytest.fixture(scope="module")
def search(qapp: QObject) -> PlanSearch:
    """Return the search of an English window."""
    return plan_search(hybrid_plan(), "en", QObject(qapp))


def described(entry: SearchEntry) -> Description:
    """Return the detail of `entry` alone."""
    return Description(entry.detail)


def rows(search: PlanSearch, text: str, most: int = 6) -> tuple[ResultRow, ...]:
    """Return the rows for `text`."""
    return rows_of(search.results(text, most), text, WORDS, described)


@pytest.fixture
def model(qtbot: object, search: PlanSearch) -> ResultModel:
    """Return a model with results, watched by Qt."""
    made = ResultModel(WORDS)
    QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Warning, made)
    made.set_rows(rows(search, "matrix"), WORDS)
    return made


def test_each_row_has_its_title_and_its_name_for_screen_readers(model: ResultModel) -> None:
    index = model.index(0)
    assert index.data() == "Matrix"
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "Go to: Matrix, view, Ctrl+2"
    assert index.data(Qt.ItemDataRole.ToolTipRole) == "Matrix"
    assert index.data(Qt.ItemDataRole.DecorationRole) is None
    assert index.data(ResultRole.ROW) is model.rows[0]


def test_other_results_replace_the_rows(model: ResultModel, search: PlanSearch) -> None:
    model.set_rows(rows(search, "c1"), WORDS)
    name = model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert name == "Roles of the plan: C-1 Network forensics"
    model.set_rows((), WORDS)
    assert model.rowCount() == 0


def test_the_first_row_of_each_group_has_its_title_above(model: ResultModel) -> None:
    firsts = [(row.group_title, row.title.text) for row in model.rows if row.is_first]
    assert firsts == [("Go to", "Matrix"), ("Commands", "Export matrix…")]


def test_a_match_in_the_other_language_is_shown_beside_the_title(search: PlanSearch) -> None:
    row = rows(search, "フォレンジック")[0]
    assert row.title == MarkedText("Network forensics")
    assert row.detail == MarkedText("ネットワークフォレンジック", ((6, 13),))


def test_the_rest_of_a_group_is_a_row_of_its_own(search: PlanSearch) -> None:
    (*shown, more) = rows(search, "c-", most=2)[:3]
    assert [row.entry is not None for row in shown] == [True, True]
    assert more.entry is None
    assert more.title.text.startswith("Show ")
    assert more.accessible_text(WORDS).startswith("Roles of the plan: Show ")


def test_a_long_text_begins_shortly_before_its_match() -> None:
    entry = SearchEntry(ResultGroup.NOTES, 1, f"{'before ' * 20}needle and more")
    (row,) = rows_of(
        (SearchResults(ResultGroup.NOTES, MatchLevel.WORD, (entry,), 1),),
        "needle",
        WORDS,
        described,
    )
    ((begin, end),) = row.title.ranges
    assert row.title.text[begin:end] == "needle"
    assert row.title.text.startswith("…")
    assert begin < 30
