"""Random plans, sent out, filled in and treated as people treat workbooks: just edits come back."""

from dataclasses import dataclass, replace
from random import Random

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from socplanner.domain.catalogue import Area, Sourcing
from socplanner.domain.duty_values import Accepted, DutyAddress, duty_value
from socplanner.domain.ids import PartyId, RoleId
from socplanner.domain.letters import Cell
from socplanner.domain.local_text import LANGUAGES, Language
from socplanner.domain.phases import duty, with_duties
from socplanner.domain.plan import Duty, Plan, frozen
from socplanner.domain.reimport.accept_edit import AcceptReimport
from socplanner.domain.reimport.review import Verdict, accepted_of, review
from socplanner.domain.reimport.sheet_values import YES
from socplanner.formats.reimport.reimport_reading import is_ours, reimport_of
from socplanner.formats.sheets.reading import sheets_of
from socplanner.services.i18n import words_for
from socplanner.wording.terms import area_short, sourcing_name
from tests.support.mutations import COSTLY, HARMLESS, Mutation, Treated, remove_ids, remove_keys
from tests.support.small_plan import NOW, PARTIES, ROLES, small_plan
from tests.support.workbooks import CELLS, written

BOTH = [words_for(language) for language in LANGUAGES]
SPELLINGS = {
    "": ("", " "),
    "R": ("R", "r", "Ｒ", " r "),
    "A": ("A", "ａ", "А", "Α"),
    "C": ("C", "с", "c\n"),
    "I": ("I", "i", "І", "Ⅰ"),
    "A/R": ("A/R", "R/A", "a, r", "RA", "Ａ／Ｒ", "R・A", "А/R"),
    "C/I": ("C/I", "ic", "I, C"),
    "A/C": ("A/C", "c a"),
    "?": ("?", "？", " ? "),
}
NOTES = ("", "a reason", "two\nlines", "+1 head", "  inner  ", "理由")
ANY_CELL = st.sampled_from(CELLS)
ANY_TOPIC = st.one_of(
    st.builds(DutyAddress, st.sampled_from(ROLES), st.just("letters"), st.sampled_from(PARTIES)),
    st.builds(
        DutyAddress,
        st.sampled_from(ROLES),
        st.sampled_from(("sourcing", "area", "note")),
        st.none(),
    ),
)


@dataclass(frozen=True, repr=False)
class Case:
    """A plan with what happens to it and to its workbook."""

    plan: Plan
    language: Language
    typed: dict[DutyAddress, tuple[str, str]]
    meanwhile: dict[DutyAddress, str]
    mutations: tuple[Mutation, ...]
    seed: int

    def __repr__(self) -> str:
        """Return what was done, without the plan."""
        done = [each.__name__ for each in self.mutations]
        return f"{self.language} {self.typed} {self.meanwhile} {done} {self.seed}"


@st.composite
def cases(draw: st.DrawFn) -> Case:
    """Return anything that may happen and costs the reader nothing."""
    plan = small_plan()
    order = draw(st.permutations(plan.parties))
    wanted = {role: _duty(draw) for role in ROLES}
    plan = with_duties(replace(plan, parties=tuple(order)), NOW, wanted)
    topics = draw(st.lists(ANY_TOPIC, unique=True, max_size=8))
    language = draw(st.sampled_from(LANGUAGES))
    typed = {address: _typed(draw, address, language) for address in topics}
    others = draw(st.lists(ANY_TOPIC, unique=True, max_size=5))
    meanwhile = {address: _typed(draw, address, language)[1] for address in [*others, *topics[:2]]}
    chosen = draw(st.sets(st.sampled_from(HARMLESS), max_size=5))
    return Case(
        plan,
        language,
        typed,
        meanwhile,
        tuple(each for each in HARMLESS if each in chosen),
        draw(st.integers(0, 99)),
    )


def _duty(draw: st.DrawFn) -> Duty:
    cells = {party: Cell(draw(ANY_CELL)) for party in PARTIES}
    return Duty(
        draw(st.sampled_from(Area)),
        draw(st.sampled_from(Sourcing)),
        frozen({PartyId(party): cell for party, cell in cells.items() if cell}),
        coverage=draw(st.sampled_from(("", "24x365"))),
        note=draw(st.sampled_from(NOTES)),
    )


def _typed(draw: st.DrawFn, address: DutyAddress, language: Language) -> tuple[str, str]:
    """Return what somebody types, and the value that is meant."""
    if address.field == "letters":
        cell = draw(ANY_CELL)
        return draw(st.sampled_from(SPELLINGS[cell])), cell
    words = words_for(language)
    if address.field == "sourcing":
        sourcing = draw(st.sampled_from(Sourcing))
        return sourcing_name(sourcing, words), sourcing.value
    if address.field == "area":
        area = draw(st.sampled_from(Area))
        return area_short(area, words), area.value
    note = draw(st.sampled_from(NOTES))
    return note, note.strip()


