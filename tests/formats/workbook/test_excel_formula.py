"""A formula of the domain reads in Excel as it is evaluated here."""

import pytest

from socplanner.domain.formula import (
    Constant,
    Formula,
    Input,
    Operation,
    all_of,
    any_of,
    choice,
    greater,
    joined,
    negated,
    share,
)
from socplanner.domain.staffing.parties import NEED_PEOPLE, SHORTFALL
from socplanner.formats.workbook.excel_formula import excel_text

X, Y, Z = Input("x"), Input("y"), Input("z")
CELLS = {"x": "$A1", "y": "B2", "z": "Problems", "need_fte": "$A1", "today_fte": "B2"}


@pytest.mark.parametrize(
    ("formula", "text"),
    [
        (Constant(2.5), "2.5"),
        (Constant(-1), "(-1)"),
        (Constant(value=True), "TRUE"),
        (Constant('a "b"'), '"a ""b"""'),
        (Operation("-", X, Operation("-", Y, Z)), "$A1-(B2-Problems)"),
        (Operation("-", Operation("-", X, Y), Z), "$A1-B2-Problems"),
        (Operation("*", Operation("+", X, Y), Z), "($A1+B2)*Problems"),
        (Operation("+", Operation("*", X, Y), Z), "$A1*B2+Problems"),
        (Operation("&", greater(X, 1), Y), "($A1>1)&B2"),
        (greater(Operation("+", X, Y), 1), "$A1+B2>1"),
        (share(X, Y), "IF(B2=0,0,$A1/B2)"),
        (joined(X, Y, Z), "$A1&B2&Problems"),
        (
            choice(all_of(X, negated(Y)), X, any_of(Y, Z)),
            "IF(AND($A1,NOT(B2)),$A1,OR(B2,Problems))",
        ),
        (NEED_PEOPLE.formula, "ROUNDUP($A1,0)"),
        (SHORTFALL.formula, "MAX(0,$A1-B2)"),
    ],
)
def test_the_text_of_a_formula(formula: Formula, text: str) -> None:
    assert excel_text(formula, CELLS) == text


def test_an_input_without_a_cell_is_refused_by_its_name() -> None:
    with pytest.raises(KeyError, match="unknown"):
        excel_text(Input("unknown"), CELLS)
