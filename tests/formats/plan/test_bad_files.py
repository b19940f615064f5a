"""Files that are no plan: each is refused in one sentence, with the line, and costs nothing."""

from collections.abc import Callable

import pytest

from socplanner.domain.local_text import LANGUAGES, Language
from socplanner.domain.road_map_inputs import NO_MOVES
from socplanner.domain.staffing_inputs import NO_STAFFING
from socplanner.formats.format_error import FormatError
from socplanner.formats.plan import yaml_reading
from socplanner.formats.plan.plan_yaml import loads
from socplanner.services.catalogues import catalogue_of
from socplanner.services.i18n import words_for
from socplanner.wording import errors

GOOD = """\
format: 3
id: good
organisation: Good
catalogue: v2
letter-set: raci
parties:
  - id: soc
    kind: internal
    name: SOC
phases:
  - id: now
    name: Now
    duties:
      v2:B-1:
        area: IV
        sourcing: insource
        letters: {soc: A/R}
"""


def refusal(data: bytes | str) -> FormatError:
    """Return the code `data` is refused with; its message must be printable in both languages."""
    with pytest.raises(FormatError) as caught:
        loads(data.encode() if isinstance(data, str) else data, catalogue_of)
    for language in LANGUAGES:
        assert "{" not in text(caught.value, language).replace("{ja", "")
    return caught.value


def text(error: FormatError, language: Language = "en") -> str:
    """Return the sentence of `error`."""
    return errors.message(error.problem, words_for(language))


def test_the_good_plan_is_good() -> None:
    assert loads(GOOD.encode(), catalogue_of).plan.organisation == "Good"


