"""Files with absurd counts are refused at once, and no error repeats what a file holds."""

import tracemalloc

import pytest

from socplanner.domain.ids import PartyId, PhaseId
from socplanner.domain.limits import MOST_CUSTOM_ROLES, MOST_PARTIES, MOST_PHASES, MOST_WAIVERS
from socplanner.domain.local_text import LocalText
from socplanner.domain.party_edits import AddParty
from socplanner.domain.phase_edits import AddPhase
from socplanner.domain.plan import Party
from socplanner.domain.problem import EditRejected
from socplanner.formats.format_error import FormatError
from socplanner.formats.plan.plan_yaml import dumps, loads
from socplanner.formats.plan.yaml_reading import place_of, tree_of
from socplanner.services.catalogues import catalogue_of
from socplanner.services.i18n import words_for
from socplanner.wording import errors

HEADER = "format: 3\nid: a\norganisation: O\ncatalogue: v2\nletter-set: raci\n"
PHASES = "phases:\n  - {id: now, name: N}\n"


def parties(number: int, *, chained: bool = False) -> str:
    """Return the list of `number` parties, each below the one before if `chained`."""
    rows = [
        f"  - {{id: p{n}, kind: internal, name: P"
        + (f", parent: p{n - 1}}}" if chained and n else "}")
        for n in range(number)
    ]
    return "parties:\n" + "\n".join(rows) + "\n"


def phases(number: int) -> str:
    """Return the list of `number` phases."""
    return "phases:\n" + "".join(f"  - {{id: p{n}, name: P}}\n" for n in range(number))


def roles(number: int) -> str:
    """Return the list of `number` own roles."""
    return "roles:\n" + "".join(
        f"  - {{id: 'own:r{n}', function: A, name: R}}\n" for n in range(number)
    )


def waivers(number: int) -> str:
    """Return `number` waivers."""
    return "waivers:\n" + "".join(
        f"  C{n % 90:02}/now/own:r{n // 90}: {{reason: r}}\n" for n in range(number)
    )


def refusal(text: str) -> FormatError:
    """Return how `text` is refused."""
    with pytest.raises(FormatError) as refused:
        loads(text.encode(), catalogue_of)
    return refused.value


ABSURD = {
    "parties": (parties(MOST_PARTIES + 1) + PHASES, 6),
    "a chain of parents": (parties(50_000, chained=True) + PHASES, 6),
    "phases": ("parties: []\n" + phases(MOST_PHASES + 1), 7),
    "many phases": ("parties: []\n" + phases(20_000), 7),
    "roles": ("parties: []\n" + roles(MOST_CUSTOM_ROLES + 1) + PHASES, 7),
    "waivers": ("parties: []\n" + PHASES + waivers(MOST_WAIVERS + 1), 9),
}


@pytest.mark.parametrize("name", ABSURD)
def test_too_many_of_a_kind_are_refused_where_they_begin(name: str) -> None:
    text, line = ABSURD[name]
    error = refusal(HEADER + text)
    assert (error.problem.code, error.line) == ("too-many-entries", line)


def test_as_many_as_allowed_open_and_are_saved() -> None:
    text = HEADER + parties(MOST_PARTIES, chained=True) + phases(MOST_PHASES)
    opened = loads(text.encode(), catalogue_of)
    plan = opened.plan
    assert (len(plan.parties), len(plan.phases)) == (MOST_PARTIES, MOST_PHASES)
    assert loads(dumps(plan), catalogue_of).plan == plan
    name = LocalText.same("X")
    with pytest.raises(EditRejected, match="too-many-parties"):
        AddParty(Party(PartyId("x"), "internal", name)).apply(plan)
    with pytest.raises(EditRejected, match="too-many-phases"):
        AddPhase(PhaseId("x"), name).apply(plan)


LONG = "y" * 300_000
LONG_ONES = [
    f"id: {LONG}",
    f"organisation: {LONG}",
    f"catalogue: {LONG}",
    f"letter-set: {LONG}",
    f"tlp: {LONG}",
    f"{LONG}: a",
    f"organisation: a\norganisation: {LONG}",
    f"limits: {{{LONG}: 1}}",
    f"waivers: {{{LONG}: {{reason: r}}}}",
    f"waivers: {{R04/{LONG}/v2:A-1: {{reason: r}}}}",
    f"roles: [{{id: 'own:{LONG}', function: A, name: R}}]",
    f"roles: [{{id: 'own:a', function: {LONG}, name: R}}]",
    f"parties: [{{id: {LONG}, kind: internal, name: R}}]",
    f"parties: [{{id: a, kind: {LONG}, name: R}}]",
    f"parties: [{{id: a, kind: internal, name: R, headcount: {'9' * 4300}}}]",
    f"parties: [{{id: a, kind: internal, name: R, parent: {LONG}}}]",
    f"phases: [{{id: a, name: N, pattern: {LONG}}}]",
    f"phases: [{{id: a, name: N, duties: {{{LONG}: {{}}}}}}]",
    f"phases: [{{id: a, name: N, duties: {{v2:A-1: {{letters: {{{LONG}: A}}}}}}}}]",
    f"x-a: 1\nphases: [{{id: a, name: N, duties: {{v2:A-1: {{letters: {{a: {LONG}}}}}}}}}]",
    f"x: *{LONG}",
    f"x: &{LONG} a",
    f"x: !{LONG} a",
    f'x: "{LONG}',
    f'x: "\\{LONG}"',
    f"format: {'9' * 4300}",
    f"letter-sets: [{{id: {LONG}, name: N, letters: []}}]",
    f"letter-sets: [{{id: a, name: N, letters: [{{symbol: {LONG}, name: N, colour: a}}]}}]",
    f"letter-sets: [{{id: a, name: N, letters: [{{symbol: R, name: N, colour: {LONG}}}]}}]",
]


@pytest.mark.parametrize("number", range(len(LONG_ONES)))
def test_no_error_quotes_a_file_at_length(number: int) -> None:
    wrong = LONG_ONES[number]
    keys = {line.split(":")[0] for line in wrong.split("\n")}
    base = HEADER + "parties: []\n" + PHASES.replace("\n  - ", " [").replace("}\n", "}]\n")
    kept = [line for line in base.split("\n") if line.split(":")[0] not in keys]
    error = refusal("\n".join([*kept, wrong, ""]))
    assert len(errors.message(error.problem, words_for("en"))) < 1000
    assert len(str(error)) < 2000


def test_where_an_error_is_costs_no_more_memory_than_reading() -> None:
    rows = "".join(f"  - {{id: p{n}, kind: internal, name: Party {n}}}\n" for n in range(20_000))
    text = HEADER + "parties:\n" + rows
    tracemalloc.start()
    tree_of(text)
    reading = tracemalloc.get_traced_memory()[1]
    tracemalloc.reset_peak()
    place = place_of(text, ("parties", 19_999, "name"))
    looking = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert place == (20_006, text.split("\n")[20_005].index("name") + 1)
    assert looking < reading / 4
