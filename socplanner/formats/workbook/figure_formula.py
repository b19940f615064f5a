"""The formula of a figure for Excel, with a dash where an input is missing or 0."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from socplanner.domain.formula import Call, Formula, Input, Operation
from socplanner.domain.staffing.calculation import Figure
from socplanner.formats.workbook.excel_formula import excel_text
from socplanner.wording.staffing_words import DASH


def figure_formula(figure: Figure, references: Sequence[str]) -> str:
    """Return the formula of `figure` for Excel, with a dash where an input is missing or 0."""
    assert figure.formula is not None
    text = excel_text(figure.formula, _by_name(figure, references))
    if figure.value is None:
        present = f"COUNT({','.join(dict.fromkeys(references))})<{len(set(references))}"
        return f'IFERROR(IF({present},"{DASH}",{text}),"{DASH}")'
    return f'IFERROR({text},"{DASH}")' if _divides(figure.formula) else text


def _divides(formula: Formula) -> bool:
    """Return whether `formula` divides by something that may be 0."""
    match formula:
        case Operation(sign, left, right):
            by_input = sign == "/" and any(True for _ in _inputs(right))
            return by_input or _divides(left) or _divides(right)
        case Call(_, arguments):
            return any(map(_divides, arguments))
        case _:
            return False


def _inputs(formula: Formula) -> Iterator[Input]:
    match formula:
        case Operation(_, left, right):
            yield from _inputs(left)
            yield from _inputs(right)
        case Call(_, arguments):
            for each in arguments:
                yield from _inputs(each)
        case Input():
            yield formula


def _by_name(figure: Figure, texts: Iterable[str]) -> Mapping[str, str]:
    """Return the texts of the inputs of `figure`, by the names that its formula uses."""
    result: dict[str, str] = {}
    for each, text in zip(figure.inputs, texts, strict=True):
        result.setdefault(each.symbol, text)
        result[each.name] = text
    return result
