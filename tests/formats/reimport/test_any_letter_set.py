"""A workbook in any letters comes back as it went out; what was typed is read in its letters."""

from dataclasses import replace
from random import Random

import pytest

from socplanner.domain.duty_values import DutyAddress
from socplanner.domain.letter_set_edits import SwitchLetterSet, proposed_mapping
from socplanner.domain.letter_sets import DACI, LETTER_SETS, RACI
from socplanner.domain.letters import LetterSet
from socplanner.domain.local_text import LANGUAGES, Language
from socplanner.domain.phases import duties, with_duties
from socplanner.domain.plan import Plan, frozen
from socplanner.domain.reimport.review import Review, review
from socplanner.formats.reimport.reimport_reading import reimport_of
from socplanner.formats.sheets.reading import sheets_of
from socplanner.services.i18n import words_for
from tests.support.letter_sets import CUSTOM_SET
from tests.support.mutations import Treated
from tests.support.small_plan import A1, NOW, SOC, small_plan
from tests.support.workbooks import written

BOTH = [words_for(language) for language in LANGUAGES]
ANY_SET = pytest.mark.parametrize(
    "letters", [*LETTER_SETS.values(), CUSTOM_SET], ids=[*LETTER_SETS, "own"]
)


def plan_in(letters: LetterSet) -> Plan:
    """Return the small plan in `letters`, its cells filled at random with all of them."""
    plan = SwitchLetterSet(letters, proposed_mapping(RACI, letters)).apply(small_plan())
    dice, symbols = Random(3), [letter.symbol for letter in letters.letters]
    wanted = {}
    for role, duty in duties(plan, NOW).items():
        cells = {
            party.id: letters.cell(dice.sample(symbols, dice.choice((1, 1, 2, 3))))
            for party in dice.sample(plan.parties, 4)
        }
        wanted[role] = replace(duty, letters=frozen(cells))
    return with_duties(plan, NOW, wanted)


def reviewed(content: bytes, plan: Plan) -> Review:
    """Return what the workbook `content` would change in `plan`."""
    back = reimport_of(sheets_of(content, "a.xlsx"), "a.xlsx", plan, BOTH, of_any_plan=False)
    assert not back.questions
    assert not back.ignored
    return review(plan, NOW, [back], {})


@ANY_SET
@pytest.mark.parametrize("language", LANGUAGES)
def test_an_untouched_workbook_changes_nothing(letters: LetterSet, language: Language) -> None:
    plan = plan_in(letters)
    assert not reviewed(written(plan, language).content, plan).differences


@ANY_SET
def test_letters_that_are_typed_are_those_of_the_set(letters: LetterSet) -> None:
    plan = plan_in(letters)
    wanted = letters.cell([letters.letters[0].symbol, letters.letters[1].symbol])
    treated = Treated(written(plan).content)
    treated.type(A1, f"party:{SOC}", wanted.lower().replace("/", ", "))
    result = {each.address: each.proposals[0] for each in reviewed(treated.saved(), plan).sure}
    before = duties(plan, NOW)[A1].letters.get(SOC)
    assert result == ({} if before == wanted else {DutyAddress(A1, "letters", SOC): wanted})


def test_a_workbook_from_before_a_switch_still_changes_only_what_was_typed() -> None:
    plan = small_plan()
    later = SwitchLetterSet(DACI, proposed_mapping(RACI, DACI)).apply(plan)
    assert not reviewed(written(plan).content, later).sure
