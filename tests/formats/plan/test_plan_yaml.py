"""Plans to files and back: nothing is lost, and what did not change keeps its bytes."""

from dataclasses import replace
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socplanner.domain.assessment import SCORES, SIDES, Score
from socplanner.domain.assessment_edits import AddAssessment, SetScore, SetScoreText
from socplanner.domain.catalogue import Area, Sourcing
from socplanner.domain.duty_edits import (
    ApplyPattern,
    ChangeSourcing,
    MoveRoles,
    SetAim,
    SetAimDay,
    SetCells,
    SetCoverage,
    SetNote,
)
from socplanner.domain.history import Edit
from socplanner.domain.ids import PartyId, PhaseId, RoleId
from socplanner.domain.letter_set_edits import (
    ChangeCustomSets,
    SwitchLetterSet,
    proposed_mapping,
)
from socplanner.domain.letter_sets import LETTER_SETS, RACI
from socplanner.domain.letters import Cell
from socplanner.domain.local_text import LocalText
from socplanner.domain.marking import NO_MARKING, Marking, Tlp
from socplanner.domain.party_edits import AddParty, ChangeParty, MoveParty, RemoveParty
from socplanner.domain.phase_edits import AddPhase, RemovePhase, RenameOrganisation, RenamePhase
from socplanner.domain.plan import Party, Plan
from socplanner.domain.problem import EditRejected
from socplanner.formats.format_error import FormatError
from socplanner.formats.plan.plan_yaml import Opened, dumps, loads
from socplanner.services.catalogues import catalogue_of
from tests.support.letter_sets import CUSTOM_SET
from tests.support.plans import big_plan, hybrid_plan, unplaced_plan

BY_HAND = Path(__file__).parents[2] / "golden" / "plans" / "by_hand.socplan"
CUSTOM_LETTERS = BY_HAND.with_name("own_letters.socplan")
MARKED = BY_HAND.with_name("marked.socplan")
NOW, NEXT = PhaseId("now"), PhaseId("next")
CISO, SOC, MSS, CSIRT = (PartyId(each) for each in ("ciso", "soc", "mss", "csirt"))
A1, A2, B1, B2 = (RoleId(f"v2:{code}") for code in ("A-1", "A-2", "B-1", "B-2"))


def opened(text: str | None = None) -> Opened:
    """Open the plan written by hand, or `text`."""
    return loads((text or BY_HAND.read_text("utf-8")).encode(), catalogue_of)


def saved(was: Opened, *edits: Edit) -> str:
    """Return the text saved after `edits`, proved to say the plan."""
    plan = was.plan
    for edit in edits:
        plan = edit.apply(plan)
    data = dumps(plan, was)
    assert loads(data, catalogue_of).plan == plan
    return data.decode()


@pytest.mark.parametrize(
    "plan", [hybrid_plan(), hybrid_plan(None), unplaced_plan(), big_plan(300, 20)]
)
def test_a_plan_written_and_read_is_the_same_plan(plan: Plan) -> None:
    assert loads(dumps(plan), catalogue_of).plan == plan


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_saving_without_a_change_leaves_every_byte(newline: str, mark: str) -> None:
    data = (mark + BY_HAND.read_text("utf-8").replace("\n", newline)).encode()
    was = loads(data, catalogue_of)
    assert dumps(was.plan, was) == data


def test_own_letters_are_read_kept_and_changed_in_their_place() -> None:
    text = CUSTOM_LETTERS.read_text("utf-8")
    file = opened(text)
    (custom,) = file.plan.custom_sets
    assert file.plan.letter_set is custom
    assert [each.symbol for each in custom.letters] == ["主", "AP", "FY", "O"]
    assert [sorted(each.flags) for each in custom.letters] == [
        ["performs"],
        ["accountable"],
        ["one_way"],
        [],
    ]
    blue = replace(custom.letters[2], colour="#0000FF")
    other = replace(custom, letters=(*custom.letters[:2], blue, custom.letters[3]))
    assert saved(file, ChangeCustomSets((other,))) == text.replace("'#E3E6EA'", "'#0000FF'")
    fewer = replace(custom, letters=custom.letters[:2])
    assert "x-asked: legal" in saved(file, ChangeCustomSets((fewer,)))
    to_raci = SwitchLetterSet(RACI, {"主": "R", "AP": "A"})
    switched = saved(file, to_raci)
    assert switched == text.replace("letter-set: works", "letter-set: raci").replace(
        "soc: 主, ciso: AP", "soc: R, ciso: A"
    )
    assert "letter-sets" not in saved(file, to_raci, ChangeCustomSets(()))


