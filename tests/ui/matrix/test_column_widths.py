"""Columns are as wide as their names need in so many lines."""

import pytest
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QApplication

from socplanner.ui.matrix.column_widths import shared_widths, width_for_lines


@pytest.fixture
def metrics(qapp: QApplication) -> QFontMetrics:
    """Return the metrics of the usual font."""
    return QFontMetrics(QFont())


def test_a_name_of_three_words_is_broken_where_it_is_narrowest(metrics: QFontMetrics) -> None:
    name = "Incident-response provider"
    one, two, three = (width_for_lines(name, metrics, lines) for lines in (1, 2, 3))
    assert one > two > three
    assert one >= metrics.horizontalAdvance(name)
    parts = [
        metrics.horizontalAdvance(f"{each} ") for each in ("Incident-", "response", "provider")
    ]
    assert two == min(parts[0] + parts[1], parts[1] + parts[2])
    assert three == max(parts)


def test_japanese_breaks_anywhere(metrics: QFontMetrics) -> None:
    name = "セキュリティ統括"
    whole = metrics.horizontalAdvance(name)
    assert whole / 2 <= width_for_lines(name, metrics, 2) < whole


def test_no_name_needs_no_width(metrics: QFontMetrics) -> None:
    assert width_for_lines("", metrics, 2) == 0


def test_columns_share_the_space_and_none_is_narrower_than_the_least() -> None:
    assert shared_widths([10, 20], 60, 5) == [13, 26]
    assert shared_widths([10, 90], 60, 5) == [10, 50]
    assert shared_widths([50, 50], 20, 30) == [30, 30]
