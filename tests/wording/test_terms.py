"""The terms of the trade are said alike everywhere, in both languages, and none is left out."""

from collections.abc import Callable

import pytest

from socplanner.domain.assessment import SCORES
from socplanner.domain.catalogue import PARTY_KINDS, Area, Mark, Sourcing
from socplanner.domain.checks.finding import Severity
from socplanner.domain.ids import PartyId, PhaseId, RoleId
from socplanner.domain.letter_sets import RACI
from socplanner.domain.letters import BLANK, UNDECIDED, Cell
from socplanner.domain.local_text import LANGUAGES, Language, LocalText
from socplanner.domain.plan import NO_TEXT, Party
from socplanner.services.i18n import words_for
from socplanner.wording import terms
from socplanner.wording.language import Words
from tests.support.small_plan import A1, CATALOGUE, CISO, NOW, SOC, small_plan, text

ENGLISH, JAPANESE = words_for("en"), words_for("ja")
PLAN = small_plan()
TABLES: dict[str, Callable[[Words], list[str]]] = {
    "areas": lambda words: [terms.area_short(each, words) for each in Area],
    "sourcings": lambda words: [terms.sourcing_name(each, words) for each in Sourcing],
    "severities": lambda words: [terms.severity_name(each, words) for each in Severity],
    "kinds of party": lambda words: [terms.party_kind_name(each, words) for each in PARTY_KINDS],
    "marks": lambda words: [terms.mark_name(each, words) for each in Mark],
    "scores": lambda words: [terms.score_name(each, words) for each in SCORES],
    "letters": lambda words: [
        terms.letter_name(each, words) for each in (*RACI.letters, UNDECIDED)
    ],
}


@pytest.mark.parametrize("table", list(TABLES))
def test_every_member_has_a_name_of_its_own(table: str) -> None:
    for language in LANGUAGES:
        text = TABLES[table](words_for(language))
        assert all(text)
        assert len(set(text)) == len(text)


@pytest.mark.parametrize("table", list(TABLES))
def test_every_member_is_translated(table: str) -> None:
    pairs = zip(TABLES[table](ENGLISH), TABLES[table](JAPANESE), strict=True)
    assert all(english != japanese or english.isdigit() for english, japanese in pairs)


@pytest.mark.parametrize(
    ("area", "name", "short"),
    [(Area.II, "Area II", "Area II"), (Area.UNPLACED, "Not placed", "Not placed")],
)
def test_an_area_has_a_long_and_a_short_name(area: Area, name: str, short: str) -> None:
    assert terms.area_name(area, CATALOGUE, ENGLISH) == name
    assert terms.area_short(area, ENGLISH) == short


@pytest.mark.parametrize(
    ("name", "initials", "badge"),
    [
        (text("Law"), LocalText("法", "LH"), ("法", "LH")),
        (LocalText("監視サービス", "Monitoring provider"), NO_TEXT, ("監", "MP")),
        (LocalText.same("SOC"), NO_TEXT, ("SO", "SO")),
        (LocalText.same("x"), NO_TEXT, ("X", "X")),
        (LocalText.same(" "), NO_TEXT, ("LA", "LA")),
    ],
)
def test_a_badge_has_two_letters_at_most(
    name: LocalText, initials: LocalText, badge: tuple[str, str]
) -> None:
    party = Party(PartyId("law"), "internal", name, initials)
    assert tuple(terms.party_initials(party, words_for(each)) for each in LANGUAGES) == badge


def test_what_the_plan_has_is_named_and_what_it_has_no_more_by_its_id() -> None:
    assert terms.party_label(PLAN, SOC, ENGLISH) == "SOC"
    assert terms.party_label(PLAN, PartyId("gone"), ENGLISH) == "gone"
    assert terms.phase_label(PLAN, NOW, ENGLISH) == "Now"
    assert terms.phase_label(PLAN, PhaseId("gone"), ENGLISH) == "gone"
    assert terms.role_code(PLAN, A1) == "A-1"
    assert terms.role_code(PLAN, RoleId("old:Z-9")) == "Z-9"
    assert terms.function_name("A", CATALOGUE, ENGLISH) == "A"
    assert terms.function_name("Z", CATALOGUE, JAPANESE) == "Z"


@pytest.mark.parametrize(
    ("language", "text"), [("en", "CISO, SOC"), ("ja", "CISOの和名、SOCの和名")]
)
def test_parties_are_listed_as_the_language_separates_them(language: Language, text: str) -> None:
    assert terms.parties_in_words(PLAN, (CISO, SOC), words_for(language)) == text


def test_roles_patterns_and_letters_have_names() -> None:
    role = CATALOGUE.role_by_id[A1]
    assert terms.role_label(role, ENGLISH) == "A-1 Role A-1"
    assert terms.pattern_name(CATALOGUE.patterns[0], JAPANESE) == "Halfの和名"
    assert terms.letter_label(RACI.letters[0], ENGLISH) == "R Responsible"


def test_a_cell_is_read_aloud_letter_by_letter() -> None:
    message = terms.letters_in_words
    assert message(RACI, Cell("A/R"), ENGLISH) == "Accountable, Responsible"
    assert message(RACI, Cell("A/R"), JAPANESE) == "説明責任、実行責任"
    assert message(RACI, BLANK, ENGLISH) == "Not involved"
    assert message(RACI, Cell("?"), ENGLISH) == "Undecided"


def test_roles_in_no_area_have_a_short_name_only() -> None:
    assert terms.area_name(Area.UNPLACED, CATALOGUE, ENGLISH) == "Not placed"
