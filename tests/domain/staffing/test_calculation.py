"""A calculation has a text, a tree and a value; a figure leads back to what it came from."""

import pytest

from socplanner.domain.formula import Call, Constant, Input, Operation
from socplanner.domain.staffing.calculation import Calculation, Figure, sum_figure


def test_a_text_is_a_tree() -> None:
    tree = Calculation("x", "max(a, 2) * roundup(b) - c / 1.5").formula
    assert tree == Operation(
        "-",
        Operation(
            "*",
            Call("MAX", (Input("a"), Constant(2))),
            Call("ROUNDUP", (Input("b"), Constant(0))),
        ),
        Operation("/", Input("c"), Constant(1.5)),
    )


@pytest.mark.parametrize("text", ["a ** b", "min(a, b)", "'a'", "a if b else c", "roundup(a, 1)"])
def test_what_is_no_calculation_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"\S"):
        Calculation("x", text)


def test_what_is_divided_by_nothing_or_unknown_is_none() -> None:
    share = Calculation("share", "part / whole")
    assert share(part=1, whole=4) == 0.25
    assert share(part=1, whole=0) is None
    assert share(part=1, whole=None) is None
    with pytest.raises(KeyError):
        share(part=1)


def test_a_figure_has_its_inputs() -> None:
    part, whole = Figure("part", 1, is_default=True), Figure("whole", 4)
    figure = Calculation("share", "part / whole").figure(part, whole, subject="night-desk")
    assert (figure.value, figure.text, figure.name) == (0.25, "part / whole", "share_night_desk")
    assert figure.inputs == (part, whole)
    assert part.name == "part"


def test_a_sum_names_its_parts() -> None:
    parts = [Figure("fte", 1, subject="a"), Figure("fte", 2, subject="b")]
    total = sum_figure("total", parts)
    assert (total.value, total.text) == (3, "fte_a + fte_b")
    assert total.formula == Operation("+", Input("fte_a"), Input("fte_b"))
    assert sum_figure("total", [*parts, Figure("fte", None)]).value is None
    assert sum_figure("total", []).value == 0
