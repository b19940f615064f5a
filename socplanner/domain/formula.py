"""Formulas as values: written once, evaluated here and rendered as Excel formulas elsewhere.

1. A formula is a tree of frozen values. It names its inputs; plans and cells are unknown here.
2. Inputs and results are numbers, truth values and texts, as in a cell.
3. `evaluated` and the renderer of the workbook (`formats.workbook.excel_formula`) give the same
   result for the same inputs. Comparisons are of numbers only, since Excel ignores the case of
   texts.
4. Nothing compares formulas: they are named tuples, and a constant equals an input of its text.
"""

import math
import operator
from collections.abc import Callable, Mapping
from typing import Literal, NamedTuple

Scalar = float | str
"""A number (an `int`, a `float` or a `bool`) or a text."""

Sign = Literal["+", "-", "*", "/", "=", "<>", ">", "<", "&"]


class Constant(NamedTuple):
    """A number or a text that is always the same."""

    value: Scalar


class Input(NamedTuple):
    """A value that is looked up by its name."""

    name: str


class Operation(NamedTuple):
    """Two formulas with the sign of Excel between them; `&` joins two texts."""

    sign: Sign
    left: "Formula"
    right: "Formula"


class Call(NamedTuple):
    """A function of Excel: IF chooses by its first argument, the others combine their arguments.

    ROUNDUP has the number of digits as its second argument.
    """

    function: Literal["IF", "AND", "OR", "NOT", "MAX", "ROUNDUP"]
    arguments: tuple["Formula", ...]


Formula = Constant | Input | Operation | Call

_NUMBERS: Mapping[str, Callable[[float, float], float]] = {
    "+": operator.add,
    "-": operator.sub,
    "*": operator.mul,
    "/": operator.truediv,
    "=": operator.eq,
    "<>": operator.ne,
    ">": operator.gt,
    "<": operator.lt,
}


def choice(condition: Formula, then: Formula, otherwise: Formula) -> Call:
    """Return one of two formulas, after a condition; the other one is not evaluated."""
    return Call("IF", (condition, then, otherwise))


def all_of(*conditions: Formula) -> Call:
    """Return whether every one of `conditions` is true."""
    return Call("AND", conditions)


def any_of(*conditions: Formula) -> Call:
    """Return whether at least one of `conditions` is true."""
    return Call("OR", conditions)


def negated(condition: Formula) -> Call:
    """Return whether `condition` is false."""
    return Call("NOT", (condition,))


def equal(left: Formula, number: float) -> Operation:
    """Return whether `left` is `number`."""
    return Operation("=", left, Constant(number))


def unequal(left: Formula, number: float) -> Operation:
    """Return whether `left` is another number than `number`."""
    return Operation("<>", left, Constant(number))


def greater(left: Formula, number: float) -> Operation:
    """Return whether `left` is more than `number`."""
    return Operation(">", left, Constant(number))


def share(part: Formula, whole: Formula) -> Call:
    """Return `part` divided by `whole`, and 0 where the whole is 0."""
    return choice(equal(whole, 0), Constant(0), Operation("/", part, whole))


def joined(*texts: Formula) -> Formula:
    """Return `texts` one after the other; an empty text for none."""
    first, *others = texts or (Constant(""),)
    for text in others:
        first = Operation("&", first, text)
    return first


def evaluated(formula: Formula, inputs: Mapping[str, Scalar]) -> Scalar:
    """Return the value of `formula`; raise KeyError for an input that is not among `inputs`.

    Dividing by 0 raises ZeroDivisionError, and calculating with a text TypeError.
    """
    match formula:
        case Constant(value):
            return value
        case Input(name):
            return inputs[name]
        case Operation(sign, left, right):
            return _operated(sign, evaluated(left, inputs), evaluated(right, inputs))
        case Call("IF", (condition, then, otherwise)):
            return evaluated(then if evaluated(condition, inputs) else otherwise, inputs)
        case Call("MAX" | "ROUNDUP" as function, arguments):
            return _combined(function, [evaluated(each, inputs) for each in arguments])
        case Call(function, arguments):
            values = [bool(evaluated(each, inputs)) for each in arguments]
            return {"AND": all(values), "OR": any(values), "NOT": not values[0]}[function]


def _combined(function: str, values: list[Scalar]) -> float:
    numbers = [value for value in values if not isinstance(value, str)]
    if len(numbers) < len(values):
        raise TypeError(f"{function} of {values!r} is not a calculation with numbers")
    if function == "MAX":
        return max(numbers)
    number, digits = numbers
    step = 10 ** int(digits)
    scaled = abs(round(number * step, 9))  # as Excel: the last bits of a sum are no more than noise
    return math.copysign(math.ceil(scaled) / step, number)


def _operated(sign: Sign, left: Scalar, right: Scalar) -> Scalar:
    if sign == "&":
        return f"{left}{right}"
    if isinstance(left, str) or isinstance(right, str):
        raise TypeError(f"{left!r} {sign} {right!r} is not a calculation with numbers")
    return _NUMBERS[sign](left, right)