CUSTOM_ROLE = "{id: 'own:Z', function: B, name: Z}"
REPLACED = [
    ("area: IV", "area: V", 15, "unknown-choice", "Did you mean"),
    ("sourcing: insource", "sourcing: insourced", 16, "unknown-choice", "“insource”"),
    ("soc: A/R", "sco: A/R", 17, "unknown-party-in-file", "“soc”"),
    ("soc: A/R", "soc: X", 17, "unknown-letter", "R, A, C, I, ?"),
    ("v2:B-1:", "v2:B-9:", 14, "unknown-role-in-file", "B-"),
    ("area: IV", "aera: IV", 15, "unknown-key", "“area”"),
    ("kind: internal", "kind: outside", 8, "unknown-choice", "internal, provider, authority"),
    ("    kind: internal\n", "", 7, "missing-key", "“kind”"),
    ("id: soc", "id: S O C", 7, "bad-id", "“S O C”"),
    ("id: soc", "id: x-soc", 7, "bad-id", "“x-soc”"),
    ("id: good", "id: Größe", 2, "bad-id", "“Größe”"),
    ("format: 3", "format: 4", 1, "newer-format", "update socplanner"),
    ("format: 3", "format: one", 1, "bad-format", "newest is 3"),
    ("format: 3", "format: 0", 1, "bad-format", "newest is 3"),
    ("format: 3\n", "", 1, "not-a-plan", "not a socplanner plan"),
    ("catalogue: v2", "catalogue: v9", 4, "unknown-edition", "“v9”"),
    ("letter-set: raci", "letter-set: rcai", 5, "unknown-choice", "“raci”"),
    ("organisation: Good", "organisation: [a]", 3, "expected-text", "text"),
    ("organisation: Good", "organisation: ''", 3, "empty-name", "empty"),
    ("organisation: Good", "organisation: " + "n" * 201, 3, "name-too-long", "200"),
    ("name: SOC", 'name: "a\\u202Eb"', 9, "bad-character", "U+202E"),
    ("name: SOC", 'name: "a\\tb"', 9, "bad-character", "U+0009"),
    ("organisation: Good", 'organisation: "a\\u202Eb"', 3, "bad-character", "U+202E"),
    ("phases:", 'classification: "a\\eb"\nphases:', 10, "bad-character", "U+001B"),
    ("phases:", 'waivers: {C01/now: {reason: "a\\eb"}}\nphases:', 10, "bad-character", "U+001B"),
    ("area: IV", 'area: IV\n        note: "a\\eb"', 16, "bad-character", "U+001B"),
    ("area: IV", 'area: IV\n        coverage: "a\\Nb"', 16, "bad-character", "U+0085"),
    ("name: SOC", "name: {ja: a}", 9, "missing-key", "“en”"),
    ("name: SOC", "name: SOC\n    headcount: many", 10, "not-a-number", "“many”"),
    ("name: SOC", "name: SOC\n    headcount: 100001", 10, "not-a-number", "100000"),
    ("name: SOC", "name: SOC\n    executive: maybe", 10, "unknown-choice", "true, false"),
    ("name: SOC", "name: SOC\n    parent: ciso", 10, "unknown-party-in-file", "“ciso”"),
    ("name: SOC", "name: SOC\n    parent: soc", 10, "party-above-itself", "above itself"),
    ("name: SOC", "name: A\n  - {id: soc, kind: internal, name: B}", 10, "doubled-party", "soc"),
    ("    name: Now", "    name: Now\n    pattern: hybird", 13, "unknown-choice", "hybrid, "),
    ("area: IV", "area: IV\n        area: I", 16, "doubled-key", "“area”"),
    ("area: IV", "area: IV\n        note: " + "n" * 4001, 16, "text-too-long", "4000"),
    ("area: IV", "area: &here IV", 15, "yaml-anchor", "&here"),
    ("area: IV", "area: *here", 15, "yaml-alias", "*here"),
    ("area: IV", "area: !!str IV", 15, "yaml-tag", "tag"),
    ("area: IV", "area: IV\n%TAG ! x", 16, "yaml-tag", "%TAG"),
    ("area: IV", "area: IV\n        " + "v" * 201 + ": x", 16, "unknown-key", "v…”"),
    ("area: IV", 'area: "a\\u202Eb"', 15, "unknown-choice", "“a\ufffdb”"),
    ("area: IV", "? [a]\n        : IV", 15, "key-not-text", "key"),
    ("area: IV", "area: 'IV", 15, "not-yaml", "YAML"),
    ("{soc: A/R}", "[soc]", 17, "expected-mapping", "keys"),
    ("parties:\n", "parties: none\nx-parties:\n", 6, "expected-list", "list"),
    ("phases:\n", "phases: []\nx-phases:\n", 10, "no-phase", "phase"),
    ("  - id: now\n", "  - id: now\n    name: A\n  - id: now\n", 13, "doubled-phase", "now"),
    ("phases:", "waivers: {R1/now: {reason: r}}\nphases:", 10, "unknown-rule", "R1"),
    ("phases:", "waivers: {C01/nwo: {reason: r}}\nphases:", 10, "unknown-phase-in-file", "“now”"),
    ("phases:", "waivers: {C01: {reason: r}}\nphases:", 10, "unknown-phase-in-file", "“now”"),
    (
        *("phases:", "waivers: {R01/now/v2:B-9: {reason: r}}\nphases:"),
        *(10, "unknown-role-in-file", "“v2:B-"),
    ),
    (
        *("phases:", "waivers: {C01/now/sco: {reason: r}}\nphases:"),
        *(10, "unknown-party-in-file", "“soc”"),
    ),
    (
        *("phases:", "waivers:\n  C01/now:\n    reason: r\n    until: 2026-13-01\nphases:"),
        *(13, "bad-day", "2026-13-01"),
    ),
    ("phases:", "waivers: {C01/now: {until: 2026-12-01}}\nphases:", 10, "missing-key", "“reason”"),
    ("phases:", "weights: {functions: {D: 10}}\nphases:", 10, "not-a-number", "9"),
    ("phases:", "weights: {functions: {D: a}}\nphases:", 10, "not-a-number", "9"),
    ("phases:", "weights: {roles: {v2:B-1: 0.5}}\nphases:", 10, "not-a-number", "9"),
    ("phases:", "weights:\n  functions:\n    Z: 2\nphases:", 12, "unknown-function", "A, B"),
    (
        *("phases:", "weights:\n  roles:\n    v2:B-9: 2\nphases:"),
        *(12, "unknown-role-in-file", "“v2:B-"),
    ),
    ("phases:", "lessons: {K01: {verdict: good}}\nphases:", 10, "unknown-choice", "met"),
    ("phases:", "lessons: {K01: {verdict: cannot-tell}}\nphases:", 10, "unknown-choice", "met"),
    ("phases:", "lessons:\n  k1: {comment: x}\nphases:", 11, "unknown-prompt", "“k1”"),
    ("phases:", "lessons:\n  K1:\n    until: soon\nphases:", 12, "end-without-waiver", "soon"),
    (
        *("phases:", "lessons:\n  K1:\n    waived: x\n    until: soon\nphases:"),
        *(13, "bad-day", "soon"),
    ),
    (
        *("phases:", "lessons:\n  K1:\n    date: 2026-01-01\nphases:"),
        *(12, "day-without-verdict", "2026"),
    ),
    ("phases:", "lessons: {K1: {remark: x}}\nphases:", 10, "unknown-key", "“"),
    ("phases:", "weights: {role: {v2:B-1: 2}}\nphases:", 10, "unknown-key", "“roles”"),
    ("phases:", "limits: {performers: 0}\nphases:", 10, "too-low", "1"),
    ("phases:", "limits: {performers: 100}\nphases:", 10, "not-a-number", "99"),
    (
        *("phases:", f"roles: [{CUSTOM_ROLE},\n  {CUSTOM_ROLE}]\nphases:"),
        *(11, "doubled-role-id", "own:Z"),
    ),
    (
        *("phases:", "roles:\n  - name: Z\n    function: B\n    id: v2:Z\nphases:"),
        *(13, "bad-own-role", "own:"),
    ),
    (
        *("phases:", "roles:\n  - name: Z\n    id: own:Z\n    function: Q\nphases:"),
        *(13, "unknown-function", "A, B"),
    ),
    (
        *("phases:", "roles:\n  - id: own:Z\n    function: B\n    name: ''\nphases:"),
        *(13, "empty-name", "empty"),
    ),
    ("phases:", "roles: [{id: 'v2:Z', function: B, name: Z}]\nphases:", 10, "bad-own-role", "own:"),
    (
        *("phases:", "roles: [{id: own:Z, function: B, name: Z, hidden: perhaps}]\nphases:"),
        *(10, "unknown-choice", "true, false"),
    ),
    (
        *("phases:", "roles: [{id: own:Z, function: Q, name: Z}]\nphases:"),
        *(10, "unknown-function", "A, B"),
    ),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "line", "code", "words"), REPLACED)