@pytest.mark.parametrize("set_id", LETTER_SETS)
def test_a_plan_of_any_letter_set_written_and_read_is_the_same_plan(set_id: str) -> None:
    plan = hybrid_plan()
    mapping = proposed_mapping(plan.letter_set, LETTER_SETS[set_id])
    plan = SwitchLetterSet(LETTER_SETS[set_id], mapping, (CUSTOM_SET,)).apply(plan)
    assert loads(dumps(plan), catalogue_of).plan == plan
    assert loads(dumps(plan), catalogue_of).plan.letter_set.id == set_id


def test_a_marking_is_read_kept_and_changed_in_its_place() -> None:
    text = MARKED.read_text("utf-8")
    file = opened(text)
    assert file.plan.marking == Marking(Tlp.AMBER_STRICT, "社外秘")
    assert saved(file, RenameOrganisation("Works", Marking(Tlp.RED, "社外秘"))) == text.replace(
        "amber+strict ", "red "
    )
    bare = saved(file, RenameOrganisation("Works", NO_MARKING))
    assert "tlp" not in bare
    again = saved(opened(bare), RenameOrganisation("Works", Marking(Tlp.CLEAR, "社外秘")))
    assert "organisation: Works\ntlp: clear\nclassification: 社外秘\n" in again


def test_a_label_that_is_none_is_refused_with_the_nearest() -> None:
    with pytest.raises(FormatError) as caught:
        opened(MARKED.read_text("utf-8").replace("amber+strict", "ambre"))
    assert dict(caught.value.problem.values)["nearest"] == "amber"


def test_what_was_written_by_hand_is_understood() -> None:
    plan = opened().plan
    assert plan.organisation == "Yamada & Co. #1"
    assert [party.id for party in plan.parties] == [CISO, SOC, MSS, CSIRT]
    assert plan.parties[2].name == LocalText.same("MSS: the provider")
    change = plan.phases[0].changes[A1]
    assert change.letters == {CISO: "A", SOC: "R"}
    assert change.note == "First line.\n\nThird line, after a blank one.\n"
    assert plan.phases[0].changes[A2].letters == {CISO: "A", CSIRT: "R"}
    assert plan.phases[0].changes[B1].coverage == "24x365"
    assert plan.phases[0].changes[B2].area is Area.UNPLACED


LINES: dict[str, tuple[Edit, dict[str, str]]] = {
    "a move": (
        MoveRoles(NOW, frozenset({A1}), Area.II),
        {"            area: I": "            area: II"},
    ),
    "a note": (
        SetNote(NOW, frozenset({B1}), "Paid\nmonthly"),
        {
            "            coverage: 24x365": "            coverage: 24x365\n"
            "            note: |-\n              Paid\n              monthly"
        },
    ),
    "a letter in a block": (
        SetCells(NOW, ((A1, SOC, Cell("C")),)),
        {"              soc: r": "              soc: C"},
    ),
    "a party's name": (
        ChangeParty(Party(CISO, "internal", LocalText.same("CRO"), is_executive=True)),
        {"  name: CISO   # the boss": "  name: CRO   # the boss"},
    ),
    "the organisation": (
        RenameOrganisation("Yamada"),
        {
            'organisation: "Yamada & Co. #1"   # with a hash in it': "organisation: Yamada   "
            "# with a hash in it"
        },
    ),
    "a phase's name": (
        RenamePhase(NEXT, LocalText("再来年", "In two years")),
        {
            "    name: {ja: 来年, en: Next year}": "    name: {ja: 再来年, en: In two years}",
        },
    ),
    "a coverage": (
        SetCoverage(NOW, frozenset({B1}), "8x5"),
        {"            coverage: 24x365": "            coverage: '8x5'"},
    ),
}


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("name", LINES)
def test_an_edit_touches_its_own_lines_only(name: str, newline: str) -> None:
    edit, replaced = LINES[name]
    before = BY_HAND.read_text("utf-8")
    expected = before
    for old, new in replaced.items():
        assert expected.count(old + "\n") == 1 or name == "a move"
        expected = expected.replace(old + "\n", new + "\n", 1)
    text = saved(opened(before.replace("\n", newline)), edit)
    assert text == expected.replace("\n", newline)


def test_a_rewritten_role_is_in_catalogue_order() -> None:
    text = saved(opened(), MoveRoles(NOW, frozenset({RoleId("v2:A-6")}), Area.I))
    before = BY_HAND.read_text("utf-8")
    added = "\n        v2:A-6:\n          area: I"
    assert text == before.replace(", x-seen: yes}", ", x-seen: yes}" + added)


