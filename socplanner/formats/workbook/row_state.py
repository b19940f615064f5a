"""What the column "Check" states of a role: the first finding of the program's own rules.

The value comes from the rules (`domain.checks`), the formula gives the same in Excel while the
sheet is filled in. A test holds both together, and LibreOffice recalculates it. The column "Rules"
lists all that is wrong with the row. A cell that holds no letter is found by the formulas alone,
since no plan can hold one.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from socplanner.domain.catalogue import Area, Sourcing
from socplanner.domain.checks.finding import Finding
from socplanner.domain.ids import RoleId
from socplanner.domain.letters import UNDECIDED_LETTER, Letter
from socplanner.domain.matrix import Matrix
from socplanner.domain.plan import Plan
from socplanner.formats.record.cell_references import column_name
from socplanner.formats.workbook.counting import Counting, span_in_row
from socplanner.formats.workbook.layout import (
    AREA,
    FIRST_PARTY,
    INSIDE_DECIDES,
    INSIDE_PERFORMS,
    PROVIDER_ACCOUNTABLE,
    PROVIDER_PERFORMS,
    SOURCING,
    Layout,
)
from socplanner.wording.language import N_, Words

SOURCING_ORDER = tuple(Sourcing)
AREA_ORDER = tuple(Area)
FORMULA_RULES = ("R00", "R08", "R01", "R02", "D01", "D02")
"""The rules that the sheet checks by itself, in the order in which they are named."""

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
GOOD, OPEN, UNREADABLE = 1, 2, 12
"""States counted as Excel counts, from 1; the first two are no error."""

_RULE_OF = (*("", "R00", "D02", "D02", "R08", "R01", "R01", "R02", "D01", "D01", "D02"), "")
"""The rule behind each state."""

_JOINT = "; "

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
    """What is wrong with a row: the first thing by its number, and the first of each rule."""

    number: int
    problems: tuple[int, ...] = ()

    def breaks(self, rule: str) -> bool:
        """Tell whether the row does not keep `rule`."""
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
    return _JOINT.join(labels[number - 1] for number in state.problems)


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
        terms = _STATE_OF.get((finding.rule, finding.variant))
        if terms is not None:
            first_of.setdefault(finding.rule, terms)
            number = terms if number == GOOD else number
    return RowState(number, tuple(first_of[rule] for rule in FORMULA_RULES if rule in first_of))


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
        self._layout, self._counting = layout, counting
        self._everybody = span_in_row(range(FIRST_PARTY, layout.counts), "{row}")
        self._anything = "+".join(f'COUNTIF({span},"?*")' for span in self._everybody) or "0"
        self._accountable = _accountable(layout, counting, self._everybody)
        self._performing = _counted(layout, "performs")
        self._kinds = f"${column_name(layout.kinds)}{{row}}"
        self._unreadable = f"${column_name(layout.unreadable)}{{row}}"
        self._unexplained = f'{_stripped(f"${column_name(layout.note)}{{row}}")}=""'
        self._rules = f"${column_name(layout.rules)}{{row}}"
        self._sourcing = f"MATCH(${column_name(SOURCING)}{{row}},Sourcings,0)"
        self._area = f"MATCH(${column_name(AREA)}{{row}},Areas,0)"

    @property
    def counts(self) -> tuple[RowFormula, ...]:
        """The formulas that count each letter, then what is no letter, then what holds by kind."""
        inside = span_in_row(self._layout.columns_of("internal"), "{row}")
        outside = span_in_row(self._layout.columns_of("provider"), "{row}")
        deciding = deciding_symbols(self._layout.letters)
        counted = (
            *(self._counting.of((each.symbol,), self._everybody) for each in self._layout.letters),
            self._counting.unreadable(self._everybody),
            "+".join(
                f"(({count})>0)*{weight}"
                for weight, count in (
                    (INSIDE_PERFORMS, self._counting.with_flag("performs", inside)),
                    (PROVIDER_PERFORMS, self._counting.with_flag("performs", outside)),
                    (PROVIDER_ACCOUNTABLE, self._counting.with_flag("accountable", outside)),
                    (INSIDE_DECIDES, self._counting.cells_with(deciding, inside)),
                )
            ),
        )
        return tuple(map(RowFormula, counted))

    @property
    def state(self) -> RowFormula:
        """The formula that names the state of a row, by the first rule that it does not keep."""
        first = f"LEFT({self._rules},3)"
        steps = (
            (f"{self._unreadable}>0", str(UNREADABLE)),
            (f'{self._rules}=""', str(GOOD)),
            (f'{first}="R00"', str(OPEN)),
            (f"{self._sourcing}=4", f"IF({self._performing}>0,3,4)"),
            (f'{first}="R08"', "5"),
            (f'{first}="R01"', f"IF({self._accountable}=0,6,7)"),
            (f'{first}="R02"', "8"),
            (f'{first}="D01"', f"IF({self._fires(PROVIDER_ACCOUNTABLE)},9,10)"),
        )
        nested = "11"
        for condition, state in reversed(steps):
            nested = f"IF({condition},{state},{nested})"
        return RowFormula(f"INDEX(Checks,{nested})")

    @property
    def rules(self) -> RowFormula:
        """The formula that lists all that is wrong with a row."""
        undecided = f"{self._fires(PROVIDER_PERFORMS)},NOT({self._fires(INSIDE_DECIDES)})"
        outside = f'IF(AND({undecided}),{_named(10)},"")'
        broken = "&".join(
            (
                f'IF({self._accountable}=1,"",{_named(f"IF({self._accountable}=0,6,7)")})',
                f'IF({self._performing}>0,"",{_named(8)})',
                f"IF({self._fires(PROVIDER_ACCOUNTABLE)},{_named(9)},{outside})",
                f'IF({self._agrees},"",{_named(11)})',
            )
        )
        undone = f'IF({self._performing}>0,{_named(3)},IF({self._unexplained},{_named(4)},""))'
        resolve_mapping = f"IF({self._anything}=0,{_named(5)},{broken})"
        open_or_not = (
            f"IF({self._is_open},{_named(OPEN)},IF({self._sourcing}=4,{undone},{resolve_mapping}))"
        )
        unread = f'IF({self._unreadable}>0,{_named(UNREADABLE)},"")'
        return RowFormula(f"MID({unread}&{open_or_not},{len(_JOINT) + 1},500)")

    @property
    def _is_open(self) -> str:
        return f"IFERROR(OR({self._sourcing}=5,{self._area}=5),TRUE)"

    @property
    def _agrees(self) -> str:
        """Whether the parties that perform are those the sourcing asks for."""
        both = INSIDE_PERFORMS + PROVIDER_PERFORMS
        expected = f"CHOOSE({self._sourcing},{INSIDE_PERFORMS},{PROVIDER_PERFORMS},{both})"
        return f"MOD({self._kinds},{both + 1})={expected}"

    def _fires(self, weight: int) -> str:
        """Return whether the hidden column has `weight` in it."""
        return f"MOD(INT({self._kinds}/{weight}),2)=1"


def _named(number: int | str) -> str:
    """Return the text of a problem, to be joined to those before it."""
    return f'"{_JOINT}"&INDEX(Problems,{number})'


def _stripped(cell: str) -> str:
    """Return the text of `cell` without line breaks and without blanks at its ends.

    TRIM knows the plain blank only; the planner's rules also know the full-width one.
    """
    plain = f"CLEAN({cell})"
    for blank in ("\u3000", "\xa0"):
        plain = f'SUBSTITUTE({plain},"{blank}"," ")'
    return f"TRIM({plain})"


def deciding_symbols(letters: Iterable[Letter]) -> list[str]:
    """Return the letters that give a say."""
    return [
        letter.symbol
        for letter in letters
        if not letter.one_way and letter.symbol != UNDECIDED_LETTER
    ]


def _accountable(layout: Layout, counting: Counting, everybody: list[str]) -> str:
    """Return how many parties are accountable; a party with two such letters is one."""
    if sum(letter.accountable for letter in layout.letters) < 2:
        return _counted(layout, "accountable")
    return counting.cells_with_flag("accountable", everybody)


def _counted(layout: Layout, flag: str) -> str:
    """Return the sum of the count columns of the letters with `flag`."""
    terms = [
        f"${column_name(layout.count_column(letter.symbol))}{{row}}"
        for letter in layout.letters
        if getattr(letter, flag)
    ]
    return "+".join(terms) or "0"
