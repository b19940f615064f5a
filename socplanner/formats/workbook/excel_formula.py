"""Formulas of the domain as text for Excel, without the equals sign."""

from collections.abc import Mapping

from socplanner.domain.formula import (
    Call,
    Constant,
    Formula,
    Input,
    Operation,
    Scalar,
)

_RANKS = {"=": 1, "<>": 1, ">": 1, "<": 1, "&": 2, "+": 3, "-": 3, "*": 4, "/": 4}
"""How tightly each sign binds in Excel."""


def excel_text(formula: Formula, cells: Mapping[str, str]) -> str:
    """Return `formula` for Excel; `cells` has the text of each input.

    The text of an input is a reference, a call, or an expression in parentheses. Raise KeyError
    for an input that is not in `cells`.
    """
    match formula:
        case Constant(value):
            return _literal(value)
        case Input(name):
            return cells[name]
        case Operation(sign, left, right):
            return f"{_operand(left, sign, cells)}{sign}{_operand(right, sign, cells, right=True)}"
        case Call(function, arguments):
            texts = (excel_text(argument, cells) for argument in arguments)
            return f"{function}({','.join(texts)})"


def _operand(formula: Formula, sign: str, cells: Mapping[str, str], *, right: bool = False) -> str:
    """Return an operand of `sign`, in parentheses where precedence requires them."""
    text = excel_text(formula, cells)
    if isinstance(formula, Operation):
        looser = _RANKS[formula.sign] - _RANKS[sign]
        return f"({text})" if looser < 0 or (right and looser == 0) else text
    return text


def _literal(value: Scalar) -> str:
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, str):
        quoted = value.replace('"', '""')
        return f'"{quoted}"'
    return f"({value})" if value < 0 else str(value)