def test_extension_keys_survive_where_an_entry_is_rewritten() -> None:
    text = saved(opened(), MoveRoles(NOW, frozenset({A2}), Area.IV))
    assert "x-seen: yes" in text
    assert "# monitoring" in text
    text = saved(opened(), ChangeParty(replace(opened().plan.parties[2], headcount=3)))
    assert 'x-contract: "C-12"' in text


def test_a_comment_within_a_rewritten_entry_is_kept() -> None:
    text = saved(opened(), SetCells(NOW, ((B1, MSS, Cell("C")),)))
    assert "letters: {soc: A/R, mss: C}   # shared" in text


def test_parties_change_places_with_the_lines_above_them() -> None:
    text = saved(opened(), MoveParty(MSS, 0))
    assert text.index("# --- outside ---") < text.index("id: mss") < text.index("id: ciso")


def test_comments_go_with_the_entry_below_them_and_headings_stay() -> None:
    text = saved(opened(), RemoveParty(MSS), RemovePhase(NEXT))
    for comment in ("# Our plan", "# --- outside ---", "# the end", "# policy"):
        assert comment in text
    assert "# later" not in text


COMMENTED = """\
format: 3
id: c
organisation: C
catalogue: v2
letter-set: raci
parties:   # who takes part

  # all of them

  # the boss
  - id: ciso
    kind: internal
    name: CISO
  # the provider
  - id: mss
    kind: provider
    name: MSS
phases:
  - id: now
    name: Now
    duties:
      # signed in May
      v2:A-1: {area: I, letters: {ciso: A}}
      # of the group
      v2:A-2: {area: I}
"""


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_a_comment_above_the_first_entry_moves_with_it(newline: str) -> None:
    text = saved(opened(COMMENTED.replace("\n", newline)), MoveParty(CISO, 1))
    lines = text.replace(newline, "\n").split("\n")
    first = lines.index("parties:   # who takes part")
    assert lines[first + 1 : first + 6 : 2] == ["", "", "  - id: mss"]
    assert lines[first + 2 : first + 5 : 2] == ["  # all of them", "  # the provider"]
    assert lines[lines.index("  - id: ciso") - 1] == "  # the boss"


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_a_comment_above_the_first_entry_goes_with_it(newline: str) -> None:
    before = COMMENTED.replace("\n", newline)
    text = saved(opened(before), RemoveParty(CISO))
    assert "# the boss" not in text
    assert "# all of them" in text
    blank = MoveRoles(NOW, frozenset({A1}), Area.UNPLACED)
    gone = saved(opened(before), RemoveParty(CISO), blank)
    assert "# signed in May" not in gone
    assert "# of the group" in gone


def test_a_role_added_above_the_first_leaves_its_comment_with_it() -> None:
    text = saved(
        opened(COMMENTED.replace("v2:A-1", "v2:A-3").replace("v2:A-2", "v2:A-4")),
        MoveRoles(NOW, frozenset({A1}), Area.I),
    )
    lines = text.split("\n")
    assert lines[lines.index("      v2:A-1:") - 1] == "    duties:"
    assert "      # signed in May\n      v2:A-3:" in text


def test_a_phase_added_goes_to_the_end_before_the_last_comment() -> None:
    text = saved(opened(), AddPhase(PhaseId("far"), LocalText.same("Far")))
    assert text.endswith("            letters: {soc: A}\n  - id: far\n    name: Far\n# the end\n")


def test_a_plan_written_as_json_opens_and_saves() -> None:
    text = (
        '{"format": 3, "id": "j", "organisation": "J", "catalogue": "v2", "letter-set": "raci",'
        ' "x-by": "tool", "parties": [{"id": "soc", "kind": "internal", "name": "SOC"}],'
        ' "phases": [{"id": "now", "name": "Now"}]}'
    )
    was = opened(text)
    assert dumps(was.plan, was).decode() == text
    assert 'x-by: "tool"' in saved(was, RenameOrganisation("K"))


@pytest.mark.parametrize(
    "text",
    ["NO", "1.10", "012", "2026-11-23", "~", "null", "true", "=", "a: b", "a #b", "- x", "'", '"',
     "x: ", "{a}", "[b]", "@c", "%d", "&e", "*f", "!g", "|", "> h", "?", "髙橋", "𠮷野家", "👩‍💻",
     "مرحبا", "a\\nb", "1e3", "0x1F", "y", "é", "\u00a0x", "a:", ":a", "#"],
)  # fmt: skip
def test_strings_stay_strings(text: str) -> None:
    plan = replace(hybrid_plan(None), organisation=text)
    assert loads(dumps(plan), catalogue_of).plan.organisation == text