def test_each_mistake_is_named_with_its_line_and_a_remedy(
    old: str, new: str, line: int, code: str, words: str
) -> None:
    assert GOOD.count(old) >= 1
    error = refusal(GOOD.replace(old, new, 1))
    assert (error.problem.code, error.line) == (code, line)
    assert words in text(error)


WHOLE = {
    "empty": (b"", "empty-file"),
    "only comments": (b"# nothing\n", "empty-file"),
    "a list": (b"- 1\n- 2\n", "not-a-plan"),
    "a word": (b"hello", "not-a-plan"),
    "another tool's": (b"apiVersion: v1\nkind: Pod\nmetadata: {name: x}\n", "not-a-plan"),
    "cp932": (GOOD.replace("Good", "防御").encode("cp932"), "other-encoding"),
    "utf-16": (GOOD.encode("utf-16"), "other-encoding"),
    "utf-16 without a mark": (GOOD.encode("utf-16-le"), "other-encoding"),
    "a picture": (b"\x89PNG\r\n\x1a\n\x00\x00\xff\xfe", "not-text"),
    "a workbook": (b"PK\x03\x04\x14\x00\x06\x00\xff\xff", "not-text"),
    "a control character": (GOOD.replace("Good", "a\x07b").encode(), "bad-character"),
    "two documents": ((GOOD + "---\n" + GOOD).encode(), "second-document"),
    "a tab": (b"format: 3\n\tid: x\n", "not-yaml"),
}


@pytest.mark.parametrize("name", WHOLE)
def test_a_file_of_another_kind_is_refused_as_such(name: str) -> None:
    data, code = WHOLE[name]
    assert refusal(data).problem.code == code


@pytest.mark.parametrize("length", range(1, len(GOOD), 7))
def test_half_a_file_is_refused_or_is_a_whole_smaller_plan(length: int) -> None:
    lines = GOOD[:length].count("\n") + 1
    try:
        read = loads(GOOD[:length].encode(), catalogue_of)
    except FormatError as error:
        result = error
    else:
        assert read.plan.id == "good"
        return
    assert result.problem.code in errors.SENTENCES
    assert (result.line or 1) <= lines


