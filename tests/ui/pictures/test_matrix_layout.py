"""Every cell of the matrix is on exactly one page, below the headers of its column and line."""

from hypothesis import given
from hypothesis import strategies as st

from socplanner.ui.matrix.matrix_lines import Line
from socplanner.ui.pictures.matrix_layout import Measures, matrix_layout
from tests.support.plans import hybrid_plan


def lines_like(counts: list[int]) -> list[Line]:
    """Return bands with so many roles each."""
    role = next(hybrid_plan().roles())
    return [
        line
        for function, count in enumerate(counts)
        for line in (
            Line(str(function), None, f"/{function}"),
            *(Line(str(function), role, f"{function}-{n}") for n in range(count)),
        )
    ]


@given(
    st.lists(st.integers(1, 30), min_size=1, max_size=9),
    st.lists(st.integers(30, 120), max_size=60),
    st.integers(150, 1200),
)
def test_every_cell_is_on_one_page_that_it_fits(
    counts: list[int], columns: list[int], height: int
) -> None:
    lines, size = lines_like(counts), (780.0, float(height))
    measures = Measures(90, 18, 70, 280, tuple(columns))
    layout = matrix_layout(measures, lines, size)
    cells = [
        (line.key, column)
        for page in layout.pages
        for line in page.lines
        if not line.is_band
        for column in page.columns
    ]
    roles = [line.key for line in lines if not line.is_band]
    assert sorted(cells) == sorted((key, column) for key in roles for column in range(len(columns)))
    for page in layout.pages:
        high = 90 + 18 * len(page.lines) + (70 if page.has_loads else 0)
        assert high * layout.scale <= height + 1 or len(page.lines) <= 2
        wide = 280 + sum(columns[column] for column in page.columns)
        assert wide * layout.scale <= 781
        assert not page.lines or page.lines[0].is_band
        assert not page.lines or not page.lines[-1].is_band


def test_what_fits_one_page_is_on_one_as_large_as_possible() -> None:
    layout = matrix_layout(Measures(90, 18, 70, 280, (60,) * 8), lines_like([5, 5]), (780, 440))
    assert len(layout.pages) == 1
    assert layout.scale > 0.85


def test_the_loads_stand_once_for_each_column() -> None:
    measures = Measures(90, 18, 70, 280, (60,) * 40)
    layout = matrix_layout(measures, lines_like([30, 30]), (780, 440))
    columns = [column for page in layout.pages if page.has_loads for column in page.columns]
    assert sorted(columns) == list(range(40))
