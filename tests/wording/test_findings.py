"""Every way in which a rule fires is said, explained and remedied in both languages."""

import pytest

from socplanner.domain.catalogue import Sourcing
from socplanner.domain.checks.finding import Finding, Severity
from socplanner.domain.checks.row_conditions import STAGES
from socplanner.domain.checks.run import check_phase
from socplanner.domain.local_text import LANGUAGES, Language
from socplanner.services.i18n import words_for
from socplanner.wording import findings
from tests.support.code_calls import calls_of
from tests.support.pseudo import literals_in, pseudo_words
from tests.support.small_plan import A1, CISO, IT, NOW, small_plan, with_row

VARIANTS = findings.VARIANTS
VALUES: dict[str, str | int] = {
    "n": 7,
    "most": 3,
    "average": "4.2",
    "roles": 54,
    "performed": 9,
    "answered": 9,
    "area": "II",
}
VALUES |= {"pattern": "half", "sourcing": "both", "aim": 4, "before": "all", "needed": A1}
VALUES |= {"begins": "2027-04-01", "ends": "2027-09-30", "until": "2027-06-30"}
VALUES |= {"codes": "A-2, A-3"}
VALUES |= {"flow": "alert", "step": 2, "receiver": "x:A-1", "tlp": "amber", "minutes": 90}
VALUES |= {"allowed": 60}
VALUES |= {"day": "2027-07-01", "what": "Two analysts", "contract": "2027"}


def _finding(option: tuple[str, ...]) -> Finding:
    values = tuple(VALUES.items())
    return Finding(option[0], option[1], Severity.ERROR, NOW, A1, (CISO, IT), values)


def _sentences(option: tuple[str, ...], language: Language) -> list[str]:
    plan, words = small_plan(), words_for(language)
    notify = (findings.statement, findings.remedy, findings.explain)
    return [each(_finding(option), plan, words) for each in notify]


def test_the_variants_of_every_rule_are_in_the_code() -> None:
    made = {call.words[:2] for call in calls_of("finding", under="domain/checks")}
    of_parties = {(f"C0{number}", "party") for number in range(1, 6)} | {("D04", "short")}
    of_parties |= {("P03", "many"), ("P03", "people"), ("P04", "steps")}
    of_rows = {
        (condition.rule, variant.name)
        for stage in STAGES
        for condition in stage.conditions
        for variant in condition.variants
    }
    assert made | of_parties | of_rows == set(VARIANTS)


@pytest.mark.parametrize("option", VARIANTS, ids=" ".join)
def test_a_finding_has_sentences_in_both_languages(option: tuple[str, ...]) -> None:
    english, japanese = _sentences(option, "en"), _sentences(option, "ja")
    assert len(set(english)) == len(set(japanese)) == 3
    assert not set(english) & set(japanese)
    for text in (*english, *japanese):
        assert text.endswith((".", "。"))
        assert "{" not in text


@pytest.mark.parametrize("option", VARIANTS, ids=" ".join)
def test_a_finding_is_made_of_messages_alone(option: tuple[str, ...]) -> None:
    plan, words = small_plan(), pseudo_words()
    for notify in (findings.statement, findings.remedy, findings.explain):
        assert literals_in(notify(_finding(option), plan, words)) == []
    assert literals_in(findings.rule_name(option[0], words)) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_rule_has_a_name_of_its_own(language: Language) -> None:
    rules = {option[0] for option in VARIANTS}
    assert len({findings.rule_name(rule, words_for(language)) for rule in rules}) == len(rules)


def test_a_finding_names_its_parties_and_letters() -> None:
    plan = with_row(small_plan(), A1, Sourcing.INSOURCE, ciso="A", it="A", soc="R")
    finding = check_phase(plan, NOW)[0]
    text = findings.statement(finding, plan, words_for("en"))
    assert text == "More than one party is accountable (A): CISO, IT."