def _nested(depth: int) -> str:
    return "format: 3\nx-deep: " + "[" * depth


def _laughs() -> str:
    lines = ["format: 3", "a: &a [x]"]
    lines += [f"b{n}: &b{n} [{', '.join(['*a'] * 9)}]" for n in range(9)]
    return "\n".join(lines)


def _chain(parties: int) -> str:
    each = (f"  - {{id: p{n}, kind: internal, name: P, parent: p{n + 1}}}" for n in range(parties))
    return GOOD.replace("parties:\n", "parties:\n" + "\n".join(each) + "\n")


@pytest.mark.timeout(20)
@pytest.mark.parametrize(
    ("bomb", "code"),
    [
        (lambda: _nested(25_000), "too-deep"),
        (lambda: "{a: " * 25_000, "too-deep"),
        (_laughs, "yaml-anchor"),
        (lambda: "? " * 25_000, "key-not-text"),
        (lambda: _chain(900), "unknown-party-in-file"),
        (lambda: _chain(900).replace("parent: p900", "parent: p0"), "party-above-itself"),
        (
            lambda: _chain(900).replace("p900", "soc").replace("B-1:", "X:"),
            "unknown-role-in-file",
        ),
        (lambda: "%TAG !a! x\n" * 100_000, "yaml-tag"),
        (lambda: GOOD.replace("v2:B-1:", f"? {'v' * 10_000_000}\n      :"), "unknown-role-in-file"),
    ],
)
def test_a_bomb_costs_nothing(bomb: Callable[[], str], code: str) -> None:
    text = bomb()
    assert refusal(text).problem.code == code


def test_size_and_number_of_values_are_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(yaml_reading, "MOST_BYTES", 100)
    assert refusal(GOOD).problem.code == "file-too-big"
    monkeypatch.undo()
    monkeypatch.setattr(yaml_reading, "MOST_EVENTS", 20)
    assert refusal(GOOD).problem.code == "too-many-values"


def test_the_loader_without_c_reads_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    import yaml

    fast = loads(GOOD.encode(), catalogue_of).plan
    monkeypatch.setattr(yaml_reading, "_Loader", yaml.SafeLoader)
    assert loads(GOOD.encode(), catalogue_of).plan == fast
    assert refusal("a: 'b").problem.code == "not-yaml"
    assert refusal(GOOD.replace("Good", "a\x07b")).problem.code == "bad-character"


