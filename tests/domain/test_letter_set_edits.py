"""Switching the letters of a plan: every cell follows, nothing goes unsaid, rules stay."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socplanner.domain.catalogue import Sourcing
from socplanner.domain.checks.run import check_phase
from socplanner.domain.duty_edits import ApplyPattern, ChangeSourcing, SetCells
from socplanner.domain.history import History
from socplanner.domain.letter_set_edits import (
    ChangeCustomSets,
    Losses,
    SwitchLetterSet,
    losses,
    proposed_mapping,
    used_letters,
    with_custom_set,
)
from socplanner.domain.letter_sets import DACI, LETTER_SETS, RACI, RACI_VS, RASCI
from socplanner.domain.letters import Cell, LetterSet
from socplanner.domain.phases import changed_roles, duties, duty
from socplanner.domain.plan import Plan
from socplanner.domain.problem import EditRejected
from tests.support.letter_sets import CUSTOM_SET, letter_of, set_of
from tests.support.small_plan import (
    A1,
    A2,
    IT,
    NOW,
    PARTIES,
    ROLES,
    SOC,
    TARGET,
    letters_by_party,
    small_plan,
    with_row,
)

RENAMED = set_of(
    *(replace(letter, symbol=new) for letter, new in zip(RACI.letters, "ZYXQ", strict=True))
)
TO_RENAMED = {"R": "Z", "A": "Y", "C": "X", "I": "Q"}
CELLS = st.sampled_from(["", "A", "R", "A/R", "C", "I", "A/C", "R/I", "?", "A/R/C/I"]).map(Cell)
WRITTEN = st.lists(
    st.tuples(st.sampled_from(ROLES), st.sampled_from(PARTIES), CELLS), max_size=30
).map(tuple)


def plans() -> st.SearchStrategy[Plan]:
    """Return plans of two phases with any letters in both."""

    def written(now: tuple[object, ...], then: tuple[object, ...]) -> Plan:
        plan = SetCells(NOW, now).apply(small_plan())  # type: ignore[arg-type]
        return SetCells(TARGET, then).apply(plan)  # type: ignore[arg-type]

    return st.builds(written, WRITTEN, WRITTEN)


def refused(plan: Plan, edit: SwitchLetterSet | ChangeCustomSets) -> str:
    """Return the code by which `edit` is refused."""
    with pytest.raises(EditRejected) as rejected:
        edit.apply(plan)
    return rejected.value.problem.code


@given(plans())
def test_there_and_back_by_a_mapping_that_can_be_turned_round_is_the_same_plan(plan: Plan) -> None:
    there = SwitchLetterSet(RENAMED, TO_RENAMED).apply(plan)
    back = SwitchLetterSet(RACI, {new: old for old, new in TO_RENAMED.items()}, ()).apply(there)
    assert back == plan


@given(plans(), st.sampled_from(list(LETTER_SETS.values())))
def test_every_cell_of_every_phase_has_the_mapped_letters(plan: Plan, new: LetterSet) -> None:
    mapping = {**proposed_mapping(RACI, new), "I": ""}
    after = SwitchLetterSet(new, mapping).apply(plan)
    for phase in (NOW, TARGET):
        current, was = duties(after, phase), duties(plan, phase)
        for role in ROLES:
            for party in PARTIES:
                old = was[role].letters.get(party, Cell(""))
                symbols = [mapping.get(each, each) for each in old.split("/") if each]
                expected = new.cell(each for each in symbols if each)
                assert current[role].letters.get(party, Cell("")) == expected
            assert replace(current[role], letters={}) == replace(was[role], letters={})


@given(plans())
def test_the_rules_find_the_same_in_other_letters_that_mean_the_same(plan: Plan) -> None:
    renamed = SwitchLetterSet(RENAMED, TO_RENAMED).apply(plan)
    for phase in (NOW, TARGET):
        assert check_phase(renamed, phase) == check_phase(plan, phase)


@given(plans(), st.sampled_from([Sourcing.INSOURCE, Sourcing.OUTSOURCE, Sourcing.BOTH]))
def test_a_pattern_moves_the_performing_letter_of_any_set(plan: Plan, sourcing: Sourcing) -> None:
    renamed = SwitchLetterSet(RENAMED, TO_RENAMED).apply(plan)
    edit = ApplyPattern(NOW, "all" if sourcing is Sourcing.OUTSOURCE else "half")
    switched = SwitchLetterSet(RENAMED, TO_RENAMED).apply(edit.apply(plan))
    assert edit.apply(renamed) == switched


@given(plans(), st.lists(st.sampled_from(["R", "A", "C", "I", ""]), min_size=4, max_size=4))
def test_losses_count_the_letters_that_cells_lose(plan: Plan, targets: list[str]) -> None:
    mapping = dict(zip("RACI", targets, strict=True))
    result = losses(plan, mapping)
    cells = [
        cell
        for phase in plan.phases
        for change in phase.changes.values()
        for cell in change.letters.values()
    ]
    gone = {old for old, new in mapping.items() if not new}
    for old in "RACI":
        holding = sum(old in cell.split("/") for cell in cells)
        assert result.lost.get(old, 0) == (holding if old in gone else 0)
        assert used_letters(plan)[old] == holding
    assert result.emptied == sum(bool(cell) and set(cell.split("/")) <= gone for cell in cells)
    kept = [[mapping[each] for each in cell.split("/") if mapping.get(each)] for cell in cells]
    assert result.merged == sum(len(set(each)) < len(each) for each in kept)


def test_nothing_is_lost_to_a_set_that_has_all_the_letters() -> None:
    plan = small_plan()
    assert losses(plan, proposed_mapping(RACI, RASCI)) == Losses({}, 0, 0)
    assert losses(plan, proposed_mapping(RACI, RASCI)).are_none
    after = SwitchLetterSet(RASCI, proposed_mapping(RACI, RASCI)).apply(plan)
    assert after.letter_set is RASCI
    assert after.phases == plan.phases
    assert changed_roles(plan, after, TARGET) == frozenset()


def test_a_cell_emptied_in_a_later_phase_removes_the_earlier_letter() -> None:
    plan = with_row(small_plan(), A1, Sourcing.INSOURCE, soc="R", ciso="A")
    plan = SetCells(TARGET, ((A1, SOC, Cell("I")),)).apply(plan)
    after = SwitchLetterSet(DACI, {"R": "D", "A": "A", "C": "C", "I": ""}).apply(plan)
    assert letters_by_party(duty(after, NOW, A1)) == {"soc": "D", "ciso": "A"}
    assert SOC not in duty(after, TARGET, A1).letters
    now = after.phases[0].changes[A1].letters
    assert "" not in now.values()


def test_a_question_mark_stays_one() -> None:
    plan = SetCells(NOW, ((A1, IT, Cell("?")),)).apply(small_plan())
    after = SwitchLetterSet(DACI, proposed_mapping(RACI, DACI)).apply(plan)
    assert duty(after, NOW, A1).letters[IT] == "?"


def test_every_letter_in_use_must_be_mapped() -> None:
    plan = small_plan()
    assert refused(plan, SwitchLetterSet(DACI, {"R": "D", "A": "A", "C": "C"})) == (
        "letter-unmapped"
    )
    assert refused(plan, SwitchLetterSet(DACI, {**proposed_mapping(RACI, DACI), "R": "R"})) == (
        "unknown-letter"
    )
    clash = replace(CUSTOM_SET, id="raci")
    assert refused(plan, SwitchLetterSet(clash, proposed_mapping(RACI, CUSTOM_SET))) == (
        "built-in-letter-set"
    )
    lone = SetCells(NOW, ()).apply(replace(plan, phases=(replace(plan.phases[0], changes={}),)))
    assert SwitchLetterSet(DACI, {}).apply(lone).letter_set is DACI


def test_a_cell_that_loses_its_letter_is_not_stated_in_the_first_phase_and_blank_in_a_later() -> (
    None
):
    plan = SetCells(NOW, ((A1, IT, Cell("I")),)).apply(small_plan())
    plan = SetCells(TARGET, ((A1, IT, Cell("C")),)).apply(plan)
    mapping = {**proposed_mapping(RACI, DACI), "I": "", "C": ""}
    after = SwitchLetterSet(DACI, mapping).apply(plan)
    assert IT not in after.phases[0].changes[A1].letters
    assert after.phases[1].changes[A1].letters[IT] == ""


def test_a_switch_to_what_is_in_use_changes_nothing() -> None:
    history = History.of(small_plan())
    same = {symbol: symbol for symbol in "RACI"}
    assert history.perform(SwitchLetterSet(RACI, same)) is history


def test_custom_sets_are_added_changed_and_removed() -> None:
    plan = small_plan()
    with_custom = ChangeCustomSets((CUSTOM_SET,)).apply(plan)
    assert with_custom.custom_sets == (CUSTOM_SET,)
    assert with_custom.letter_set is RACI
    used = SwitchLetterSet(CUSTOM_SET, proposed_mapping(RACI, CUSTOM_SET)).apply(with_custom)
    assert letters_by_party(duty(used, NOW, A1))["ciso"] == "AP"
    assert refused(used, ChangeCustomSets(())) == "letter-set-in-use"
    assert refused(used, ChangeCustomSets((set_of(*CUSTOM_SET.letters[:2]),))) == "unknown-letter"
    longer = set_of(*CUSTOM_SET.letters, letter_of("Z", "supports"))
    assert ChangeCustomSets((longer,)).apply(used).letter_set == longer
    assert ChangeCustomSets(()).apply(with_custom) == plan
    assert refused(plan, ChangeCustomSets((CUSTOM_SET, CUSTOM_SET))) == "doubled-letter-set"
    many = tuple(replace(CUSTOM_SET, id=f"own-{n}") for n in range(21))
    assert refused(plan, ChangeCustomSets(many)) == "letter-set-count"
    assert ChangeCustomSets(many[:20]).apply(plan).custom_sets == many[:20]


def test_a_set_replaces_the_one_with_its_id() -> None:
    first, last = replace(CUSTOM_SET, id="first"), replace(CUSTOM_SET, id="last")
    changed = replace(first, letters=CUSTOM_SET.letters[:2])
    assert with_custom_set((first, last), changed) == (changed, last)
    assert with_custom_set((first, last), CUSTOM_SET) == (first, last, CUSTOM_SET)
    assert with_custom_set((), CUSTOM_SET) == (CUSTOM_SET,)
    both = (first, last)
    assert with_custom_set(both, last) is both


def test_cells_are_reordered_where_letters_of_the_set_change_their_meaning() -> None:
    plan = SwitchLetterSet(RENAMED, proposed_mapping(RACI, RENAMED)).apply(
        with_row(small_plan(), A2, Sourcing.INSOURCE, soc="A/R")
    )
    assert letters_by_party(duty(plan, NOW, A2))["soc"] == "Y/Z"
    other = set_of(letter_of("Z", "accountable"), letter_of("Y", "performs"), *RENAMED.letters[2:])
    assert letters_by_party(duty(ChangeCustomSets((other,)).apply(plan), NOW, A2))["soc"] == "Z/Y"


@pytest.mark.parametrize(
    ("old", "new", "mapping"),
    [
        (RACI, DACI, {"R": "D", "A": "A", "C": "C", "I": "I"}),
        (RASCI, RACI, {"R": "R", "A": "A", "S": "", "C": "C", "I": "I"}),
        (RASCI, RACI_VS, {"R": "R", "A": "A", "S": "", "C": "C", "I": "I"}),
        (RACI, CUSTOM_SET, {"R": "主", "A": "AP", "C": "SV", "I": "I"}),
        (CUSTOM_SET, RACI, {"主": "R", "AP": "A", "SV": "C", "I": "I", "O": ""}),
    ],
)
def test_letters_are_proposed_by_what_they_mean(
    old: LetterSet, new: LetterSet, mapping: dict[str, str]
) -> None:
    assert proposed_mapping(old, new) == mapping


def test_two_letters_of_one_meaning_are_proposed_two_letters() -> None:
    twins = set_of(letter_of("X", "verifies"), letter_of("Y", "verifies"))
    assert proposed_mapping(RACI_VS, twins) == dict.fromkeys("RACI", "") | {"V": "X", "S": "Y"}
    assert proposed_mapping(twins, RACI_VS) == {"X": "V", "Y": "S"}


def test_the_letter_that_means_just_the_same_is_proposed_before_one_that_means_more() -> None:
    more, same = letter_of("X", "two_way", "verifies"), letter_of("Y", "verifies")
    assert proposed_mapping(set_of(letter_of("V", "verifies")), set_of(more, same)) == {"V": "Y"}
    assert proposed_mapping(set_of(letter_of("V", "verifies")), set_of(more)) == {"V": "X"}
    assert proposed_mapping(set_of(letter_of("O")), set_of(letter_of("Q"))) == {"O": ""}
    assert proposed_mapping(set_of(letter_of("O")), set_of(letter_of("O", "one_way"))) == {"O": "O"}


@pytest.mark.parametrize("letter_set", LETTER_SETS.values(), ids=LETTER_SETS)
def test_a_set_is_proposed_itself(letter_set: LetterSet) -> None:
    same = {letter.symbol: letter.symbol for letter in letter_set.letters}
    assert proposed_mapping(letter_set, letter_set) == same


def test_outsourcing_moves_the_performing_letter_of_another_set() -> None:
    plan = SwitchLetterSet(DACI, proposed_mapping(RACI, DACI)).apply(small_plan("half", None))
    plan = ChangeSourcing(NOW, frozenset({A1}), Sourcing.OUTSOURCE).apply(plan)
    assert letters_by_party(duty(plan, NOW, A1)) == {
        "ciso": "A",
        "soc": "C",
        "it": "C",
        "mss": "D",
        "cert": "I",
    }
