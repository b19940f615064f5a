"""Formulas are evaluated as a spreadsheet would; what they cannot calculate with is refused."""

import pytest

from socplanner.domain.formula import (
    Call,
    Constant,
    Formula,
    Input,
    Operation,
    Scalar,
    Sign,
    all_of,
    any_of,
    choice,
    equal,
    evaluated,
    greater,
    joined,
    negated,
    share,
    unequal,
)

X, Y = Input("x"), Input("y")
TRUE, FALSE = Constant(value=True), Constant(value=False)


@pytest.mark.parametrize(
    ("sign", "expected"),
    [
        ("+", 9),
        ("-", 3),
        ("*", 18),
        ("/", 2),
        ("=", False),
        ("<>", True),
        (">", True),
        ("<", False),
        ("&", "63"),
    ],
)
def test_two_values_are_calculated_with_by_the_sign(sign: Sign, expected: Scalar) -> None:
    assert evaluated(Operation(sign, X, Y), {"x": 6, "y": 3}) == expected


@pytest.mark.parametrize(
    ("formula", "expected"),
    [
        (choice(TRUE, Constant("a"), Constant("b")), "a"),
        (choice(FALSE, Constant("a"), Constant("b")), "b"),
        (all_of(TRUE, TRUE), True),
        (all_of(TRUE, FALSE), False),
        (any_of(FALSE, TRUE), True),
        (any_of(FALSE, FALSE), False),
        (negated(TRUE), False),
        (equal(Constant(2), 2), True),
        (unequal(Constant(2), 2), False),
        (greater(Constant(2), 2), False),
        (joined(), ""),
        (joined(Constant("a"), Constant("b"), Constant("c")), "abc"),
    ],
)
def test_conditions_and_texts(formula: Formula, expected: Scalar) -> None:
    assert evaluated(formula, {}) == expected


def test_the_branch_that_is_not_chosen_is_not_evaluated() -> None:
    assert evaluated(share(X, Y), {"x": 1, "y": 0}) == 0
    assert evaluated(share(X, Y), {"x": 1, "y": 4}) == 0.25


@pytest.mark.parametrize(
    ("number", "expected"),
    [(5.4113, 6), (6, 6), (0, 0), (3.0000000000001, 3), (-1.2, -2), (1.5, 2)],
)
def test_a_number_is_rounded_up_as_in_excel(number: float, expected: float) -> None:
    assert evaluated(Call("ROUNDUP", (Constant(number), Constant(0))), {}) == expected


def test_the_largest_of_several_numbers() -> None:
    assert evaluated(Call("MAX", (Constant(1), X, Constant(2))), {"x": 3}) == 3
    with pytest.raises(TypeError, match="MAX"):
        evaluated(Call("MAX", (Constant("a"), Constant(2))), {})


def test_an_input_without_a_value_is_refused_by_its_name() -> None:
    with pytest.raises(KeyError, match="x"):
        evaluated(X, {"y": 1})


def test_a_calculation_with_a_text_is_refused() -> None:
    with pytest.raises(TypeError, match="'1' \\+ 2"):
        evaluated(Operation("+", X, Y), {"x": "1", "y": 2})
