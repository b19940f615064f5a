"""The sheet of checks: live counts of the rules a sheet can hold, and the rest as of a day."""

from collections import Counter
from dataclasses import replace
from random import Random

from socplanner.domain.checks.run import check_phase
from socplanner.domain.ids import PhaseId
from socplanner.domain.plan import Plan
from socplanner.domain.waivers import Waiver
from socplanner.formats.workbook.row_state import FORMULA_RULES
from tests.support.plans import big_plan, hybrid_plan
from tests.support.small_plan import NOW
from tests.support.workbooks import messy, written


def rows_of(plan: Plan) -> list[tuple[object, ...]]:
    """Return what stands on the sheet, row by row."""
    sheet = written(plan).values.worksheets[3]
    return [row[:5] for row in sheet.iter_rows(min_row=5, values_only=True)]


def table_of(plan: Plan, title: str) -> list[tuple[object, ...]]:
    """Return the rows of the table under `title`, down to the next empty one."""
    rows = rows_of(plan)
    begin = next(place for place, row in enumerate(rows) if str(row[0]).startswith(title))
    result = []
    for row in rows[begin + 1 :]:
        if not row[0]:
            break
        result.append(row)
    return result


def test_the_checks_count_the_roles_that_do_not_keep_a_rule() -> None:
    """The same as the findings of the program."""
    plan = messy(hybrid_plan(), Random(5))
    result = Counter({(each.rule, each.role) for each in check_phase(plan, NOW)})
    broken = Counter(rule for rule, _ in result if rule in FORMULA_RULES)
    text = {str(row[0]): row[4] for row in rows_of(plan)[: len(FORMULA_RULES)]}
    assert text == {rule: broken[rule] for rule in FORMULA_RULES}
    assert len(+broken) == len(FORMULA_RULES)


def test_findings_of_the_program_alone_are_listed_the_most_severe_first() -> None:
    """With the day, since no formula follows it."""
    plan = hybrid_plan()
    listed = table_of(plan, "Other findings, as of 2026-01-31")
    result = [each for each in check_phase(plan, NOW) if each.rule not in FORMULA_RULES]
    assert sorted(str(row[0]) for row in listed) == sorted(each.rule for each in result)
    order = [("Error", "Warning", "Info").index(str(row[3])) for row in listed]
    assert order == sorted(order)
    assert listed


def test_a_waived_finding_is_listed_apart_with_its_reason() -> None:
    """Until its last day; after it, it is a finding like the others."""
    plan = hybrid_plan()
    first = next(each for each in check_phase(plan, NOW) if each.rule not in FORMULA_RULES)
    rule, phase, role, party = first.subject
    waived = Waiver(rule, PhaseId(phase), role, party, "=agreed with the board", "2026-01-31")
    before = table_of(plan, "Other findings")
    after = replace(plan, waivers=(waived,))
    assert len(table_of(after, "Other findings")) == len(before) - 1
    (row,) = table_of(after, "Waived, as of 2026-01-31")
    assert (row[0], row[2], row[4]) == (rule, "=agreed with the board", "2026-01-31")
    ended = replace(plan, waivers=(waived._replace(until="2026-01-30"),))
    assert table_of(ended, "Other findings") == before


def test_thousands_of_findings_do_not_fill_the_sheet() -> None:
    """Whoever has so many opens the program."""
    rows = [row for row in rows_of(big_plan(900, 12)) if any(row)]
    assert len(rows) < 230
    assert str(rows[-1][1]).endswith("more in the program.")
