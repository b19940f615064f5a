"""What of a plan can be found."""

from dataclasses import replace

import pytest

from socplanner.domain.checks.finding import Finding
from socplanner.domain.checks.run import check_plan
from socplanner.domain.duty_edits import SetNote
from socplanner.domain.ids import RoleId
from socplanner.domain.plan import Plan
from socplanner.services.i18n import words_for
from socplanner.wording.findings import statement
from socplanner.wording.search.plan_entries import (
    BothWords,
    FindingEntries,
    note_entries,
    party_entries,
    role_entries,
)
from socplanner.wording.search.search_part import ResultGroup, SearchEntry
from tests.support.plans import hybrid_plan

JA, EN = words_for("ja"), words_for("en")
WORDS = BothWords(JA, EN)
C1 = RoleId("v2:C-1")


@pytest.fixture(scope="module")
def plan() -> Plan:
    """Return a plan with findings."""
    return hybrid_plan()


def test_every_role_has_both_names_its_code_and_its_function(plan: Plan) -> None:
    entries = {entry.target: entry for entry in role_entries(plan, WORDS)}
    assert list(entries) == [role.id for role in plan.roles()]
    assert entries[C1] == SearchEntry(
        ResultGroup.ROLES,
        C1,
        "ネットワークフォレンジック",
        "Network forensics",
        "C-1",
        ("ディープアナリシス（深掘分析）", "Deep analysis"),
    )


def test_every_party_has_its_initials_and_its_kind(plan: Plan) -> None:
    entries = {str(entry.target): entry for entry in party_entries(plan, WORDS)}
    assert list(entries) == [party.id for party in plan.parties]
    mss = entries["mss"]
    assert (mss.code, mss.title, mss.other_title) == (
        "監視",
        "監視サービス会社",
        "Monitoring provider",
    )
    assert mss.more == ("MSS", JA.tr("Provider"), "Provider")


def test_findings_are_found_by_sentence_rule_role_and_severity(plan: Plan) -> None:
    findings: tuple[Finding, ...] = tuple(check_plan(replace(plan, waivers=())))
    entries = list(FindingEntries(plan, WORDS).entries(plan, findings))
    assert [entry.target for entry in entries] == list(findings)
    for entry, finding in zip(entries, findings, strict=True):
        assert entry.title == statement(finding, plan, JA)
        assert entry.other_title == statement(finding, plan, EN)
        assert entry.code == finding.rule
        assert entry.detail


def test_sentences_are_kept_until_the_names_in_the_plan_change(plan: Plan) -> None:
    entries = FindingEntries(plan, WORDS)
    assert entries.fits(plan, WORDS)
    assert entries.fits(replace(plan, organisation="Other"), WORDS)
    assert not entries.fits(replace(plan, parties=plan.parties[1:]), WORDS)
    assert not entries.fits(plan, BothWords(EN, JA))


def test_notes_are_on_one_line_with_their_role(plan: Plan) -> None:
    phase = plan.phases[0].id
    assert list(note_entries(plan, phase, WORDS)) == []
    noted = SetNote(phase, frozenset({C1}), "one\ntwo").apply(plan)
    (entry,) = note_entries(noted, phase, WORDS)
    assert (entry.title, entry.more, entry.detail) == (
        "one two",
        ("C-1",),
        "C-1 ネットワークフォレンジック",
    )
