"""Files written in every manner YAML allows: what is saved into them opens again, and whole."""

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from socplanner.domain.catalogue import Area
from socplanner.domain.check_edits import SetThresholds, SetWaiver
from socplanner.domain.custom_role_edits import HideCustomRole
from socplanner.domain.duty_edits import MoveRoles, SetCells, SetCoverage, SetNote
from socplanner.domain.history import Edit
from socplanner.domain.ids import PartyId, PhaseId, RoleId
from socplanner.domain.letter_set_edits import ChangeCustomSets
from socplanner.domain.letters import Cell
from socplanner.domain.local_text import LocalText
from socplanner.domain.party_edits import AddParty, ChangeParty, MoveParty, RemoveParty
from socplanner.domain.phase_edits import AddPhase, RenameOrganisation
from socplanner.domain.plan import Party
from socplanner.domain.problem import EditRejected
from socplanner.domain.waivers import Waiver
from socplanner.domain.weight_edits import SetWeights
from socplanner.formats.format_error import FormatError
from socplanner.formats.plan import plan_writing
from socplanner.formats.plan.plan_yaml import dumps, loads, reopened
from socplanner.services.catalogues import catalogue_of
from tests.support.letter_sets import letter_of, set_of

HEADER = "format: 3\nid: g\norganisation: G\ncatalogue: v2\nletter-set: raci\n"
PLAIN = """\
# top
format: 3
id: g
organisation: "G"
catalogue: v2
letter-set: raci
parties:
- id: soc
  kind: internal
  name: SOC   # boss
# outside
- {id: mss, kind: provider, name: MSS, x-m: 1}
phases:
- id: now
  name: Now
  duties:
    v2:A-1:
      letters:
        soc: A
        mss: R
      note: |   # why
        One.
    v2:B-1: {area: I, x-b: yes}
# end
"""
QUESTION = PLAIN.replace('organisation: "G"', '? organisation # a: b\n: "G"')
NOW, SOC, MSS, A1 = PhaseId("now"), PartyId("soc"), PartyId("mss"), RoleId("v2:A-1")
RENAME = RenameOrganisation("H")
EDITS: list[Edit] = [
    RENAME,
    MoveRoles(NOW, frozenset({A1, RoleId("v2:B-1")}), Area.II),
    SetNote(NOW, frozenset({A1}), "a\nb\n"),
    SetCells(NOW, ((A1, MSS, Cell("C")),)),
    MoveParty(MSS, 0),
    RemoveParty(MSS),
    AddPhase(PhaseId("far"), LocalText("先", "Far")),
]


def saved(text: str, *edits: Edit) -> str:
    """Return what is saved into `text` after `edits`, proved to say the plan."""
    was = loads(text.encode(), catalogue_of)
    plan = was.plan
    for edit in edits:
        plan = edit.apply(plan)
    data = dumps(plan, was)
    assert loads(data, catalogue_of).plan == plan
    return data.decode()


@pytest.mark.parametrize("edit", EDITS, ids=lambda edit: type(edit).__name__)
@pytest.mark.parametrize("newline", ["\r", "\x85", "\u2028", "\u2029"])
def test_rare_line_ends_do_not_run_lines_together(newline: str, edit: Edit) -> None:
    saved(PLAIN.replace("|   # why\n        One.", "One.").replace("\n", newline), edit)


@pytest.mark.parametrize("letters", ["{soc: A, mss: }", "{mss: , soc: A, x-l: 1}"])
def test_a_letter_left_blank_does_not_lock_the_file_when_its_party_goes(letters: str) -> None:
    text = PLAIN.replace("letters:\n        soc: A\n        mss: R", f"letters: {letters}")
    saved(text, RemoveParty(MSS))


def test_a_comment_that_touches_a_value_is_not_drawn_into_it() -> None:
    text = saved(PLAIN.replace('"G"', '"G"# note'), RENAME)
    assert "organisation: H # note\n" in text


