"""What the column "Check" says of a role: the first finding of the program's own rules.

The value comes from the rules (`domain.checks`), the formula says the same in Excel while somebody
fills the sheet in. A test holds both together, and LibreOffice recalculates it.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from socplanner.domain.catalogue import Area, Sourcing
from socplanner.domain.checks.row_rules import ROW_RULES, checked_row, undecided
from socplanner.domain.letters import UNDECIDED_LETTER
from socplanner.domain.matrix import Matrix, Row
from socplanner.domain.plan import Plan
from socplanner.formats.workbook.counting import Counting, span_in_row
from socplanner.formats.workbook.layout import AREA, FIRST_PARTY, SOURCING, Layout
from socplanner.formats.workbook.refs import column_name
from socplanner.wording.language import N_, Words

SOURCING_ORDER = tuple(Sourcing)
AREA_ORDER = tuple(Area)

_STATES = (
    N_("OK"),
    N_("Not decided yet"),
    N_("{r} though not carried out"),
    N_("No reason in the note"),
    N_("No letter"),
    N_("No {a}"),
    N_("More than one {a}"),
    N_("No {r}"),
    N_("{a} lies outside"),
    N_("Nobody inside has a say"),
    N_("{r} and sourcing differ"),
)
GOOD, OPEN = 1, 2
"""The states that are no error, counted as Excel counts: from 1."""

_STATE_OF: Mapping[tuple[str, str], int] = {
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


def state_names(plan: Plan, words: Words) -> list[str]:
    """Return what the column may say, in the order of the states."""
    a, r = plan.letter_set.symbol_for("accountable"), plan.letter_set.symbol_for("performs")
    return [words.tr(state, a=a, r=r) for state in _STATES]


def state_of(matrix: Matrix, row: Row) -> int:
    """Return the state of `row`, counted from 1."""
    checked = checked_row(matrix.plan, matrix.phase.id, row.role, row.duty)
    rules = (undecided, *(rule for _, rule in ROW_RULES))
    found = (finding for rule in rules for finding in rule(checked))
    states = (_STATE_OF.get((finding.rule, finding.way)) for finding in found)
    return next((state for state in states if state is not None), GOOD)


@dataclass(frozen=True, slots=True)
class StateFormula:
    """The formula that names the state of a row, ready to be filled with the row's number."""

    template: str

    def in_row(self, row: int) -> str:
        """Return the formula for `row`, counted from 0."""
        return self.template.replace("{row}", str(row + 1))


def state_formula(layout: Layout, counting: Counting) -> StateFormula:
    """Return how Excel finds the state: undecided first, then the rules in their order."""
    inside = span_in_row(layout.columns_of("internal"), "{row}")
    outside = span_in_row(layout.columns_of("provider"), "{row}")
    everybody = range(FIRST_PARTY, layout.counts)
    anything = f'COUNTIF({span_in_row(everybody, "{row}")[0]},"?*")' if everybody else "0"
    accountable = _counted(layout, "accountable")
    performing = _counted(layout, "performs")
    r_inside, r_outside = (
        counting.with_flag("performs", inside),
        counting.with_flag("performs", outside),
    )
    say = counting.of(
        [
            letter.symbol
            for letter in layout.letters
            if not letter.one_way and letter.symbol != UNDECIDED_LETTER
        ],
        inside,
    )
    a_outside = counting.with_flag("accountable", outside)
    sourcing, area = f"${column_name(SOURCING)}{{row}}", f"${column_name(AREA)}{{row}}"
    note = f"${column_name(layout.note)}{{row}}"
    kind = f"IFERROR(MATCH({sourcing},Sourcings,0),5)"
    place = f"IFERROR(MATCH({area},Areas,0),5)"
    agrees = (
        f"CHOOSE({kind},AND({r_inside}>0,{r_outside}=0),"
        f"AND({r_inside}=0,{r_outside}>0),AND({r_inside}>0,{r_outside}>0))"
    )
    steps = (
        (f"OR({kind}=5,{place}=5)", "2"),
        (f"{kind}=4", f'IF({performing}>0,3,IF(TRIM({note})="",4,1))'),
        (f"{anything}=0", "5"),
        (f"{accountable}=0", "6"),
        (f"{accountable}>1", "7"),
        (f"{performing}=0", "8"),
        (f"{a_outside}>0", "9"),
        (f"AND({r_outside}>0,{say}=0)", "10"),
    )
    nested = f"IF({agrees},1,11)"
    for condition, state in reversed(steps):
        nested = f"IF({condition},{state},{nested})"
    return StateFormula(f"INDEX(Checks,{nested})")


def _counted(layout: Layout, flag: str) -> str:
    """Return the sum of the count columns of the letters with `flag`."""
    found = [
        f"${column_name(layout.count_column(letter.symbol))}{{row}}"
        for letter in layout.letters
        if getattr(letter, flag)
    ]
    return "+".join(found) or "0"
