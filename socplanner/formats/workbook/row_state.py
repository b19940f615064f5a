"""The states of a row for the columns "Check" and "Rules", as numbers and as names.

Numbers are positions, from 1, in the lists of the hidden sheet. At export the state of a row comes
from the findings of the checks; `row_formulas` lets Excel compute the same while the sheet is
edited, by the same conditions (`domain.checks.row_conditions`). A test recalculates in LibreOffice.
Unreadable cells are found by the formulas alone, since no plan can have one.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from socplanner.domain.checks.finding import Finding
from socplanner.domain.ids import RoleId
from socplanner.domain.letters import UNDECIDED_LETTER, Letter
from socplanner.domain.matrix import Matrix
from socplanner.domain.plan import Plan
from socplanner.wording.language import N_, Words

FORMULA_RULES = ("R00", "R08", "R01", "R02", "D01", "D02")
"""The rules that formulas of the sheet check, in the order in which a row lists them."""

GOOD, OPEN, UNREADABLE = 1, 2, 12
"""The states "no problem", "not decided yet" and "a cell is unreadable"."""

_STATES = (
    N_("OK"),
    N_("Not decided yet"),
    N_("{r} though not performed"),
    N_("No reason in the note"),
    N_("No letter"),
    N_("No {a}"),
    N_("More than one {a}"),
    N_("No {r}"),
    N_("{a} lies outside"),
    N_("No internal party is involved"),
    N_("{r} and sourcing differ"),
    N_("A cell is not a letter"),
)
_RULE_OF = (*("", "R00", "D02", "D02", "R08", "R01", "R01", "R02", "D01", "D01", "D02"), "")
"""The rule of each state; "" for those without one."""

PROBLEM_SEPARATOR = "; "
"""Joins the problems of a row; no name of a problem contains it."""

STATE_NUMBERS: Mapping[tuple[str, str], int] = {
    ("R00", "sourcing"): OPEN,
    ("R00", "area"): OPEN,
    ("D02", "performed-anyway"): 3,
    ("D02", "no-reason"): 4,
    ("R08", "empty"): 5,
    ("R01", "none"): 6,
    ("R01", "many"): 7,
    ("R02", "none"): 8,
    ("D01", "provider-accountable"): 9,
    ("D01", "nobody-inside"): 10,
    ("D02", "provider-performs"): 11,
    ("D02", "internal-performs"): 11,
    ("D02", "no-internal"): 11,
    ("D02", "no-provider"): 11,
}
"""The state of each finding, by its rule and variant."""


@dataclass(frozen=True, slots=True)
class RowState:
    """The state of a row: the number of its first problem, and of the first one of each rule."""

    number: int
    problems: tuple[int, ...] = ()

    def breaks(self, rule: str) -> bool:
        """Return whether the row violates `rule`."""
        return any(_RULE_OF[number - 1] == rule for number in self.problems)


def state_names(plan: Plan, words: Words) -> list[str]:
    """Return the names of all states, in the order of their numbers."""
    a, r = plan.letter_set.symbol_for("accountable"), plan.letter_set.symbol_for("performs")
    return [words.tr(state, a=a, r=r) for state in _STATES]


def check_labels(plan: Plan, words: Words) -> list[str]:
    """Return the texts of the column "Check"; problems begin with an exclamation mark."""
    names = enumerate(state_names(plan, words), start=1)
    return [name if number in {GOOD, OPEN} else f"! {name}" for number, name in names]


def problem_labels(plan: Plan, words: Words) -> list[str]:
    """Return the texts that the column "Rules" joins: the rule and the name of the state."""
    names = zip(_RULE_OF, state_names(plan, words), strict=True)
    return [f"{rule} {name}".strip() for rule, name in names]


def problems_text(state: RowState, labels: Sequence[str]) -> str:
    """Return all problems of a row as one text, from the `labels` of the states."""
    return PROBLEM_SEPARATOR.join(labels[number - 1] for number in state.problems)


def states_of(matrix: Matrix, findings: Iterable[Finding]) -> tuple[RowState, ...]:
    """Return the state of each row, by the `findings` about the phase of `matrix`."""
    of_role: dict[RoleId, list[Finding]] = {}
    for finding in findings:
        if finding.role is not None and finding.rule in FORMULA_RULES:
            of_role.setdefault(finding.role, []).append(finding)
    return tuple(_state_of(of_role.get(row.role.id, ())) for row in matrix.rows)


def _state_of(findings: Iterable[Finding]) -> RowState:
    first_of: dict[str, int] = {}
    number = GOOD
    for finding in findings:
        state = STATE_NUMBERS.get((finding.rule, finding.variant))
        if state is not None:
            first_of.setdefault(finding.rule, state)
            number = state if number == GOOD else number
    return RowState(number, tuple(first_of[rule] for rule in FORMULA_RULES if rule in first_of))


def deciding_symbols(letters: Iterable[Letter]) -> list[str]:
    """Return the symbols of letters whose parties take part in deciding: not one-way ones."""
    return [
        letter.symbol
        for letter in letters
        if not letter.one_way and letter.symbol != UNDECIDED_LETTER
    ]
