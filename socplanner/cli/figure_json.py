"""Figures as JSON: the value, the formula, the same with its values, and its inputs."""

from collections.abc import Mapping

from socplanner.cli.terminal import Terminal
from socplanner.domain.staffing.calculation import Figure
from socplanner.wording.staffing_words import formula_with_values


def figures_json(figures: Mapping[str, Figure]) -> dict[str, object]:
    """Return figures by their symbols."""
    return {symbol: figure_json(figure) for symbol, figure in figures.items()}


def figure_json(figure: Figure) -> dict[str, object]:
    """Return one figure; its value is null where it is a dash."""
    return {
        "value": figure.value,
        "formula": figure.text,
        "values": formula_with_values(figure),
        "inputs": {each.name: each.value for each in figure.inputs},
    }


def dumped(answer: dict[str, object], terminal: Terminal) -> str:
    """Return `answer` as the terminal can print it."""
    import json

    return json.dumps(answer, indent=2, ensure_ascii=not terminal.supports_unicode)