def test_extension_keys_survive_in_lists_on_one_line() -> None:
    text = HEADER + (
        "parties: [{id: soc, kind: internal, name: S, x-a: 1}, # first\n"
        "  {id: b, kind: provider, name: B, x-b: {c: 2}}] # after\n"
        "phases: [{id: now, name: N, duties: {v2:A-1: {area: I, x-d: [e, f]}}}]\n"
    )
    party = Party(SOC, "internal", LocalText.same("T"))
    text = saved(text, ChangeParty(party), MoveRoles(NOW, frozenset({A1}), Area.II))
    for kept in ("x-a: 1", "x-b: {c: 2}", "x-d: [e, f]", "# first", "# after"):
        assert kept in text


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("\n- 1\n- a: b", "x-o: [1, {a: b}]"),
        (" |\n  one\n  two", r'x-o: "one\ntwo\n"'),
        (" one, two", "x-o: 'one, two'"),
        (" 'a  b'", "x-o: 'a  b'"),
        (" [1, # one\n  2]", "x-o: [1, 2]"),
        ("", "x-o: "),
    ],
)
def test_an_extension_key_is_joined_to_one_line_unchanged(written: str, kept: str) -> None:
    text = QUESTION + f"x-o:{written}\n"
    assert f"\n{kept}\n" in saved(text, RENAME)


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_a_rewritten_file_keeps_comments_and_line_ends(newline: str) -> None:
    text = (
        "# top\n{format: 3, id: g, organisation: G, # mid\n catalogue: v2, letter-set: raci,\n"
        " parties: [], phases: [{id: now, name: N}], x-k: 5} # last\n# end\n"
    ).replace("\n", newline)
    text = saved(text, RENAME)
    for kept in ("# top", "# mid", "# last", "# end", "x-k: 5"):
        assert kept in text
    assert text.count("\n") == text.count(newline)


def test_a_note_that_ends_the_file_without_a_line_end_stays_as_it_is() -> None:
    text = PLAIN.replace("# end\n", "").replace("    v2:B-1: {area: I, x-b: yes}\n", "").rstrip()
    saved(text, EDITS[-1])


def test_keys_with_a_question_mark_can_be_changed() -> None:
    assert "# a: b\n" in saved(QUESTION, RENAME)


@pytest.mark.parametrize("edit", EDITS, ids=lambda edit: type(edit).__name__)
@pytest.mark.parametrize("marks", [1, 2, 3])
def test_any_number_of_byte_order_marks_is_kept_and_does_no_harm(marks: int, edit: Edit) -> None:
    data = "\ufeff".encode() * marks + PLAIN.encode()
    was = loads(data, catalogue_of)
    assert dumps(was.plan, was) == data
    plan = edit.apply(was.plan)
    after = dumps(plan, was)
    assert loads(after, catalogue_of).plan == plan
    assert after.count("\ufeff".encode()) == marks
    assert reopened(plan, after) == loads(after, catalogue_of)


ASKING = """\
? format
: 1
? id
: g
organisation: o
catalogue: v2
letter-set: raci
x-v:
  - # Empty
  - |
   block node
  - - one # Compact
    - two # sequence
  - one: two # Compact mapping
parties:
  - {id: soc, kind: internal, name: S}
  - {id: mss, kind: provider, name: M}
? phases
: - {id: now, name: N}
"""


@pytest.mark.parametrize("edit", EDITS, ids=lambda edit: type(edit).__name__)
def test_a_file_in_the_long_form_of_yaml_opens_again_after_an_edit(edit: Edit) -> None:
    text = saved(ASKING, edit)
    assert "block node" in text
    assert "Compact mapping" in text