STAFFING = """\
staffing:
  posts:
    - {id: desk, name: Desk, party: soc, coverage: 24x365, roles: [v2:B-1]}
  workloads:
    - {id: cases, name: Cases, post: desk, incidents: 24, hours: 40}
  people:
    now: {soc: {headcount: 4, shared: 2, share: 50}}
  assumptions: {leave: 20}
"""
IN_STAFFING = [
    ("party: soc", "party: sco", 21, "unknown-party-in-file", "“soc”"),
    ("roles: [v2:B-1]", "roles: [v2:B-9]", 21, "unknown-role-in-file", "v2:B-"),
    ("coverage: 24x365", "coverage: sometimes", 21, "bad-hours", "“sometimes”"),
    ("coverage: 24x365", "coverage: mon 18:00-18:00", 21, "bad-hours", "18:00-18:00"),
    ("coverage: 24x365", "coverage: 'mon, at 25:00-26:00'", 21, "bad-hours", "25:00"),
    ("coverage: 24x365", 'coverage: "24x365\\eb"', 21, "bad-character", "U+001B"),
    ("coverage: 24x365", "coverage: " + "all " * 51, 21, "text-too-long", "200"),
    ("coverage: 24x365", "coverage: all, seats: 0", 21, "bad-amount", "from 1 to 1000"),
    ("coverage: 24x365", "coverage: all, seats: -1", 21, "not-a-number", "“-1”"),
    ("coverage: 24x365", "coverage: all, queue: {calls: 2}", 21, "missing-key", "minutes"),
    ("24x365", "all, queue: {calls: 2, minutes: 0}", 21, "bad-amount", "from 0.1 to 1440"),
    ("24x365", "all, queue: {calls: 2, minutes: -3}", 21, "not-an-amount", "“-3”"),
    ("24x365", "all, queue: {calls: 2, minutes: 3, answered: 100}", 21, "bad-amount", "99.9"),
    ("24x365", "all, queue: {calls: 1000000, minutes: 60}", 21, "queue-too-long", "1000 people"),
    ("24x365", "all, queue: {calls: 2, minutes: 3, shares: 1}", 21, "unknown-key", "“shares”"),
    ("24x365", "all, queue: 5", 21, "expected-mapping", ""),
    ("coverage: 24x365", "coverage: all, from: nwo", 21, "unknown-phase-in-file", "“now”"),
    ("coverage: 24x365", "coverage: all, until: nwo", 21, "unknown-phase-in-file", "“now”"),
    ("id: desk", "id: De sk", 21, "bad-id", "De sk"),
    ("name: Desk", "name: ''", 21, "empty-name", "empty"),
    ("post: desk", "post: deks", 23, "unknown-post", "“deks”"),
    ("post: desk", "post: desk, party: soc", 23, "workload-of-nothing", "one of the two"),
    ("post: desk, ", "", 23, "workload-of-nothing", "one of the two"),
    (", hours: 40", "", 23, "workload-without-work", "one kind"),
    (", incidents: 24, hours: 40", "", 23, "workload-without-work", "one kind"),
    ("hours: 40", "hours: 40, left: 50", 23, "workload-without-work", "one kind"),
    ("hours: 40", "hours: 40, volume: 1, minutes: 1", 23, "workload-without-work", "one kind"),
    ("hours: 40", "hours: -40", 23, "not-an-amount", "“-40”"),
    ("hours: 40", "hours: 1.234", 23, "not-an-amount", "two decimal"),
    ("hours: 40", "hours: 2000000", 23, "not-an-amount", "1000000"),
    ("id: cases", "id: a}\n    - {id: a", 23, "missing-key", "name"),
    ("now: {soc", "nwo: {soc", 25, "unknown-phase-in-file", "“now”"),
    ("{soc: {h", "{sco: {h", 25, "unknown-party-in-file", "“soc”"),
    ("headcount: 4", "headcount: -4", 25, "not-a-number", "“-4”"),
    ("share: 50", "share: 150", 25, "not-an-amount", "from 0 to 100"),
    ("shared: 2", "shared: 5", 25, "more-than-headcount", "5 are more"),
    ("shared: 2", "on-call: 5", 25, "more-than-headcount", "5 are more"),
    ("leave: 20", "leaves: 20", 26, "unknown-key", "“leave”"),
    ("leave: 20", "hours-a-day: 0.5", 26, "bad-amount", "0.5 is not"),
    ("leave: 20", "shifts: 2.5", 26, "not-a-number", "“2.5”"),
    ("leave: 20", "shifts: 0", 26, "bad-number", "whole number from 1 to 6"),
    ("leave: 20", "days-off: 120, holidays: 16", 26, "days-off-twice", "keep one"),
]


@pytest.mark.parametrize(("old", "new", "line", "code", "words"), IN_STAFFING)
def test_what_is_wrong_with_staffing_is_reported_at_its_line(
    old: str, new: str, line: int, code: str, words: str
) -> None:
    assert old in STAFFING
    error = refusal(GOOD + "  - {id: later, name: L}\n" + STAFFING.replace(old, new, 1))
    assert (error.problem.code, error.line) == (code, line)
    assert words in text(error)


def test_a_post_that_ends_before_it_begins_is_refused() -> None:
    wrong = STAFFING.replace("24x365", "24x365, from: later, until: now")
    error = refusal(GOOD + "  - {id: later, name: L}\n" + wrong)
    assert (error.problem.code, error.line) == ("ends-before-it-begins", 21)


def test_two_posts_or_workloads_with_one_id_are_refused() -> None:
    for key in ("desk", "cases"):
        (line,) = [each for each in STAFFING.splitlines() if f"id: {key}" in each]
        error = refusal(GOOD + STAFFING.replace(line, f"{line}\n{line}"))
        assert error.problem.code in {"doubled-post", "doubled-workload"}