NAMES = st.text(
    st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\u2028\u2029\ufffe\uffff"),
    min_size=1,
    max_size=20,
)
NOTES = st.lists(st.text("ab #:'\"-|>{é\t", max_size=8), max_size=4).map("\n".join)
ROLES = st.sampled_from([A1, A2, B1, B2, RoleId("v2:A-6"), RoleId("v2:I-6"), RoleId("v2:C-1")])
PHASES = st.sampled_from([NOW, NEXT])
PARTIES = st.sampled_from([CISO, SOC, MSS, CSIRT])
SOME = st.frozensets(ROLES, min_size=1, max_size=3)
SCORED = st.sampled_from([None, *SCORES])
EDITS = st.one_of(
    st.builds(MoveRoles, PHASES, SOME, st.sampled_from(Area)),
    st.builds(ChangeSourcing, PHASES, SOME, st.sampled_from(Sourcing)),
    st.builds(
        SetCells,
        PHASES,
        st.lists(st.tuples(ROLES, PARTIES, st.sampled_from(["", "R", "A/R", "?"]))).map(tuple),
    ),
    st.builds(SetNote, PHASES, SOME, NOTES),
    st.builds(SetCoverage, PHASES, SOME, NAMES),
    st.builds(SetAim, PHASES, SOME, st.sampled_from(SIDES), SCORED),
    st.builds(SetAimDay, PHASES, SOME, st.sampled_from(["", "2027-03-31"])),
    st.builds(SetScore, SOME, st.just(SIDES), SCORED, st.just("2026-11-30")),
    st.builds(SetScoreText, SOME, st.sampled_from(SIDES), st.just("remark"), NOTES,
              st.just("2026-11-30")),
    st.builds(AddAssessment, st.sampled_from(["2025-04-18", "2026-11-30"]), NAMES),
    st.builds(ApplyPattern, PHASES, st.sampled_from(["hybrid", "full-insource"])),
    st.builds(MoveParty, PARTIES, st.integers(0, 3)),
    st.builds(RemoveParty, PARTIES),
    st.builds(RemovePhase, PHASES),
    st.builds(RenameOrganisation, NAMES),
    st.builds(AddPhase, st.just(PhaseId("third")), NAMES.map(LocalText.same)),
    st.builds(AddParty, st.builds(Party, st.just(PartyId("new")), st.just("authority"),
                                  st.builds(LocalText, NAMES, NAMES))),
)  # fmt: skip


@given(st.lists(EDITS, max_size=6), st.sampled_from(["\n", "\r\n"]))
def test_whatever_is_edited_is_saved_and_comments_outlive_it(
    edits: list[Edit], newline: str
) -> None:
    was = opened(BY_HAND.read_text("utf-8").replace("\n", newline))
    plan = was.plan
    for edit in edits:
        try:
            plan = edit.apply(plan)
        except EditRejected:
            continue
    data = dumps(plan, was)
    again = loads(data, catalogue_of)
    assert again.plan == plan
    assert dumps(plan, again) == data
    assert data.decode().startswith("# Our plan, written by hand." + newline + "---")
    assert data.decode().endswith("# the end" + newline)
    assert "x-owner: {team: security, since: 2024}" in data.decode()


@given(st.lists(EDITS.filter(lambda edit: not isinstance(edit, MoveParty)), max_size=6))
def test_a_canonical_file_stays_canonical(edits: list[Edit]) -> None:
    was = loads(dumps(opened().plan), catalogue_of)
    plan = was.plan
    for edit in edits:
        try:
            plan = edit.apply(plan)
        except EditRejected:
            continue
    assert dumps(plan, was) == dumps(plan)


@pytest.mark.parametrize("score", get_args(Score))
def test_every_score_of_a_role_is_kept(score: Score) -> None:
    roles = frozenset({A2})
    before = SetScore(roles, SIDES, score, "2026-11-30").apply(opened().plan)
    before = SetAim(NOW, roles, "inhouse", "1").apply(before)
    later = SetAim(NEXT, roles, "inhouse", score).apply(before)
    data = dumps(later)
    assert loads(data, catalogue_of).plan == later


def test_a_score_changes_its_own_line_only() -> None:
    path = BY_HAND.with_name("assessments.socplan")
    was = loads(path.read_bytes(), catalogue_of)
    plan = SetScore(frozenset({A1}), ("inhouse",), "5").apply(was.plan)
    before, after = (data.decode().splitlines() for data in (path.read_bytes(), dumps(plan, was)))
    differing = [line for line in after if line not in before]
    assert differing == ["      v2:A-1: {inhouse: '5'}"]
    assert len(before) == len(after)
    noted = SetScoreText(frozenset({A1}), "inhouse", "evidence", "Policy").apply(plan)
    again = loads(dumps(noted, was), catalogue_of)
    assert again.plan == noted
    assert dumps(was.plan, was) == path.read_bytes()
