"""What the columns "Check" and "Rules" state of a role, by number, by name and in Python.

The numbers count the names as the lists of the hidden sheet do, from 1. What a row breaks comes
from the findings of the checks; `row_formulas` has Excel find the same while the sheet is filled
in, by the same conditions (`domain.checks.row_conditions`). LibreOffice recalculates it in a test.
A cell that holds no letter is found by the formulas alone, since no plan can hold one.
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
"""The rules that the sheet checks by itself, in the order in which they are named."""

GOOD, OPEN, UNREADABLE = 1, 2, 12
"""The states of a row in order, of one not decided yet, and of one with a cell without letters."""

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
"""The rule behind each state."""

PROBLEM_SEPARATOR = "; "
"""Between the problems of a row; no name of a problem has it."""

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


@dataclass(frozen=True, slots=True)
class RowState:
    """What is wrong with a row: the first thing by its number, and the first of each rule."""

    number: int
    problems: tuple[int, ...] = ()

    def breaks(self, rule: str) -> bool:
        """Return whether the row does not keep `rule`."""
        return any(_RULE_OF[number - 1] == rule for number in self.problems)


def state_names(plan: Plan, words: Words) -> list[str]:
    """Return what may be wrong with a row, in the order of the states."""
    a, r = plan.letter_set.symbol_for("accountable"), plan.letter_set.symbol_for("performs")
    return [words.tr(state, a=a, r=r) for state in _STATES]


def check_labels(plan: Plan, words: Words) -> list[str]:
    """Return the texts of the column "Check": what is an error begins with a mark."""
    names = enumerate(state_names(plan, words), start=1)
    return [name if number in {GOOD, OPEN} else f"! {name}" for number, name in names]


def problem_labels(plan: Plan, words: Words) -> list[str]:
    """Return the texts that the column "Rules" is made of: the rule, and what is wrong."""
    names = zip(_RULE_OF, state_names(plan, words), strict=True)
    return [f"{rule} {name}".strip() for rule, name in names]


def problems_text(state: RowState, labels: Sequence[str]) -> str:
    """Return all that is wrong with a row, of the `labels` of problems."""
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
    """Return the letters that give a say."""
    return [
        letter.symbol
        for letter in letters
        if not letter.one_way and letter.symbol != UNDECIDED_LETTER
    ]