def _key(address: DutyAddress) -> str:
    return address.field if address.party is None else f"party:{address.party}"


def _value(plan: Plan, address: DutyAddress) -> str:
    return duty_value(duty(plan, NOW, address.role), address)


def _expected(case: Case, ours: Plan) -> dict[DutyAddress, tuple[Verdict, str]]:
    """Return what has to be found, worked out in the plainest way."""
    result = {}
    for address, (_, theirs) in case.typed.items():
        base, now = _value(case.plan, address), _value(ours, address)
        if theirs == base.strip():
            continue
        if theirs == now.strip():
            result[address] = (Verdict.SAME, theirs)
        elif now == base:
            result[address] = (Verdict.CHANGE, theirs)
        else:
            result[address] = (Verdict.CONFLICT, theirs)
    return result


@settings(
    max_examples=25,
    suppress_health_check=[HealthCheck.too_slow],
    deadline=None,
)
@given(cases())
def test_exactly_the_edits_come_back(case: Case) -> None:
    """Whatever else was done to the workbook, and whatever was edited in the plan meanwhile."""
    treated = Treated(written(case.plan, case.language).content)
    for address, (text, _) in case.typed.items():
        treated.type(address.role, _key(address), text)
    for mutation in case.mutations:
        mutation(treated, Random(case.seed))
    edits = tuple(Accepted(address, value) for address, value in case.meanwhile.items())
    ours = AcceptReimport(NOW, edits).apply(case.plan)
    reimport = reimport_of(sheets_of(treated.saved(), "a.xlsx"), "a.xlsx", ours, BOTH)
    result = review(ours, NOW, [reimport])
    shown = {each.address: (each.verdict, each.sources[0].theirs) for each in result.differences}
    assert shown == _expected(case, ours)
    assert result.questions == ()
    assert all(remark.code == "unknown-column" for remark in reimport.ignored)
    after = AcceptReimport(NOW, accepted_of(result.sure)).apply(ours)
    for address, (verdict, theirs) in shown.items():
        assert (_value(after, address) == theirs) == (verdict is not Verdict.CONFLICT)


@settings(max_examples=10, deadline=None)
@given(cases())
def test_an_untouched_workbook_changes_nothing_whatever_was_edited_meanwhile(case: Case) -> None:
    """What a program made of it without being asked is no edit."""
    edits = tuple(Accepted(address, value) for address, value in case.meanwhile.items())
    ours = AcceptReimport(NOW, edits).apply(case.plan)
    content = written(case.plan, case.language).content
    reimport = reimport_of(sheets_of(content, "a.xlsx"), "a.xlsx", ours, BOTH)
    assert (reimport.values, reimport.questions, reimport.ignored) == ((), (), ())
    assert reimport.notices == ()


@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(cases(), st.sets(st.sampled_from(COSTLY), min_size=1, max_size=3))
def test_what_costs_certainty_costs_no_edit(case: Case, costly: set[Mutation]) -> None:
    """Once its questions are answered; and unasked nothing else is taken."""
    treated = Treated(written(case.plan, case.language).content)
    for address, (text, _) in case.typed.items():
        treated.type(address.role, _key(address), text)
    for mutation in COSTLY:
        if mutation in costly:
            mutation(treated, Random(case.seed))
    sheets = sheets_of(treated.saved(), "a.xlsx")
    assert is_ours(sheets, case.plan) or {remove_ids, remove_keys} <= costly
    reimport = reimport_of(sheets, "a.xlsx", case.plan, BOTH)
    edits = _expected(case, case.plan)
    unasked = review(case.plan, NOW, [reimport]).sure
    assert {
        each.address: (each.verdict, each.proposals[0]) for each in unasked
    }.items() <= edits.items()
    answers = {question.key: YES for question in reimport.questions}
    result = review(case.plan, NOW, [reimport], answers)
    agreed = {each.address: each.proposals[0] for each in (*result.sure, *result.without_origin)}
    assert agreed == {address: theirs for address, (_, theirs) in edits.items()}
    is_complete = not {"no-base", "no-ties", "base-damaged"} & {
        each.code for each in reimport.notices
    }
    assert result.differences == (result.sure if is_complete else result.without_origin)


def test_roles_of_the_small_plan_are_all_tried() -> None:
    assert {RoleId(role) for role in ROLES} == {role.id for role in small_plan().roles()}
