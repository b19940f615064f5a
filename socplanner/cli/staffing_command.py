"""`socplanner staffing`: how many people a phase needs and has, as text or as JSON."""

from collections.abc import Iterator
from pathlib import Path

from socplanner.cli.arguments import FORMAT, Request, refused_choice
from socplanner.cli.columns import aligned
from socplanner.cli.figure_arguments import COVERAGE_PHASE
from socplanner.cli.figure_json import dumped, figure_json, figures_json
from socplanner.cli.terminal import Terminal
from socplanner.domain.ids import PhaseId
from socplanner.domain.plan import Phase, Plan
from socplanner.domain.staffing.assumed import Figures
from socplanner.domain.staffing.crews import CrewCheck
from socplanner.domain.staffing.phase_staffing import (
    PartyStaffing,
    PhaseStaffing,
    PostStaffing,
    staffing_of,
)
from socplanner.domain.staffing_inputs import ASSUMPTIONS
from socplanner.services.plan_files import open_plan
from socplanner.wording.language import N_, Words
from socplanner.wording.queue_words import queue_sentences
from socplanner.wording.staffing_words import (
    assumption_text,
    crew_sentences,
    fixed_number,
    formula_in_words,
    formula_with_values,
    law_text,
    short_number,
    symbol_name,
)
from socplanner.wording.terms import listed, parties_in_words, party_name, phase_name

_COLUMNS = (
    ("need_fte", N_("Need (FTE)"), 2),
    ("need_people", N_("Need (people)"), 0),
    ("today_people", N_("People"), 0),
    ("today_fte", N_("People (FTE)"), 2),
    ("gap", N_("Gap (FTE)"), 2),
    ("night_hours", N_("Late-night h"), 0),
    ("on_call_need", N_("On call: need"), 0),
    ("on_call_today", N_("On call: have"), 0),
)
_EXPLAINED = ("need_fte", "today_fte", "gap")


def staffing(request: Request, words: Words, terminal: Terminal) -> int:
    """Print the staffing of a phase; raise FileProblem as `open_plan`."""
    plan = open_plan(Path(request.places[0])).plan
    result = staffing_of(plan, _phase(request, plan).id)
    if request.options.get(FORMAT.name) == "json":
        terminal.answer(dumped(_json(request.places[0], plan, result, words), terminal))
    else:
        terminal.answer("\n".join(_lines(plan, result, words)))
    return 0


def _phase(request: Request, plan: Plan) -> Phase:
    wanted = request.options.get(COVERAGE_PHASE.name)
    phase = plan.phases[0] if wanted is None else plan.phase(PhaseId(wanted))
    if phase is None:
        raise refused_choice(COVERAGE_PHASE.name, str(wanted), [each.id for each in plan.phases])
    return phase


def _lines(plan: Plan, result: PhaseStaffing, words: Words) -> Iterator[str]:
    yield words.tr(
        "{organisation}, {phase}: staffing",
        organisation=plan.organisation,
        phase=phase_name(result.phase, words),
    )
    yield ""
    if not result.parties:
        yield words.tr("The plan has no posts, workloads or people: add them under “staffing”.")
        return
    yield from _table(result, words)
    for party in result.parties:
        yield ""
        yield party_name(party.party, words)
        yield from (f"  {line}" for line in _party_lines(party, words))
    yield ""
    yield from _notes(plan, result, words)


def _table(result: PhaseStaffing, words: Words) -> Iterator[str]:
    header = ["", *(words.tr(heading) for _, heading, _ in _COLUMNS)]
    rows = [[party_name(each.party, words), *_cells(each.figures)] for each in result.parties]
    return aligned([header, *rows, [words.tr("Total (internal)"), *_cells(result.total)]])


def _cells(figures: Figures) -> list[str]:
    return [fixed_number(figures[symbol].value, places) for symbol, _, places in _COLUMNS]


