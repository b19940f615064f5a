"""`socplanner diff`: what differs between two versions of a plan, in sentences.

The exit code is that of `diff`: 0 where nothing differs, 1 where something does, 2 for trouble.
"""

from collections.abc import Iterator
from pathlib import Path

from socplanner.cli.arguments import Request, refused_choice
from socplanner.cli.figure_json import dumped
from socplanner.cli.terminal import Terminal, joined_lines
from socplanner.cli.version_arguments import DIFF_FORMAT, DIFF_PHASE
from socplanner.domain.comparison.nodes import ABSENT, Node, pointer_of
from socplanner.domain.plan import Plan
from socplanner.services.plan_differences import PlanDifferences, plan_differences
from socplanner.services.plan_files import open_plan
from socplanner.wording.differences.lines import DifferenceGroup
from socplanner.wording.language import Words

SAME, DIFFERENT = 0, 1


def diff(request: Request, words: Words, terminal: Terminal) -> int:
    """Print the differences of the two plans; raise FileProblem as `open_plan`."""
    places = request.places[:2]
    before, after = (open_plan(Path(place)).plan for place in places)
    differences = plan_differences(before, after)
    phase = request.options.get(DIFF_PHASE.name)
    if phase is not None:
        _check_phase(phase, before, after)
        differences = differences.in_phase(phase)
    groups = differences.groups(words)
    match request.options.get(DIFF_FORMAT.name, "text"):
        case "json":
            terminal.answer(dumped(_json(places, groups), terminal))
        case "html":
            from socplanner.formats.difference_html import difference_html

            terminal.answer(difference_html(_title(differences, words), groups, words))
        case _:
            terminal.answer(joined_lines(_lines(differences, groups, words)))
    return DIFFERENT if groups else SAME


def _check_phase(phase: str, *plans: Plan) -> None:
    """Raise RequestRefused if no plan has the phase."""
    ids = list(dict.fromkeys(each.id for plan in plans for each in plan.phases))
    if phase not in ids:
        raise refused_choice(DIFF_PHASE.name, phase, ids)


def _title(differences: PlanDifferences, words: Words) -> str:
    before, after = differences.versions.before, differences.versions.after
    if before.id != after.id:
        return words.tr(
            "Two different plans: {before}, {after}",
            before=before.organisation,
            after=after.organisation,
        )
    return after.organisation


def _lines(
    differences: PlanDifferences, groups: tuple[DifferenceGroup, ...], words: Words
) -> Iterator[str]:
    yield _title(differences, words)
    if not groups:
        yield words.tr("Nothing differs.")
    for group in groups:
        yield ""
        yield group.title
        yield from (f"  {line.text}" for line in group.lines)


def _json(places: tuple[str, ...], groups: tuple[DifferenceGroup, ...]) -> dict[str, object]:
    return {
        "before": places[0],
        "after": places[1],
        "groups": [
            {
                "kind": group.subject.kind,
                "id": group.subject.id,
                "title": group.title,
                "differences": [
                    {
                        "text": line.text,
                        "values": [
                            {
                                "at": pointer_of(topic.place),
                                "before": _value(topic.ours),
                                "after": _value(topic.theirs),
                            }
                            for topic in line.topics
                        ],
                    }
                    for line in group.lines
                ],
            }
            for group in groups
        ],
    }


def _value(node: Node) -> Node:
    return None if node is ABSENT else node
