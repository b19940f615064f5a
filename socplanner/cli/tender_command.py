"""`socplanner tender`: write the tender pack of a provider, or compare the bids for it."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from socplanner.cli.arguments import FORMAT, Request, RequestRefused, refused_choice
from socplanner.cli.columns import aligned
from socplanner.cli.figure_json import dumped
from socplanner.cli.picture_command import DrawPicture
from socplanner.cli.target_file import check_target, write_target
from socplanner.cli.tender_arguments import COMPARE, TENDER_PARTY, TENDER_PHASE
from socplanner.cli.terminal import Terminal, answer_lost
from socplanner.domain.ids import PartyId, PhaseId
from socplanner.domain.letters import normal_symbol
from socplanner.domain.picture_choices import PDF
from socplanner.domain.picture_options import Paper, PictureOptions, PictureSubject
from socplanner.domain.plan import Party, Phase, Plan
from socplanner.domain.tender.comparison import (
    BidColumn,
    Comparison,
    comparison_of,
    performed_roles,
)
from socplanner.domain.tender.pack import Pack, pack_of
from socplanner.domain.tender.vendor_view import vendor_view
from socplanner.domain.tender_inputs import (
    SERVICE_LEVELS,
    VENDOR_ANSWERS,
)
from socplanner.services.exporter import SUFFIX, bids_workbook, pack_workbook
from socplanner.services.plan_files import open_plan
from socplanner.wording.comparison_words import (
    comparison_notes,
    comparison_title,
    price_text,
    priced_answer,
)
from socplanner.wording.flow_words import duration_text
from socplanner.wording.language import N_, Words
from socplanner.wording.tender_words import NOTHING_TO_BID, answer_name, pack_title, volume_text
from socplanner.wording.terms import party_name, phase_name, role_label

_PACK_SUFFIXES, _COMPARISON_SUFFIXES = (SUFFIX, PDF), (SUFFIX,)


def tender(request: Request, words: Words, terminal: Terminal, draw: DrawPicture) -> int:
    """Print a tender or compare its bids, or write one of both to a file.

    `draw` returns the bytes of a PDF. Raise RequestRefused, FileProblem or EditRejected.
    """
    source, *targets = (Path(place) for place in request.places)
    plan = open_plan(source).plan
    party, phase = _party(request, plan), _phase(request, plan)
    if targets:
        return _write(request, plan, (party, phase, targets[0]), words, terminal, draw)
    is_json = request.options.get(FORMAT.name) == "json"
    if COMPARE.name in request.options:
        comparison = comparison_of(plan, phase.id, party.id)
        answer = _comparison_json(request.places[0], comparison, words)
        lines = _comparison_lines(comparison, words)
    else:
        pack = pack_of(plan, phase.id, party.id)
        answer, lines = _pack_json(request.places[0], pack, words), _pack_lines(pack, words)
    terminal.answer(dumped(answer, terminal) if is_json else "\n".join(lines))
    return 0


def _write(
    request: Request,
    plan: Plan,
    what: tuple[Party, Phase, Path],
    words: Words,
    terminal: Terminal,
    draw: DrawPicture,
) -> int:
    party, phase, target = what
    is_comparison = COMPARE.name in request.options
    suffixes = _COMPARISON_SUFFIXES if is_comparison else _PACK_SUFFIXES
    check_target(Path(request.places[0]), target, suffixes)
    if not is_comparison and not performed_roles(plan, phase.id, party.id):
        raise RequestRefused(
            NOTHING_TO_BID,
            party=party_name(party, words),
            phase=phase_name(phase, words),
        )
    suffix = target.suffix.lower()
    today = date.today()  # noqa: DTZ011 the day on the planner's desk
    if suffix == PDF:
        view = vendor_view(plan, phase.id, party.id)
        options = PictureOptions(
            PictureSubject.TENDER, phase.id, Paper.A3, view.marking.tlp, party=party.id
        )
        content = draw(view, options, words, today, suffix)
    else:
        make = bids_workbook if is_comparison else pack_workbook
        content = make(party.id, plan, phase.id, words, today)
    write_target(request, target, content)
    message = N_("The bids for {party} are in {file}.")
    if not is_comparison:
        message = N_("The tender pack of {party} is in {file}.")
    text = words.tr(message, party=party_name(party, words), file=target)
    terminal.confirm(text, answer_lost(target, words))
    return 0


def _party(request: Request, plan: Plan) -> Party:
    """Return the requested provider, or the only one with a tender."""
    providers = [party for party in plan.parties if party.is_provider]
    ids = [str(party.id) for party in providers]
    wanted = request.options.get(TENDER_PARTY.name)
    if wanted is None:
        stated = [party for party in providers if party.id in plan.tenders]
        if len(stated) == 1:
            return stated[0]
        raise RequestRefused(
            N_("Name the provider with “{option}”: one of {choices}."),
            option=TENDER_PARTY.name,
            choices=", ".join(ids) or "–",
        )
    exact = plan.party(PartyId(wanted))
    matching = [party for party in providers if _has_name(party, wanted)]
    if exact in providers:
        matching = [each for each in providers if each == exact]
    if len(matching) != 1:
        raise refused_choice(TENDER_PARTY.name, wanted, ids)
    return matching[0]


def _has_name(party: Party, wanted: str) -> bool:
    names = {normal_symbol(text) for text in (party.name.ja, party.name.en)}
    return normal_symbol(wanted) in names - {""}


def _phase(request: Request, plan: Plan) -> Phase:
    wanted = request.options.get(TENDER_PHASE.name)
    phase = plan.phases[0] if wanted is None else plan.phase(PhaseId(wanted))
    if phase is None:
        raise refused_choice(TENDER_PHASE.name, str(wanted), [each.id for each in plan.phases])
    return phase


def _pack_lines(pack: Pack, words: Words) -> Iterator[str]:
    yield words.tr(
        "{organisation}, {phase}: {title}",
        organisation=pack.plan.organisation,
        phase=phase_name(pack.phase, words),
        title=pack_title(pack, words),
    )
    rows = [
        [words.tr("Role"), *(words.tr(name) for name in _LEVEL_TITLES), words.tr("Volume")],
        *(
            [
                role_label(each.role, words),
                *(
                    duration_text(getattr(each.terms, level), words) or "–"
                    for level in SERVICE_LEVELS
                ),
                volume_text(each.terms) or "–",
            ]
            for each in pack.performed
        ),
    ]
    yield from aligned(rows)
    if not pack.performed:
        yield words.tr("No duties in this phase.")


_LEVEL_TITLES = (N_("Acknowledge"), N_("Report"), N_("Restore"))


def _comparison_lines(comparison: Comparison, words: Words) -> Iterator[str]:
    yield words.tr(
        "{title}, {phase}",
        title=comparison_title(comparison, words),
        phase=phase_name(comparison.phase, words),
    )
    if not comparison.columns and not comparison.elsewhere:
        yield words.tr("There are no bids yet: import the returned tender packs.")
        return
    columns = comparison.columns
    rows = [["", *(each.bid.vendor for each in columns)]]
    rows += [
        [
            role_label(role, words),
            *(priced_answer(each.answers[place], comparison.currency, words) for each in columns),
        ]
        for place, role in enumerate(comparison.roles)
    ]
    rows += [
        [answer_name(answer, words), *(str(each.count(answer)) for each in columns)]
        for answer in VENDOR_ANSWERS
    ]
    rows.append([words.tr("Not answered"), *(str(len(each.unanswered)) for each in columns)])
    amounts = (
        (words.tr("Flat price a month"), [each.bid.flat for each in columns]),
        (words.tr("Total a month"), [each.total for each in columns]),
        (words.tr("Paid once"), [each.bid.once for each in columns]),
    )
    rows += [
        [name, *(price_text(price, comparison.currency) for price in prices)]
        for name, prices in amounts
    ]
    if columns:
        yield from aligned(rows)
    yield from comparison_notes(comparison, words)


def _pack_json(place: str, pack: Pack, words: Words) -> dict[str, object]:
    """Return the tender as `docs/command-line.md` describes it."""
    return {
        "format": 1,
        "plan": place,
        "organisation": pack.plan.organisation,
        "language": words.language,
        "phase": pack.phase.id,
        "party": pack.party.id,
        "currency": pack.plan.cost.currency,
        "duties": [
            {"role": each.role.id, "aim": each.aim, **each.terms._asdict()}
            for each in pack.performed
        ],
        "inside": [each.party.id for each in pack.inside],
    }


def _comparison_json(place: str, comparison: Comparison, words: Words) -> dict[str, object]:
    """Return the comparison as `docs/command-line.md` describes it."""
    return {
        "format": 1,
        "plan": place,
        "language": words.language,
        "phase": comparison.phase.id,
        "party": comparison.party.id,
        "currency": comparison.currency,
        "bids": [_bid_json(each, comparison) for each in comparison.columns],
        "other_phases": [
            {"bid": bid.id, "vendor": bid.vendor, "phase": phase.id}
            for bid, phase in comparison.elsewhere
        ],
        "gaps": [role.id for role in comparison.gaps],
        "contracts_a_month": comparison.fees,
        "notes": list(comparison_notes(comparison, words)),
    }


def _bid_json(each: BidColumn, comparison: Comparison) -> dict[str, object]:
    return {
        "bid": each.bid.id,
        "vendor": each.bid.vendor,
        "date": each.bid.day,
        "answers": {
            role.id: answer._asdict()
            for role, answer in zip(comparison.roles, each.answers, strict=True)
        },
        "counts": {answer: each.count(answer) for answer in VENDOR_ANSWERS},
        "total": each.total,
        "flat": each.bid.flat,
        "once": each.bid.once,
        "without_price": [role.id for role in each.missing],
        "price_without_answer": [role.id for role in each.undecided],
        "not_answered": [role.id for role in each.unanswered],
    }
