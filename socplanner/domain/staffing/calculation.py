"""Calculations as text, and figures: values that know how they came about.

Rules:

1. A calculation is a text such as `(days - days_off) * hours_a_day`: names, numbers, + - * /,
   parentheses, `max` and `roundup`. It becomes a tree (`domain.formula`) when it is made.
2. A value is a number or None. None where an input is None, and where something is divided by 0.
3. A figure without a formula is an input: stated in the plan, counted, or assumed.
"""

import ast
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from socplanner.domain.formula import (
    Call,
    Constant,
    Formula,
    Input,
    Operation,
    Sign,
    evaluated,
)

_SIGNS: dict[type[ast.operator], Sign] = {
    ast.Add: "+",
    ast.Sub: "-",
    ast.Mult: "*",
    ast.Div: "/",
}


class Figure(NamedTuple):
    """A value with its name, its formula, and the figures that go into that.

    `subject` is the id of what the value is about (a post, a workload, a party) where several have
    one; `is_default` marks an assumption of this tool.
    """

    symbol: str
    value: float | None
    text: str = ""
    formula: Formula | None = None
    inputs: "tuple[Figure, ...]" = ()
    subject: str = ""
    is_default: bool = False

    @property
    def name(self) -> str:
        """The name of the figure in formulas."""
        return f"{self.symbol}_{self.subject.replace('-', '_')}" if self.subject else self.symbol


@dataclass(frozen=True, slots=True)
class Calculation:
    """A formula with the symbol of its result."""

    symbol: str
    text: str
    formula: Formula = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Parse the text; raise ValueError for what is no calculation."""
        object.__setattr__(self, "formula", _tree(ast.parse(self.text, mode="eval").body))

    def __call__(self, **inputs: float | None) -> float | None:
        """Return the result for `inputs`; raise KeyError for one that is missing."""
        return _value(self.formula, inputs)

    def figure(self, *inputs: Figure, subject: str = "") -> Figure:
        """Return the result as a figure; raise KeyError for an input that is missing."""
        value = _value(self.formula, {each.symbol: each.value for each in inputs})
        return Figure(self.symbol, value, self.text, self.formula, inputs, subject)


def sum_figure(symbol: str, parts: Sequence[Figure], subject: str = "") -> Figure:
    """Return the sum of `parts`, 0 for none; None where one of them is None."""
    stated = [part.value for part in parts if part.value is not None]
    value = sum(stated) if len(stated) == len(parts) else None
    formula: Formula | None = None
    for part in parts:
        term = Input(part.name)
        formula = term if formula is None else Operation("+", formula, term)
    text = " + ".join(part.name for part in parts)
    return Figure(symbol, value, text, formula, tuple(parts), subject)


def _value(formula: Formula, inputs: "dict[str, float | None]") -> float | None:
    stated = {name: value for name, value in inputs.items() if value is not None}
    if len(stated) < len(inputs):
        return None
    try:
        result = evaluated(formula, stated)
    except ZeroDivisionError:
        return None
    return None if isinstance(result, str) else result


def _tree(node: ast.expr) -> Formula:
    match node:
        case ast.Name(id=name):
            return Input(name)
        case ast.Constant(value=int() | float() as number):
            return Constant(number)
        case ast.BinOp(left=left, op=operator, right=right) if type(operator) in _SIGNS:
            return Operation(_SIGNS[type(operator)], _tree(left), _tree(right))
        case ast.Call(func=ast.Name(id="max"), args=arguments):
            return Call("MAX", tuple(_tree(each) for each in arguments))
        case ast.Call(func=ast.Name(id="roundup"), args=[argument]):
            return Call("ROUNDUP", (_tree(argument), Constant(0)))
    raise ValueError(ast.unparse(node))
