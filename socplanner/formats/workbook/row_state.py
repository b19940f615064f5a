"""What the column "Check" says of a role: the first finding of the program's own rules.

The value comes from the rules (`domain.checks`), the formula says the same in Excel while somebody
fills the sheet in. A test holds both together, and LibreOffice recalculates it. Beside it stands
the column of all rules that the row does not keep.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from socplanner.domain.catalogue import Area, Sourcing
from socplanner.domain.checks.finding import Finding
from socplanner.domain.ids import RoleId
from socplanner.domain.letters import UNDECIDED_LETTER
from socplanner.domain.matrix import Matrix
from socplanner.domain.plan import Plan
from socplanner.formats.workbook.counting import Counting, span_in_row
from socplanner.formats.workbook.layout import AREA, FIRST_PARTY, SOURCING, Layout
from socplanner.formats.workbook.refs import column_name
from socplanner.wording.language import N_, Words

SOURCING_ORDER = tuple(Sourcing)
AREA_ORDER = tuple(Area)
HELD_RULES = ("R00", "R08", "R01", "R02", "D01", "D02")
"""The rules that the sheet checks by itself, in the order in which they are named."""

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


@dataclass(frozen=True, slots=True)
class RowState:
    """What is wrong with a row: the first thing by its number, and every rule that says so."""

    number: int
    rules: str


def state_names(plan: Plan, words: Words) -> list[str]:
    """Return what the column may say, in the order of the states."""
    a, r = plan.letter_set.symbol_for("accountable"), plan.letter_set.symbol_for("performs")
    return [words.tr(state, a=a, r=r) for state in _STATES]


def states_of(matrix: Matrix, findings: Iterable[Finding]) -> tuple[RowState, ...]:
    """Return the state of each row, by the `findings` about the phase of `matrix`."""
    of_role: dict[RoleId, list[Finding]] = {}
    for finding in findings:
        if finding.role is not None and finding.rule in HELD_RULES:
            of_role.setdefault(finding.role, []).append(finding)
    return tuple(_state_of(of_role.get(row.role.id, ())) for row in matrix.rows)


def _state_of(findings: Iterable[Finding]) -> RowState:
    numbers, rules = [], set()
    for finding in findings:
        rules.add(finding.rule)
        number = _STATE_OF.get((finding.rule, finding.way))
        if number is not None:
            numbers.append(number)
    named = " ".join(rule for rule in HELD_RULES if rule in rules)
    return RowState(numbers[0] if numbers else GOOD, named)


@dataclass(frozen=True, slots=True)
class RowFormula:
    """A formula about a row, ready to be filled with the row's number."""

    template: str

    def in_row(self, row: int) -> str:
        """Return the formula for `row`, counted from 0."""
        return self.template.replace("{row}", str(row + 1))


class RowFormulas:
    """The formulas that find in Excel what is wrong with a row, undecided rows first."""

    def __init__(self, layout: Layout, counting: Counting) -> None:
        """Count in the columns of `layout`."""
        inside = span_in_row(layout.columns_of("internal"), "{row}")
        outside = span_in_row(layout.columns_of("provider"), "{row}")
        everybody = span_in_row(range(FIRST_PARTY, layout.counts), "{row}")
        self._anything = "+".join(f'COUNTIF({span},"?*")' for span in everybody) or "0"
        self._accountable = _accountable(layout, counting, everybody)
        self._performing = _counted(layout, "performs")
        self._r_inside = counting.with_flag("performs", inside)
        self._r_outside = counting.with_flag("performs", outside)
        self._a_outside = counting.with_flag("accountable", outside)
        self._say = counting.of(_deciding(layout), inside)
        self._unsaid = f'{_stripped(f"${column_name(layout.note)}{{row}}")}=""'
        self._rules = f"${column_name(layout.rules)}{{row}}"
        self._sourcing = f"MATCH(${column_name(SOURCING)}{{row}},Sourcings,0)"
        self._area = f"MATCH(${column_name(AREA)}{{row}},Areas,0)"

    @property
    def state(self) -> RowFormula:
        """The formula that names the state of a row, by the first rule that it does not keep."""
        first = f"LEFT({self._rules},3)"
        steps = (
            (f'{self._rules}=""', "1"),
            (f'{first}="R00"', "2"),
            (f"{self._sourcing}=4", f"IF({self._performing}>0,3,4)"),
            (f'{first}="R08"', "5"),
            (f'{first}="R01"', f"IF({self._accountable}=0,6,7)"),
            (f'{first}="R02"', "8"),
            (f'{first}="D01"', f"IF({self._a_outside}>0,9,10)"),
        )
        nested = "11"
        for condition, state in reversed(steps):
            nested = f"IF({condition},{state},{nested})"
        return RowFormula(f"INDEX(Checks,{nested})")

    @property
    def rules(self) -> RowFormula:
        """The formula that names every rule a row does not keep."""
        undone = f"OR({self._performing}>0,{self._unsaid})"
        outside = f"OR({self._a_outside}>0,AND({self._r_outside}>0,{self._say}=0))"
        broken = (
            f'IF({self._accountable}=1,"","R01 ")&IF({self._performing}>0,"","R02 ")'
            f'&IF({outside},"D01 ","")&IF({self._agrees},"","D02")'
        )
        return RowFormula(
            f'IF({self._is_open},"R00",IF({self._sourcing}=4,IF({undone},"D02",""),'
            f'IF({self._anything}=0,"R08",TRIM({broken}))))'
        )

    @property
    def _is_open(self) -> str:
        return f"IFERROR(OR({self._sourcing}=5,{self._area}=5),TRUE)"

    @property
    def _agrees(self) -> str:
        """Whether who performs is who the sourcing says."""
        r_inside, r_outside = self._r_inside, self._r_outside
        return (
            f"CHOOSE({self._sourcing},AND({r_inside}>0,{r_outside}=0),"
            f"AND({r_inside}=0,{r_outside}>0),AND({r_inside}>0,{r_outside}>0))"
        )


def _stripped(cell: str) -> str:
    """Return the text of `cell` without line breaks and without blanks at its ends.

    TRIM knows the plain blank only; the planner's rules also know the full-width one.
    """
    plain = f"CLEAN({cell})"
    for blank in ("\u3000", "\xa0"):
        plain = f'SUBSTITUTE({plain},"{blank}"," ")'
    return f"TRIM({plain})"


def _deciding(layout: Layout) -> list[str]:
    """Return the letters that give a say."""
    return [
        letter.symbol
        for letter in layout.letters
        if not letter.one_way and letter.symbol != UNDECIDED_LETTER
    ]


def _accountable(layout: Layout, counting: Counting, everybody: list[str]) -> str:
    """Return how many parties are accountable; a party with two such letters is one."""
    if sum(letter.accountable for letter in layout.letters) < 2:
        return _counted(layout, "accountable")
    return counting.cells_with_flag("accountable", everybody)


def _counted(layout: Layout, flag: str) -> str:
    """Return the sum of the count columns of the letters with `flag`."""
    found = [
        f"${column_name(layout.count_column(letter.symbol))}{{row}}"
        for letter in layout.letters
        if getattr(letter, flag)
    ]
    return "+".join(found) or "0"