def _party_lines(party: PartyStaffing, words: Words) -> Iterator[str]:
    for post in party.posts:
        yield from _post_lines(post, words)
    for workload, fte in party.work:
        yield words.tr(
            "{workload}: {fte} FTE = {formula}",
            workload=words.local(workload.name),
            fte=short_number(fte.value),
            formula=formula_with_values(fte),
        )
    for symbol in _EXPLAINED:
        figure = party.figures[symbol]
        yield words.tr(
            "{name} = {formula} = {value}",
            name=symbol_name(symbol, words),
            formula=formula_with_values(figure),
            value=short_number(figure.value),
        )


def _post_lines(post: PostStaffing, words: Words) -> Iterator[str]:
    fte = post.figures["post_fte"]
    yield words.tr(
        "{post} ({coverage}; seats: {seats}): {fte} FTE = {formula}",
        post=words.local(post.post.name),
        coverage=post.post.coverage,
        seats=short_number(post.figures["seats"].value),
        fte=short_number(fte.value),
        formula=formula_with_values(fte),
    )
    if post.post.queue is not None:
        sentences = queue_sentences(post.post.queue, post.figures["seats"].value, words)
        yield from (f"  {sentence}" for sentence in sentences)
    if post.crews is not None:
        yield from (f"  {sentence}" for sentence in crew_sentences(post.crews, words))


def _notes(plan: Plan, result: PhaseStaffing, words: Words) -> Iterator[str]:
    """Yield the net hours, what is left out, and the defaults that were used."""
    net = result.assumed["net_hours"]
    for formula in (formula_in_words(net, plan, words), formula_with_values(net)):
        yield words.tr(
            "{name} = {formula} = {value}",
            name=symbol_name(net.symbol, words),
            formula=formula,
            value=short_number(net.value),
        )
    short = result.total["shortfall"].value
    if short:
        yield words.tr("In all, {fte} FTE are missing.", fte=short_number(short))
    if result.left_out:
        yield words.tr(
            "No headcount is stated for {parties}: the total leaves them out.",
            parties=parties_in_words(plan, result.left_out, words),
        )
    defaults = [
        assumption_text(figure, words)
        for figure in (result.assumed[each.symbol] for each in ASSUMPTIONS)
        if figure.is_default and figure.value is not None
    ]
    if defaults:
        yield words.tr("This tool's defaults: {list}", list=listed(defaults, words))
    yield law_text(result.law, words)


def _json(place: str, plan: Plan, result: PhaseStaffing, words: Words) -> dict[str, object]:
    """Return the answer as `docs/command-line.md` describes it."""
    return {
        "format": 1,
        "plan": place,
        "organisation": plan.organisation,
        "language": words.language,
        "phase": result.phase.id,
        "law": {"country": result.law.country, "as_of": result.law.as_of},
        "assumptions": {
            each.id: {
                "value": result.assumed[each.symbol].value,
                "default": result.assumed[each.symbol].is_default,
            }
            for each in ASSUMPTIONS
        },
        "net_hours": figure_json(result.assumed["net_hours"]),
        "parties": [_party_json(party, words) for party in result.parties],
        "total": figures_json(result.total),
        "left_out": list(result.left_out),
    }


def _party_json(party: PartyStaffing, words: Words) -> dict[str, object]:
    return {
        "party": party.party.id,
        "name": party_name(party.party, words),
        "figures": figures_json(party.figures),
        "posts": [
            {
                "post": each.post.id,
                "name": words.local(each.post.name),
                "roles": list(each.post.roles),
                "coverage": each.post.coverage,
                "figures": figures_json(each.figures),
                "crews": None if each.crews is None else _crews_json(each.crews, words),
            }
            for each in party.posts
        ],
        "workloads": [
            {
                "workload": workload.id,
                "name": words.local(workload.name),
                "fte": figure_json(fte),
            }
            for workload, fte in party.work
        ],
    }


def _crews_json(crews: CrewCheck, words: Words) -> dict[str, object]:
    return {
        "verdict": crews.verdict,
        "hours_a_week": crews.week.value,
        "overtime_a_year": crews.overtime.value,
        "relief": crews.relief.value,
        "rest_days_in_four_weeks": crews.rest_days,
        "fits_month": crews.fits_month,
        "fits_year": crews.fits_year,
        "has_weekly_rest": crews.has_weekly_rest,
        "has_break": crews.has_break,
        "remarks": list(crew_sentences(crews, words)),
    }
