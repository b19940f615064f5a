"""`socplanner maturity`: scores, aims and gaps of a plan, as text or as JSON."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from socplanner.cli.arguments import FORMAT, Request, RequestRefused, refused_choice
from socplanner.cli.maturity_arguments import ASSESSMENT, BY, MATURITY_PHASE, SINCE, WEIGHT
from socplanner.cli.terminal import Terminal
from socplanner.domain.assessment import SIDES, Assessment, newest_assessment
from socplanner.domain.ids import AssessmentId, PhaseId
from socplanner.domain.maturity.comparison import AssessmentComparison, compared
from socplanner.domain.maturity.gaps import (
    Gap,
    OpenQuestion,
    gaps,
    open_questions,
    owners,
)
from socplanner.domain.maturity.role_maturity import RoleMaturity, role_maturities
from socplanner.domain.maturity.roll_ups import (
    GroupMaturity,
    Mean,
    area_groups,
    function_groups,
    party_groups,
    sourcing_groups,
    whole,
)
from socplanner.domain.plan import Phase, Plan
from socplanner.domain.weights import LARGEST_WEIGHT
from socplanner.services.plan_files import open_plan
from socplanner.wording.language import N_, Words
from socplanner.wording.maturity_words import (
    assessment_name,
    mean_text,
    points_text,
    short_score,
    side_name,
)
from socplanner.wording.terms import (
    area_short,
    function_name,
    listed,
    parties_in_words,
    party_label,
    phase_name,
    role_label,
    sourcing_name,
)


class _Figures(NamedTuple):
    """What the command shows of one phase of `plan`, by the scores of `assessment`."""

    plan: Plan
    phase: Phase
    assessment: Assessment
    roles: tuple[RoleMaturity, ...]
    gaps: tuple[Gap, ...]
    questions: tuple[OpenQuestion, ...]
    since: AssessmentComparison | None


def maturity(request: Request, words: Words, terminal: Terminal) -> int:
    """Print the maturity of a phase; raise FileProblem as `open_plan`."""
    place = request.places[0]
    plan = open_plan(Path(place)).plan
    phase, assessment = _phase(request, plan), _assessment(request, plan)
    weights = _weights(request, plan)
    if assessment is None:
        if request.options.get(FORMAT.name) != "json":
            terminal.answer(words.tr("{plan}: not assessed yet", plan=plan.organisation))
            return 0
        assessment = Assessment(AssessmentId(""))
    roles = role_maturities(plan, phase.id, assessment)
    before = _named_assessment(plan, SINCE.name, request.options.get(SINCE.name))
    since = None if before is None else compared(plan, phase.id, before, assessment)
    figures = _Figures(
        plan, phase, assessment, roles, gaps(roles, weights), open_questions(roles), since
    )
    if request.options.get(FORMAT.name) == "json":
        terminal.answer(_dumped(_json(place, figures, words), terminal))
    else:
        by = request.options.get(BY.name, "function")
        terminal.answer("\n".join(_lines(figures, by, words)))
    return 0


def _phase(request: Request, plan: Plan) -> Phase:
    wanted = request.options.get(MATURITY_PHASE.name)
    phase = plan.phases[-1] if wanted is None else plan.phase(PhaseId(wanted))
    if phase is None:
        ids = [each.id for each in plan.phases]
        raise refused_choice(MATURITY_PHASE.name, str(wanted), ids)
    return phase


def _assessment(request: Request, plan: Plan) -> Assessment | None:
    wanted = request.options.get(ASSESSMENT.name)
    if wanted is None:
        return newest_assessment(plan.assessments)
    return _named_assessment(plan, ASSESSMENT.name, wanted)


def _named_assessment(plan: Plan, option: str, wanted: str | None) -> Assessment | None:
    if wanted is None:
        return None
    for assessment in plan.assessments:
        if wanted in (assessment.id, assessment.day):
            return assessment
    raise refused_choice(option, wanted, [each.id for each in plan.assessments])


def _weights(request: Request, plan: Plan) -> dict[str, int]:
    """Return the weights of the plan with those of `--weight`; raise RequestRefused for a bad one.

    The weight of a function replaces those that the plan has for its roles.
    """
    weights: dict[str, int] = {}
    function_of = {str(role.id): role.function for role in plan.all_roles()}
    named = {role.code: role.id for role in plan.all_roles()}
    for line in request.options.get(WEIGHT.name, "").splitlines():
        what, _, number = line.partition("=")
        is_valid = what in plan.catalogue.function_by_code or what in named
        if not is_valid or not number.isascii() or not number.isdigit():
            raise RequestRefused(
                N_("“{text}” is no weight: write a function or a role and a number, such as D=3."),
                text=line,
            )
        if int(number) > LARGEST_WEIGHT:
            raise RequestRefused(
                N_("“{text}”: a weight is at most {most}."), text=line, most=LARGEST_WEIGHT
            )
        weights[named.get(what, what)] = int(number)
    kept = {
        key: weight for key, weight in plan.weights.items() if function_of.get(key) not in weights
    }
    return {**kept, **weights}


def _lines(figures: _Figures, by: str, words: Words) -> Iterator[str]:
    plan, group = figures.plan, whole(figures.roles)
    yield words.tr(
        "{organisation}, {phase}: assessed {day}",
        organisation=plan.organisation,
        phase=phase_name(figures.phase, words),
        day=assessment_name(figures.assessment, words),
    )
    yield words.tr("Whole: {figures}", figures=_group_text(group, words))
    yield ""
    for name, each in _groups(figures, by, words):
        if each.roles:
            yield words.tr("{name}: {figures}", name=name, figures=_group_text(each, words))
    if figures.gaps:
        yield ""
        yield words.tr("Gaps: {n}", n=len(figures.gaps))
        yield from (f"  {_gap_line(plan, gap, words)}" for gap in figures.gaps)
    if figures.questions:
        yield ""
        yield words.tr("Not answered, counted as 1: {n}", n=len(figures.questions))
        for role, side in figures.questions:
            label = role_label(role.role, words)
            yield f"  {listed((label, side_name(side, words)), words)}"
    if figures.since is not None:
        yield ""
        yield from _change_lines(figures.since, words)


def _group_text(group: GroupMaturity, words: Words) -> str:
    parts = [
        words.tr("{now} → {aim}", now=mean_text(group.mean), aim=mean_text(group.mean_aim)),
        words.tr("gap {gap}", gap=mean_text(group.gap)),
        words.count("{n} role counts", "{n} roles count", group.counting),
    ]
    if group.unanswered:
        parts.append(words.tr("{n} not answered", n=group.unanswered))
    return listed(parts, words)


def _groups(figures: _Figures, by: str, words: Words) -> list[tuple[str, GroupMaturity]]:
    """Return the groups of roles with their names."""
    plan, roles = figures.plan, figures.roles
    match by:
        case "area":
            return [(area_short(area, words), each) for area, each in area_groups(roles).items()]
        case "sourcing":
            groups = sourcing_groups(roles).items()
            return [(sourcing_name(sourcing, words), each) for sourcing, each in groups]
        case "party" | "provider":
            parties = party_groups(plan, roles, only_providers=by == "provider").items()
            return [(party_label(plan, party, words), each) for party, each in parties]
        case _:
            functions = function_groups(plan, roles).items()
            return [
                (f"{code} {function_name(code, plan.catalogue, words)}", each)
                for code, each in functions
            ]


def _gap_line(plan: Plan, gap: Gap, words: Words) -> str:
    role = gap.role
    parts = [
        words.tr(
            "+{gap} {role}: {now} → {aim}",
            gap=role.gap,
            role=role_label(role.role, words),
            now=points_text(role.score),
            aim=points_text(role.aim),
        ),
        parties_in_words(plan, owners(plan, role), words) or words.tr("no owner"),
        words.tr("by {day}", day=role.until) if role.until else words.tr("no day"),
    ]
    if gap.weight != 1:
        parts.append(words.tr("priority {n}", n=gap.priority))
    return listed(parts, words)


def _change_lines(since: AssessmentComparison, words: Words) -> Iterator[str]:
    yield words.tr(
        "Since the assessment before: {before} → {after}",
        before=mean_text(since.whole.before.mean),
        after=mean_text(since.whole.after.mean),
    )
    for role, side, before, after in since.changes:
        yield "  " + words.tr(
            "{role}, {side}: {before} → {after}",
            role=role_label(role, words),
            side=side_name(side, words),
            before=short_score(before, words),
            after=short_score(after, words),
        )


def _json(place: str, figures: _Figures, words: Words) -> dict[str, object]:
    """Return the answer as `docs/command-line.md` describes it."""
    plan, roles = figures.plan, figures.roles
    assessment, functions = figures.assessment, function_groups(plan, roles)
    answer: dict[str, object] = {
        "format": 1,
        "plan": place,
        "organisation": plan.organisation,
        "language": words.language,
        "phase": figures.phase.id,
        "assessment": {"id": assessment.id, "date": assessment.day, "by": assessment.by}
        if assessment.id
        else None,
        "whole": _group_json(whole(roles)),
        "functions": {code: _group_json(each) for code, each in functions.items()},
        "areas": {area.value: _group_json(each) for area, each in area_groups(roles).items()},
        "sourcings": {key.value: _group_json(each) for key, each in sourcing_groups(roles).items()},
        "parties": {party: _group_json(each) for party, each in party_groups(plan, roles).items()},
        "roles": [_role_json(figures.plan, each, words) for each in roles],
        "gaps": [
            {
                "role": gap.role.role.id,
                "gap": gap.role.gap,
                "weight": gap.weight,
                "priority": gap.priority,
            }
            for gap in figures.gaps
        ],
    }
    if figures.since is not None:
        answer["since"] = _since_json(figures.since)
    return answer


def _group_json(group: GroupMaturity) -> dict[str, object]:
    return {
        "roles": group.roles,
        "counting": group.counting,
        "score": _tenths(group.mean),
        "aim": _tenths(group.mean_aim),
        "gap": _tenths(group.gap),
        "unanswered": group.unanswered,
    }


def _role_json(plan: Plan, each: RoleMaturity, words: Words) -> dict[str, object]:
    sides = {
        side: {
            "score": each.scores.of(side).score,
            "evidence": each.scores.of(side).evidence,
            "remark": each.scores.of(side).remark,
            "aim": each.duty.aim.of(side),
        }
        for side in SIDES
    }
    return {
        "role": each.role.id,
        "code": each.role.code,
        "name": words.local(each.role.name),
        "score": each.score,
        "aim": each.aim,
        "gap": each.gap,
        "until": each.until or None,
        "owners": list(owners(plan, each)),
        "unanswered": list(each.unanswered),
        **{str(side): values for side, values in sides.items()},
    }


def _since_json(since: AssessmentComparison) -> dict[str, object]:
    return {
        "before": _tenths(since.whole.before.mean),
        "after": _tenths(since.whole.after.mean),
        "changes": [
            {"role": each.role.id, "side": each.side, "before": each.before, "after": each.after}
            for each in since.changes
        ],
    }


def _tenths(mean: Mean | None) -> float | None:
    return None if mean is None else mean.tenths / 10


def _dumped(answer: dict[str, object], terminal: Terminal) -> str:
    import json

    return json.dumps(answer, indent=2, ensure_ascii=not terminal.supports_unicode)