def test_staffing_without_anything_is_none() -> None:
    for empty in ("staffing:\n", "staffing: {}\n", "staffing: {posts: [], people: {now: }}\n"):
        assert loads((GOOD + empty).encode(), catalogue_of).plan.staffing is NO_STAFFING
    kept = "staffing: {people: {now: {soc: {}}, x-a: 1}, assumptions: }\n"
    assert loads((GOOD + kept).encode(), catalogue_of).plan.staffing is NO_STAFFING


ROAD_MAP = """\
moves:
  now: {}
  later:
    v2:B-1:
      owner: soc
      begin: 2027-04-01
      end: 2027-09-30
      effort: 12
      prerequisites:
        - {kind: role, role: v2:B-2}
        - {kind: contract, date: 2026-04-01, until: 2027-03-31}
    v2:B-2: {status: planned}
"""
IN_ROAD_MAP = [
    ("later:", "latter:", 21, "unknown-phase-in-file", "“later”"),
    ("    v2:B-1:", "    v2:B-9:", 22, "unknown-role-in-file", "v2:B-"),
    ("owner: soc", "owner: sco", 23, "unknown-party-in-file", "“soc”"),
    ("begin: 2027-04-01", "begin: April", 24, "bad-day", "“April”"),
    ("end: 2027-09-30", "end: 2027-03-31", 25, "ends-too-early", "2027-04-01"),
    ("effort: 12", "effort: -1", 26, "not-an-amount", "“-1”"),
    ("kind: role", "kind: rolle", 28, "unknown-choice", "“role”"),
    ("role: v2:B-2", "role: v2:B-99", 28, "unknown-role-in-file", "v2:B-"),
    (", role: v2:B-2", "", 28, "missing-key", "“role”"),
    ("kind: role", "kind: document", 28, "only-of-a-role", "kind"),
    ("role: v2:B-2", "role: v2:B-2, phase: never", 28, "unknown-phase-in-file", "“never”"),
    ("role: v2:B-2", "role: v2:B-2, until: 2027-01-01", 28, "only-of-a-contract", "last day"),
    ("role: v2:B-2", "role: v2:B-1", 27, "cycle-of-moves", "v2:B-1"),
    ("until: 2027-03-31", "until: 2026-03-31", 29, "ends-too-early", "2026-03-31"),
    ("{status: planned}", "{status: plan}", 30, "unknown-choice", "“planned”"),
    (
        "{status: planned}",
        "{prerequisites: [{kind: role, role: v2:B-1}]}",
        27,
        "cycle-of-moves",
        "v2:B-1",
    ),
]


@pytest.mark.parametrize(("old", "new", "line", "code", "words"), IN_ROAD_MAP)
def test_what_is_wrong_with_moves_is_reported_at_its_line(
    old: str, new: str, line: int, code: str, words: str
) -> None:
    assert old in ROAD_MAP
    error = refusal(GOOD + "  - {id: later, name: L}\n" + ROAD_MAP.replace(old, new, 1))
    assert (error.problem.code, error.line) == (code, line)
    assert words in text(error)


def test_a_move_cannot_need_one_of_a_later_phase() -> None:
    wrong = ROAD_MAP.replace(
        "now: {}",
        "now: {v2:B-1: {prerequisites: [{kind: role, role: v2:B-2, phase: later}]}}",
    )
    error = refusal(GOOD + "  - {id: later, name: L}\n" + wrong)
    assert (error.problem.code, error.line) == ("needs-a-later-phase", 20)


@pytest.mark.parametrize(
    ("keys", "code"),
    [
        ("begin: 2027-04-01, end: 2026-04-01", "ends-too-early"),
        ("begin: soon", "bad-day"),
        ("approval-date: 1 April", "bad-day"),
        ("approver: {ja: x}", "expected-text"),
    ],
)
def test_what_is_wrong_with_the_terms_of_a_phase_is_reported_at_its_line(
    keys: str, code: str
) -> None:
    error = refusal(GOOD + f"  - {{id: later, name: L, {keys}}}\n")
    assert (error.problem.code, error.line) == (code, 18)


def test_moves_without_anything_are_none() -> None:
    for empty in (
        "moves:\n",
        "moves: {}\n",
        "moves: {now: , x-a: 1}\n",
        "moves: {now: {v2:B-1: {}}}\n",
    ):
        assert loads((GOOD + empty).encode(), catalogue_of).plan.moves is NO_MOVES
