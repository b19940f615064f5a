"""The numbers of the page for the directors in words, each with its values by phase, and its risks.

The page and the sheet of the workbook show the same.
"""

from dataclasses import replace
from typing import NamedTuple

from socplanner.domain.catalogue import Sourcing
from socplanner.domain.cost_inputs import CostInputs
from socplanner.domain.plan import Phase, Plan
from socplanner.domain.summary import PhaseFigures, Risk, Summary
from socplanner.wording.cost_words import amount_text
from socplanner.wording.findings import statement, subject
from socplanner.wording.language import Words
from socplanner.wording.maturity_words import mean_text
from socplanner.wording.road_map_words import terms_lines
from socplanner.wording.staffing_words import fixed_number
from socplanner.wording.terms import phase_name, role_label, sourcing_name

_THOUSAND = 1_000


class SummaryNumber(NamedTuple):
    """A number now and in the target, its values in the phases, and a sentence about it."""

    key: str
    title: str
    now: str
    target: str
    unit: str
    course: tuple[float | None, ...]
    about: str


def summary_numbers(summary: Summary, cost: CostInputs, words: Words) -> list[SummaryNumber]:
    """Return the numbers of a summary; amounts are shown as `cost` has it."""
    return [
        _decided(summary, words),
        _maturity(summary, words),
        _people(summary, words),
        _cost(summary, cost, words),
        _unmanned(summary, words),
    ]


def _decided(summary: Summary, words: Words) -> SummaryNumber:
    now, target = summary.now, summary.target
    shown = (Sourcing.INSOURCE, Sourcing.OUTSOURCE, Sourcing.BOTH)
    parts = (
        words.tr(
            "{sourcing} {now} → {target}",
            sourcing=sourcing_name(each, words),
            now=now.sourcings[each],
            target=target.sourcings[each],
        )
        for each in shown
    )
    return SummaryNumber(
        "decided",
        words.tr("Roles decided"),
        str(now.decided),
        str(target.decided) if len(summary.figures) > 1 else "",
        f"/ {target.sourcings.total()}",
        tuple(each.decided for each in summary.figures),
        ", ".join(parts),
    )


def _maturity(summary: Summary, words: Words) -> SummaryNumber:
    about = words.tr("Not assessed")
    if summary.now.maturity is not None and not summary.unanswered:
        about = words.tr("Every question is answered")
    elif summary.now.maturity is not None:
        about = words.count(
            "{n} question not answered, counted as 1",
            "{n} questions not answered, counted as 1",
            summary.unanswered,
        )
    course = tuple(
        None if each.maturity is None else each.maturity.tenths / 10 for each in summary.figures
    )
    return SummaryNumber(
        "maturity",
        words.tr("Maturity (mean)"),
        mean_text(summary.now.maturity),
        mean_text(summary.target.maturity) if len(summary.figures) > 1 else "",
        "/ 5",
        course,
        about,
    )


def _people(summary: Summary, words: Words) -> SummaryNumber:
    now, target = summary.now, summary.target
    return SummaryNumber(
        "people",
        words.tr("People needed"),
        fixed_number(now.need, 1),
        fixed_number(target.need, 1) if len(summary.figures) > 1 else "",
        words.tr("FTE"),
        tuple(each.need for each in summary.figures),
        "\n".join(_people_text(each, words) for each in (now, target)[: len(summary.figures)]),
    )


def _people_text(figures: PhaseFigures, words: Words) -> str:
    phase = phase_name(figures.phase, words)
    if figures.people is None:
        return words.tr("{phase}: people not stated", phase=phase)
    return words.tr(
        "{phase}: {people} FTE there, {missing} missing",
        phase=phase,
        people=fixed_number(figures.people, 1),
        missing=fixed_number(figures.shortfall, 1),
    )


def _unmanned(summary: Summary, words: Words) -> SummaryNumber:
    now, target = summary.now, summary.target

    def text(figures: PhaseFigures) -> str:
        return "–" if figures.unmanned is None else str(figures.unmanned)

    about = words.tr("Hours are not stated for {n} roles", n=target.unstated)
    return SummaryNumber(
        "unmanned",
        words.tr("Unmanned on Sunday at 3:00"),
        text(now),
        text(target) if len(summary.figures) > 1 else "",
        words.tr("roles"),
        tuple(each.unmanned for each in summary.figures),
        about if target.unstated else "",
    )


def _cost(summary: Summary, cost: CostInputs, words: Words) -> SummaryNumber:
    now, target = summary.now, summary.target

    def text(value: float | None) -> str:
        return amount_text(None if value is None else value / _THOUSAND, cost)

    cost = cost._replace(rounding=None)
    lines = (
        words.tr(
            "{name} {now} → {target}",
            name=name,
            now=text(before),
            target=text(after),
        )
        for name, before, after in (
            (words.tr("In-house"), now.inhouse_cost, target.inhouse_cost),
            (words.tr("Outsourced"), now.outsourced_cost, target.outsourced_cost),
        )
    )
    return SummaryNumber(
        "cost",
        words.tr("Cost a year, thousand {currency}", currency=cost.currency).strip(),
        text(now.cost),
        text(target.cost) if len(summary.figures) > 1 else "",
        "",
        tuple(each.cost for each in summary.figures),
        words.tr("Not stated") if now.cost is None and target.cost is None else "\n".join(lines),
    )


def risk_texts(risk: Risk, plan: Plan, words: Words) -> tuple[str, str]:
    """Return what a risk is about, and what it is."""
    if risk.unmanned is not None:
        return role_label(risk.unmanned, words), words.tr(
            "No one acts on Sunday at 3:00: it waits until someone is there."
        )
    assert risk.finding is not None
    finding = risk.finding.finding
    return subject(finding, plan, words), statement(finding, plan, words)


def period_and_budget(phase: Phase, words: Words) -> tuple[str, ...]:
    """Return the period of `phase` and its budget, as far as they are stated."""
    terms = phase.terms._replace(approver="", approval_day="", approval_number="")
    first, *others = (*terms_lines(replace(phase, terms=terms), words), "")
    return (f"{phase_name(phase, words)}: {first}", *filter(None, others)) if first else ()


def approval_text(phase: Phase) -> str:
    """Return who approved `phase`, on which day and under which number; empty where not stated."""
    terms = phase.terms
    return "  ".join(filter(None, (terms.approver, terms.approval_day, terms.approval_number)))
