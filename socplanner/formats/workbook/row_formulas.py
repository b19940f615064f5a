"""The formulas that find in Excel what is wrong with a row, rendered from the conditions."""

from dataclasses import dataclass
from itertools import groupby

from socplanner.domain.catalogue import Area, Sourcing
from socplanner.domain.checks.row_conditions import (
    ALWAYS,
    AREA_NUMBERS,
    SOURCING_NUMBERS,
    STAGES,
    RowCondition,
)
from socplanner.domain.formula import Constant, Formula, Input, any_of, choice, greater, joined
from socplanner.formats.record.cell_references import column_name
from socplanner.formats.workbook.counting import Counting, span_in_row
from socplanner.formats.workbook.excel_formula import excel_text
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
from socplanner.formats.workbook.row_state import (
    GOOD,
    PROBLEM_SEPARATOR,
    STATE_NUMBERS,
    UNREADABLE,
    deciding_symbols,
)

_LONGEST = 500
"""More characters than all problems of a row have."""


def problems_formula() -> Formula:
    """Return the formula of all that is wrong with a row, each problem after a separator.

    Its inputs are the facts of the row, `unreadable` for the number of cells without letters, and
    the texts of the problems, `problem 1` and so on.
    """
    text: Formula = Constant("")
    for stage in reversed(STAGES):
        texts = joined(*(_problem_of(condition) for condition in stage.conditions))
        text = texts if stage.applies is ALWAYS else choice(stage.applies, texts, text)
    unread = choice(greater(Input("unreadable"), 0), _problem(UNREADABLE), Constant(""))
    return joined(unread, text)


def _problem_of(condition: RowCondition) -> Formula:
    """Return the text of the first variant that a row breaks, and an empty one for none."""
    variants = groupby(
        condition.variants, key=lambda variant: STATE_NUMBERS[condition.rule, variant.name]
    )
    numbered = [(number, tuple(each.condition for each in group)) for number, group in variants]
    text: Formula = Constant("")
    for number, conditions in reversed(numbered):
        if conditions[0] is ALWAYS:
            text = _problem(number)
        else:
            broken = conditions[0] if len(conditions) == 1 else any_of(*conditions)
            text = choice(broken, _problem(number), text)
    return text


def _problem(number: int) -> Formula:
    return joined(Constant(PROBLEM_SEPARATOR), Input(f"problem {number}"))


@dataclass(frozen=True, slots=True)
class RowFormula:
    """A formula about a row, ready to be filled with the row's number."""

    template: str

    def in_row(self, row: int) -> str:
        """Return the formula for `row`, counted from 0."""
        return self.template.replace("{row}", str(row + 1))


class RowFormulas:
    """The formulas of the columns of counts, "Check" and "Rules"."""

    def __init__(self, layout: Layout, counting: Counting) -> None:
        """Count in the columns of `layout`."""
        self._layout, self._counting = layout, counting
        self._everybody = span_in_row(range(FIRST_PARTY, layout.counts), "{row}")

    @property
    def counts(self) -> tuple[RowFormula, ...]:
        """The formulas that count each letter, then unreadable cells, then the flags by kind."""
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
    def rules(self) -> RowFormula:
        """The formula that lists all that is wrong with a row."""
        text = excel_text(problems_formula(), self._cells())
        return RowFormula(f"MID({text},{len(PROBLEM_SEPARATOR) + 1},{_LONGEST})")

    def state(self, problems: list[str]) -> RowFormula:
        """Return the formula of the text of "Check": after the first of `problems` in the list."""
        rules = f"${column_name(self._layout.rules)}{{row}}"
        first = f'LEFT({rules},FIND("{PROBLEM_SEPARATOR}",{rules}&"{PROBLEM_SEPARATOR}")-1)'
        for wildcard in "~*?":
            if any(wildcard in problem for problem in problems):
                first = f'SUBSTITUTE({first},"{wildcard}","~{wildcard}")'
        return RowFormula(f'INDEX(Checks,IF({rules}="",{GOOD},MATCH({first},Problems,0)))')

    def _cells(self) -> dict[str, str]:
        """Return how the inputs of the conditions are written in a row."""
        layout = self._layout
        sourcing = f"MATCH(${column_name(SOURCING)}{{row}},Sourcings,0)"
        area = f"MATCH(${column_name(AREA)}{{row}},Areas,0)"
        filled = "+".join(f'COUNTIF({span},"?*")' for span in self._everybody) or "0"
        note = _stripped(f"${column_name(layout.note)}{{row}}")
        return {
            # what is no entry of the list is not decided
            "sourcing": f"IFERROR({sourcing},{SOURCING_NUMBERS[Sourcing.UNDECIDED]})",
            "area": f"IFERROR({area},{AREA_NUMBERS[Area.UNPLACED]})",
            "filled": f"({filled}>0)",
            "accountable": _single(self._accountable()),
            "performed": f"({self._counted('performs')}>0)",
            "inside_performs": self._has_weight(INSIDE_PERFORMS),
            "provider_performs": self._has_weight(PROVIDER_PERFORMS),
            "provider_accountable": self._has_weight(PROVIDER_ACCOUNTABLE),
            "inside_decides": self._has_weight(INSIDE_DECIDES),
            "explained": f'({note}<>"")',
            "unreadable": f"${column_name(layout.unreadable)}{{row}}",
            **{
                f"problem {number}": f"INDEX(Problems,{number})"
                for number in (*STATE_NUMBERS.values(), UNREADABLE)
            },
        }

    def _has_weight(self, weight: int) -> str:
        """Return whether the hidden column of kinds has `weight` in it."""
        return f"(MOD(INT(${column_name(self._layout.kinds)}{{row}}/{weight}),2)=1)"

    def _accountable(self) -> str:
        """Return how many parties are accountable; a party with two such letters is one."""
        if sum(letter.accountable for letter in self._layout.letters) < 2:
            return self._counted("accountable")
        return self._counting.cells_with_flag("accountable", self._everybody)

    def _counted(self, flag: str) -> str:
        """Return the sum of the count columns of the letters with `flag`."""
        terms = [
            f"${column_name(self._layout.count_column(letter.symbol))}{{row}}"
            for letter in self._layout.letters
            if getattr(letter, flag)
        ]
        return "+".join(terms) or "0"


def _single(text: str) -> str:
    """Return `text` as one operand: in parentheses where it is a sum."""
    return f"({text})" if "+" in text else text


def _stripped(cell: str) -> str:
    """Return the text of `cell` without line breaks and without blanks at its ends.

    TRIM knows the plain blank only; the planner's rules also know the full-width one.
    """
    plain = f"CLEAN({cell})"
    for blank in ("\u3000", "\xa0"):
        plain = f'SUBSTITUTE({plain},"{blank}"," ")'
    return f"TRIM({plain})"
