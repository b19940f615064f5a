"""`socplanner cost`: what a phase costs, and the plan under the four patterns."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from socplanner.cli.arguments import FORMAT, Request, refused_choice
from socplanner.cli.columns import aligned
from socplanner.cli.cost_arguments import COST_PHASE, PATTERNS
from socplanner.cli.figure_json import dumped, figures_json
from socplanner.cli.terminal import Terminal
from socplanner.domain.cost.pattern_costs import PatternColumn, pattern_columns, phase_column
from socplanner.domain.cost.phase_cost import PartyCost, PhaseCost
from socplanner.domain.cost_inputs import NO_COST
from socplanner.domain.ids import PhaseId
from socplanner.domain.plan import Phase, Plan
from socplanner.domain.staffing.calculation import Figure
from socplanner.services.plan_files import open_plan
from socplanner.wording.cost_words import (
    PARTY_COLUMNS,
    CostRow,
    amount_text,
    cell_text,
    comparison_rows,
    contract_sentence,
    no_party,
    omission_sentence,
    pattern_heading,
    pattern_remarks,
    remarks,
    unit_sentence,
)
from socplanner.wording.language import Words
from socplanner.wording.staffing_words import (
    fixed_number,
    formula_with_values,
    law_text,
    symbol_name,
)
from socplanner.wording.terms import party_name, phase_name

_FTE = ("cost_fte", "retained_fte")
_EXPLAINED = ("inhouse_cost", "retained_cost")
_TOTALS = ("inhouse_total", "retained_total", "fees_total", "year_total", "once_total")


def cost(request: Request, words: Words, terminal: Terminal) -> int:
    """Print the cost of a phase; raise FileProblem as `open_plan`."""
    plan = open_plan(Path(request.places[0])).plan
    phases = [phase_column(plan, phase.id) for phase in plan.phases]
    shown = phases[plan.phases.index(_phase(request, plan))].cost
    columns: tuple[PatternColumn, ...] = ()
    if PATTERNS.name in request.options:
        columns = pattern_columns(plan, shown.phase.id)
    if request.options.get(FORMAT.name) == "json":
        answer = _json(request.places[0], plan, shown, phases, columns, words)
        terminal.answer(dumped(answer, terminal))
    else:
        terminal.answer("\n".join(_lines(plan, shown, phases, columns, words)))
    return 0


def _phase(request: Request, plan: Plan) -> Phase:
    wanted = request.options.get(COST_PHASE.name)
    phase = plan.phases[0] if wanted is None else plan.phase(PhaseId(wanted))
    if phase is None:
        raise refused_choice(COST_PHASE.name, str(wanted), [each.id for each in plan.phases])
    return phase


def _lines(
    plan: Plan,
    shown: PhaseCost,
    phases: Sequence[PatternColumn],
    columns: Sequence[PatternColumn],
    words: Words,
) -> Iterator[str]:
    yield words.tr(
        "{organisation}, {phase}: cost",
        organisation=plan.organisation,
        phase=phase_name(shown.phase, words),
    )
    if plan.cost == NO_COST:
        yield words.tr("The plan states no cost: add rates and contracts under “cost”.")
    else:
        yield from _amounts(plan, shown, phases, words)
    if columns:
        yield ""
        names = [pattern_heading(each, words) for each in columns]
        yield from aligned(_rows(plan, names, comparison_rows(columns, words)))
    notes = list(_notes(plan, shown, columns, words))
    if notes:
        yield ""
        yield from notes


def _amounts(
    plan: Plan, shown: PhaseCost, phases: Sequence[PatternColumn], words: Words
) -> Iterator[str]:
    """Yield the cost by party, how it comes about, and the phases side by side."""
    yield unit_sentence(plan.cost, words)
    yield ""
    yield from aligned(_party_rows(plan, shown, words))
    for each in shown.parties:
        yield from _explained(each, plan, words)
    if len(phases) > 1:
        yield ""
        names = [phase_name(each.cost.phase, words) for each in phases]
        yield from aligned(_rows(plan, names, comparison_rows(phases, words)))


def _party_rows(plan: Plan, shown: PhaseCost, words: Words) -> list[list[str]]:
    header = ["", words.tr("FTE"), *(words.tr(name) for _, name in PARTY_COLUMNS)]
    rows = [header]
    for each in shown.parties:
        fte = [each.figures[name].value or 0 for name in _FTE if name in each.figures]
        amounts = [_amount(plan, each.figures.get(symbol)) for symbol, _ in PARTY_COLUMNS]
        rows.append([_name(each, words), fixed_number(sum(fte) if fte else None, 2), *amounts])
    total = shown.total
    fte_total = fixed_number(total["fte_total"].value, 2)
    return [*rows, [words.tr("Total"), fte_total, *(_amount(plan, total[s]) for s in _TOTALS)]]


def _amount(plan: Plan, figure: Figure | None) -> str:
    return "" if figure is None else amount_text(figure.value, plan.cost)


def _name(each: PartyCost, words: Words) -> str:
    return no_party(words) if each.party is None else party_name(each.party, words)


def _explained(each: PartyCost, plan: Plan, words: Words) -> Iterator[str]:
    """Yield how the cost of a party comes about, its contracts among it."""
    if each.figures["party_year"].value is None and not each.contracts:
        return
    yield ""
    yield _name(each, words)
    for symbol in _EXPLAINED:
        figure = each.figures.get(symbol)
        if figure is not None and figure.text:
            yield "  " + words.tr(
                "{name} = {formula} = {value}",
                name=symbol_name(symbol, words),
                formula=formula_with_values(figure),
                value=amount_text(figure.value, plan.cost),
            )
    for contract in each.contracts:
        yield "  " + contract_sentence(contract, plan.cost, words)


def _rows(plan: Plan, names: Sequence[str], rows: Sequence[CostRow]) -> list[list[str]]:
    return [
        ["", *names],
        *(
            [row.name, *(cell_text(figure, row.kind, plan.cost) for figure in row.figures)]
            for row in rows
        ),
    ]


def _notes(
    plan: Plan, shown: PhaseCost, columns: Sequence[PatternColumn], words: Words
) -> Iterator[str]:
    if plan.cost != NO_COST:
        yield from (omission_sentence(each, plan, words) for each in shown.left_out)
        yield from remarks(shown, plan, words)
    if columns:
        yield from pattern_remarks(plan, words)
    if plan.cost != NO_COST:
        yield law_text(shown.staffing.law, words)


def _json(
    place: str,
    plan: Plan,
    shown: PhaseCost,
    phases: Sequence[PatternColumn],
    columns: Sequence[PatternColumn],
    words: Words,
) -> dict[str, object]:
    """Return the answer as `docs/command-line.md` describes it."""
    answer: dict[str, object] = {
        "format": 1,
        "plan": place,
        "organisation": plan.organisation,
        "language": words.language,
        "phase": shown.phase.id,
        "currency": plan.cost.currency,
        "parties": [_party_json(each, words) for each in shown.parties],
        "total": figures_json(shown.total),
        "left_out": _omission_json(plan, shown, words),
        "phases": {each.cost.phase.id: _column_json(each) for each in phases},
    }
    if columns:
        answer["patterns"] = [_column_json(each) for each in columns]
    return answer


def _party_json(each: PartyCost, words: Words) -> dict[str, object]:
    return {
        "party": None if each.party is None else each.party.id,
        "name": _name(each, words),
        "figures": figures_json(each.figures),
        "contracts": [
            {
                "contract": cost.contract.id,
                "roles": list(cost.roles),
                "year": cost.year.value,
                "once": cost.once.value,
            }
            for cost in each.contracts
        ],
    }


def _omission_json(plan: Plan, shown: PhaseCost, words: Words) -> list[dict[str, object]]:
    return [
        {
            "kind": each.kind,
            "party": each.party,
            "roles": list(each.roles),
            "contract": each.contract or None,
            "text": omission_sentence(each, plan, words),
        }
        for each in shown.left_out
    ]


def _column_json(column: PatternColumn) -> dict[str, object]:
    return {
        "pattern": None if column.pattern is None else column.pattern.id,
        "roles": {each.value: number for each, number in column.cost.roles.counts.items()},
        "moved_in": column.moved_in,
        "moved_out": column.moved_out,
        "total": figures_json(column.cost.total),
        "unmanned_hours": column.unmanned.hours,
        "roles_without_hours": column.unmanned.not_stated,
        "roles_below_aim": column.gap.roles,
        "points_below_aim": column.gap.points,
        "roles_without_aim": column.gap.without_aim,
    }