def test_a_text_that_does_not_read_as_the_plan_is_never_returned(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Every text is read back, also one that is written anew as a whole."""
    was = loads(PLAIN.encode(), catalogue_of)
    plan = RENAME.apply(was.plan)
    monkeypatch.setattr(plan_writing, "_written", lambda *_: "format: 3\nid: other\n")
    monkeypatch.setattr(plan_writing, "_changed", lambda *_: "organisation: [\n")
    with pytest.raises(FormatError) as refused:
        dumps(plan, was)
    assert refused.value.problem.code == "unwritable"
    with pytest.raises(FormatError):
        dumps(plan)


TOKENS = st.sampled_from(
    ["\n", "\r", "\r\n", "\t", " ", "  ", ": ", "- ", "# c", " # c\n", "{", "}", "[", "]", ",",
     "'", '"', "|", "|-", ">", "? ", "%", "---\n", "...\n", "\x85", "\u2028", "~", "[]", "{}", "𠮷"]
)  # fmt: skip
DISTURBED = st.lists(st.tuples(st.integers(0, len(PLAIN)), TOKENS), max_size=3)


@given(DISTURBED, st.lists(st.sampled_from(EDITS), min_size=1, max_size=3))
def test_whatever_opens_is_saved_as_a_file_that_opens(
    disturbed: list[tuple[int, str]], edits: list[Edit]
) -> None:
    text = PLAIN
    for place, token in disturbed:
        text = text[:place] + token + text[place:]
    try:
        was = loads(text.encode(), catalogue_of)
    except FormatError:
        return
    plan = was.plan
    for edit in edits:
        try:
            plan = edit.apply(plan)
        except EditRejected:
            continue
    assert loads(dumps(plan, was), catalogue_of).plan == plan


BLOCK_OF_OTHERS = """\
format: 3
id: g
organisation: G
catalogue: v2
letter-set: raci
parties:
  - {id: soc, kind: internal, name: S}
  - {id: mss, kind: provider, name: M}
phases:
  - id: now
    name: Now
    duties:
      v2:A-1:
        x-ours: |-
            text
        letters:
          soc: A
            # deep
        note: n
"""


@pytest.mark.parametrize("style", ["|-", "|", ">", ">-"])
def test_no_comment_becomes_a_part_of_what_is_others(style: str) -> None:
    """Where the entry between them goes, a deep comment would continue the text above it."""
    text = BLOCK_OF_OTHERS.replace("|-", style)
    before = yaml.safe_load(text)["phases"][0]["duties"]["v2:A-1"]["x-ours"]
    after = yaml.safe_load(saved(text, RemoveParty(SOC)))["phases"][0]["duties"]["v2:A-1"]
    assert after["x-ours"] == before
    assert "# deep" in saved(text, RemoveParty(SOC))


NEW_SETS = """\
letter-sets:
  - id: own
    name: {ja: 自社の記号, en: Our letters}
    letters:
      - symbol: P
        name: {ja: Pの意味, en: Meaning P}
        colour: '#CFE2FF'
        flags: [performs]
      - symbol: Q
        name: {ja: Qの意味, en: Meaning Q}
        colour: '#CFE2FF'
        flags: [accountable]
"""


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize(
    ("edit", "old", "new"),
    [
        (RENAME, 'organisation: "G"', "organisation: H"),
        (
            SetNote(NOW, frozenset({A1}), "Other"),
            "      note: |   # why\n        One.\n",
            "      # why\n      note: Other\n",
        ),
        (
            SetNote(NOW, frozenset({A1}), "One.\n\nTwo.\n"),
            "      note: |   # why\n        One.\n",
            "      # why\n      note: |\n        One.\n\n        Two.\n",
        ),
        (SetCells(NOW, ((A1, MSS, Cell("C")),)), "        mss: R\n", "        mss: C\n"),
        (SetCells(NOW, ((A1, MSS, Cell("")),)), "        mss: R\n", ""),
        (
            MoveRoles(NOW, frozenset({RoleId("v2:B-1")}), Area.II),
            "v2:B-1: {area: I, x-b: yes}",
            "v2:B-1:\n      area: II\n      x-b: yes",
        ),
        (
            MoveRoles(NOW, frozenset({A1}), Area.II),
            "    v2:A-1:\n",
            "    v2:A-1:\n      area: II\n",
        ),
        (
            MoveRoles(NOW, frozenset({RoleId("v2:A-2")}), Area.II),
            "    v2:B-1:",
            "    v2:A-2:\n      area: II\n    v2:B-1:",
        ),
        (
            ChangeParty(Party(MSS, "provider", LocalText.same("Them"))),
            "- {id: mss, kind: provider, name: MSS, x-m: 1}\n",
            "- id: mss\n  kind: provider\n  name: Them\n  x-m: 1\n",
        ),
        (
            AddParty(Party(PartyId("it"), "internal", LocalText("情シス", "IT"), headcount=3)),
            "phases:\n",
            "- id: it\n  kind: internal\n  name: {ja: 情シス, en: IT}\n  headcount: 3\nphases:\n",
        ),
        (
            ChangeCustomSets((set_of(letter_of("P", "performs"), letter_of("Q", "accountable")),)),
            "parties:\n",
            NEW_SETS + "parties:\n",
        ),
        (
            SetWaiver(Waiver("R01", NOW, A1, None, "agreed", "2026-12-31")),
            "# end\n",
            "waivers:\n  R01/now/v2:A-1:\n    reason: agreed\n    until: '2026-12-31'\n# end\n",
        ),
        (
            SetWeights({"D": 3, "A": 1, A1: 0}),
            "# end\n",
            "weights:\n  functions:\n    D: '3'\n  roles:\n    v2:A-1: '0'\n# end\n",
        ),
        (
            SetThresholds({"informed": 5, "performers": 4}),
            "# end\n",
            "limits:\n  performers: '4'\n  informed: '5'\n# end\n",
        ),
    ],
)
def test_an_edit_changes_the_lines_it_is_about_and_no_other(
    edit: Edit, old: str, new: str, newline: str
) -> None:
    assert PLAIN.count(old) == 1
    expected = PLAIN.replace(old, new)
    after = saved(PLAIN.replace("\n", newline), edit)
    assert after == expected.replace("\n", newline)


def test_comments_within_an_entry_are_above_it_where_it_is_rewritten() -> None:
    entry = "- {id: mss, kind: provider, name: MSS, x-m: 1}"
    inline = PLAIN.replace(
        entry, "- {id: mss, # theirs\n   kind: provider,\n   name: MSS, x-m: 1} # last"
    )
    text = saved(inline, ChangeParty(Party(MSS, "provider", LocalText.same("Them"))))
    written = "- # theirs\n  # last\n  id: mss\n  kind: provider\n  name: Them\n  x-m: 1"
    assert text == PLAIN.replace(entry, written)


@pytest.mark.parametrize(
    ("above", "left"),
    [
        ("# of it\n", ""),
        ("# of both\n\n# of it\n", "# of both\n\n"),
        ("# --- outside ---\n# of it\n", "# --- outside ---\n"),
        ("# --- outside ---\n\n", "# --- outside ---\n\n"),
        ("\n", ""),
    ],
)
def test_only_the_comments_directly_above_go_with_an_entry(above: str, left: str) -> None:
    entry = "- {id: mss, kind: provider, name: MSS, x-m: 1}\n"
    text = PLAIN.replace(f"# outside\n{entry}", f"{above}{entry}").replace("        mss: R\n", "")
    assert saved(text, RemoveParty(MSS)) == text.replace(f"{above}{entry}", left)


def test_a_key_without_a_value_gets_one_in_its_place() -> None:
    text = PLAIN.replace("        One.\n", "        One.\n      coverage:   # hours\n")
    after = saved(text, SetCoverage(NOW, frozenset({A1}), "24x365"))
    assert after == text.replace("coverage:   # hours", "coverage: '24x365'   # hours")


def test_hiding_a_role_adds_one_key_and_showing_it_removes_that() -> None:
    night = RoleId("own:night")
    text = PLAIN.replace(
        "phases:\n",
        "roles:\n- id: own:night   # at night\n  function: A\n  name: Night\n"
        "- {id: own:day, function: B, name: Day, x-d: 1}\nphases:\n",
        1,
    ).replace("    v2:B-1:", "    own:night: {area: II, note: kept}\n    v2:B-1:")
    hidden = saved(text, HideCustomRole(night))
    assert hidden == text.replace("  name: Night\n", "  name: Night\n  hidden: true\n")
    assert saved(hidden, HideCustomRole(night, is_hidden=False)) == text
    plain = text.replace("  name: Night\n", "  name: Night\n  hidden: false\n")
    assert not loads(plain.encode(), catalogue_of).plan.custom_roles.hidden
    in_line = saved(text, HideCustomRole(RoleId("own:day")))
    assert "x-d: 1" in in_line
    assert "hidden: true" in in_line
    moved = saved(hidden, MoveRoles(NOW, frozenset({A1}), Area.II))
    assert "own:night: {area: II, note: kept}\n" in moved
