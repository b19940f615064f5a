"""Flows and counterparts in a plan file: read, written, kept, and refused with line and remedy."""

from pathlib import Path

import pytest

from socplanner.domain.flow_edits import ChangeStep, RemoveStep, SetCounterparts
from socplanner.domain.flow_inputs import Counterpart
from socplanner.domain.local_text import LANGUAGES, LocalText
from socplanner.domain.marking import Tlp
from socplanner.domain.phase_edits import RenameOrganisation
from socplanner.formats.format_error import FormatError
from socplanner.formats.plan.plan_yaml import dumps, loads
from socplanner.services.catalogues import catalogue_of
from socplanner.services.i18n import words_for
from socplanner.wording.errors import message

PLACE = Path(__file__).parents[2] / "golden" / "plans" / "flows.socplan"
TEXT = PLACE.read_text("utf-8")
OPENED = loads(TEXT.encode(), catalogue_of)
PLAN = OPENED.plan


def test_what_the_file_has() -> None:
    triage, own = PLAN.flows
    assert (triage.id, triage.version, triage.limit) == ("alert-triage", 1, "PT4H")
    first, second = triage.steps
    assert (first.limit_from, first.tlp, first.means) == ("start", Tlp.CLEAR, ("phone", "portal"))
    assert [each.text for each in first.to] == ["v2:B-1", "party:it", "counterpart:ppc"]
    assert second.after == ("1",)
    assert (second.limit_from, second.tlp) == ("1", Tlp.AMBER_STRICT)
    assert own.version == 0
    assert PLAN.counterparts[0].kind == "authority"


def test_an_unedited_plan_keeps_its_bytes() -> None:
    assert dumps(PLAN, OPENED) == TEXT.encode()
    assert loads(dumps(PLAN), catalogue_of).plan == PLAN
    after = RenameOrganisation("Other").apply(PLAN)
    assert dumps(after, OPENED).decode() == TEXT.replace("Works", "Other")


def test_a_changed_step_changes_its_own_lines_alone() -> None:
    step = PLAN.flows[0].steps[1]._replace(limit="PT20M")
    written = dumps(ChangeStep("alert-triage", step).apply(PLAN), OPENED).decode()
    assert written == TEXT.replace("limit: PT15M", "limit: PT20M")


def test_another_counterpart_changes_no_line_of_the_others() -> None:
    police = Counterpart("police", "authority", LocalText("警察", "Police"))
    after = SetCounterparts((*PLAN.counterparts, police)).apply(PLAN)
    written = dumps(after, OPENED).decode()
    assert "  - id: police\n    kind: authority\n    name: {ja: 警察, en: Police}\n" in written
    assert set(TEXT.splitlines()) <= set(written.splitlines())


def test_a_removed_step_leaves_the_file() -> None:
    after = RemoveStep("alert-triage", "2").apply(PLAN)
    written = dumps(after, OPENED).decode()
    assert loads(written.encode(), catalogue_of).plan == after
    assert "Judge" not in written


@pytest.mark.parametrize("label", ["white", "WHITE", "clear", "CLEAR"])
def test_the_old_white_is_read_as_clear_everywhere(label: str) -> None:
    plan = loads(TEXT.replace("tlp: white", f"tlp: {label}").encode(), catalogue_of).plan
    assert plan.flows[0].steps[0].tlp is Tlp.CLEAR
    labelled = TEXT.replace("catalogue: v2", f"tlp: {label}\ncatalogue: v2")
    assert loads(labelled.encode(), catalogue_of).plan.marking.tlp is Tlp.CLEAR


BAD = {
    "no duration": ("limit: PT15M", "limit: 15 min", "bad-duration", "15 min"),
    "a range": ("limit: PT15M", "limit: P3D..P5D", "bad-duration", "P3D..P5D"),
    "no duration of the flow": ("limit: PT4H", "limit: 4h", "bad-duration", "4h"),
    "unknown role": ("role: v2:B-1", "role: v2:B-9", "unknown-role-in-file", "v2:B-9"),
    "unknown party": ("party:it", "party:itt", "unknown-party-in-file", "it"),
    "unknown counterpart": (
        "counterpart:ppc",
        "counterpart:pcp",
        "unknown-counterpart-in-file",
        "ppc",
    ),
    "unknown label": ("tlp: white", "tlp: purple", "unknown-choice", "red"),
    "unknown means": ("[phone, portal]", "[phone, pigeon]", "unknown-choice", "phone"),
    "after itself": ("after: ['1']", "after: ['2']", "step-after-itself", "2"),
    "after an unknown step": ("after: ['1']", "after: ['7']", "unknown-step", "7"),
    "limit from an unknown step": ("limit-from: '1'", "limit-from: soon", "unknown-step", "soon"),
    "two steps of one id": ("- id: '2'", "- id: '1'", "doubled-step", "1"),
    "two flows of one id": ("- id: ours", "- id: alert-triage", "doubled-flow", "alert-triage"),
    "two counterparts of one id": ("- id: isac", "- id: ppc", "doubled-counterpart", "ppc"),
    "unknown kind": ("kind: community", "kind: club", "unknown-choice", "public"),
    "no role": ("        role: v2:B-1\n", "", "missing-key", "role"),
    "bad id": ("- id: ours", "- id: Our Flow", "bad-id", "Our Flow"),
    "version": ("version: 1", "version: one", "not-a-number", "one"),
}


@pytest.mark.parametrize("name", BAD)
def test_bad_flows_are_refused_with_their_line(name: str) -> None:
    good, bad, code, value = BAD[name]
    assert good in TEXT
    with pytest.raises(FormatError) as refusal:
        loads(TEXT.replace(good, bad, 1).encode(), catalogue_of)
    assert refusal.value.problem.code == code
    assert value in map(str, refusal.value.problem.values.values())
    if bad:
        assert refusal.value.line == TEXT[: TEXT.index(good)].count("\n") + 1
    for language in LANGUAGES:
        sentence = message(refusal.value.problem, words_for(language))
        assert value in sentence
        assert "{" not in sentence


def test_a_cycle_without_a_condition_is_refused_and_one_with_a_condition_is_read() -> None:
    looped = TEXT.replace("      - id: '1'\n", "      - id: '1'\n        after: ['2']\n", 1)
    with pytest.raises(FormatError) as refusal:
        loads(looped.encode(), catalogue_of)
    assert refusal.value.problem.code == "cycle-of-steps"
    open_loop = looped.replace("        note:", "        condition: if asked\n        note:", 1)
    steps = loads(open_loop.encode(), catalogue_of).plan.flows[0].steps
    assert steps[0].after == ("2",)


def test_a_file_without_counterparts_names_the_section() -> None:
    start, end = TEXT.index("counterparts:"), TEXT.index("flows:")
    with pytest.raises(FormatError) as refusal:
        loads((TEXT[:start] + TEXT[end:]).encode(), catalogue_of)
    assert refusal.value.problem.code == "unknown-counterpart"
