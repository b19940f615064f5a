"""`socplanner export`: the responsibility matrix of a phase as a file of the kind its name says."""

from datetime import date
from pathlib import Path

from socplanner.cli.arguments import FORCE, PARTY, PHASE, Request, RequestRefused, refused_choice
from socplanner.cli.terminal import Terminal, answer_lost
from socplanner.domain.plan import Party, Phase, Plan
from socplanner.services.exporter import SUFFIX, SUFFIXES, content_of, duties_workbook, write_export
from socplanner.services.file_problem import FileProblem
from socplanner.services.plan_files import open_plan
from socplanner.wording.language import N_, Words
from socplanner.wording.terms import party_name, phase_name


def export(request: Request, words: Words, terminal: Terminal) -> int:
    """Write the file that `request` names; raise RequestRefused or FileProblem."""
    source, target = (Path(place) for place in request.places)
    plan = open_plan(source).plan
    phase = _phase(request, plan)
    _prove_target(source, target)
    today = date.today()  # noqa: DTZ011 the day on the planner's desk
    party = _party(request, plan)
    if party is None:
        content = content_of(target.suffix.lower(), plan, phase.id, words, today)
        told = words.tr(
            "The matrix of phase “{phase}” is in {file}.",
            phase=phase_name(phase, words),
            file=target,
        )
    else:
        _prove_annex(target)
        content = duties_workbook(party.id, plan, phase.id, words, today)
        told = words.tr(
            "The duties of {party} in phase “{phase}” are in {file}.",
            party=party_name(party, words),
            phase=phase_name(phase, words),
            file=target,
        )
    _write(target, content, may_replace=FORCE.name in request.options)
    terminal.confirm(told, answer_lost(target, words))
    return 0


def _prove_target(source: Path, target: Path) -> None:
    """Raise RequestRefused where it is not clear what to write, or it would replace the plan."""
    if target.suffix.lower() not in SUFFIXES:
        raise RequestRefused(
            N_("{file} does not say what to write: choose a name that ends in {suffixes}."),
            file=target,
            suffixes=", ".join(SUFFIXES),
        )
    if target.exists() and target.samefile(source):
        raise RequestRefused(N_("{file} is the plan itself: choose another name."), file=target)


def _prove_annex(target: Path) -> None:
    """Raise RequestRefused where the duties of a party are wanted as a plain table."""
    if target.suffix.lower() != SUFFIX:
        raise RequestRefused(
            N_(
                "{option} writes a workbook: choose a name that ends in {suffix} instead of {file}."
            ),
            option=PARTY.name,
            suffix=SUFFIX,
            file=target,
        )


def _write(target: Path, content: bytes, *, may_replace: bool) -> None:
    """Write the file; raise RequestRefused where a file is that may not be replaced."""
    try:
        write_export(target, content, may_replace=may_replace)
    except FileProblem as problem:
        if problem.code != "file-exists":
            raise
        raise RequestRefused(
            N_("{file} is there already and was kept: choose another name, or add {option}."),
            file=target,
            option=FORCE.name,
        ) from None


def _phase(request: Request, plan: Plan) -> Phase:
    """Return the phase asked for, or the first; raise RequestRefused if there is none such."""
    wanted = request.options.get(PHASE.name)
    if wanted is None:
        return plan.phases[0]
    for phase in plan.phases:
        if phase.id == wanted:
            return phase
    raise refused_choice(PHASE.name, wanted, [phase.id for phase in plan.phases])


def _party(request: Request, plan: Plan) -> Party | None:
    """Return the party asked for, or None; raise RequestRefused if there is none such."""
    wanted = request.options.get(PARTY.name)
    if wanted is None:
        return None
    for party in plan.parties:
        if party.id == wanted:
            return party
    raise refused_choice(PARTY.name, wanted, [party.id for party in plan.parties])
