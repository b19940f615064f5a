"""A change of cost touches its own lines of the file, and each mistake is reported in its line."""

from dataclasses import replace
from pathlib import Path

import pytest

from socplanner.domain.cost_edits import (
    AddContract,
    ChangeContract,
    RemoveContract,
    SetCostAssumptions,
    SetRates,
)
from socplanner.domain.cost_inputs import NO_COST, Contract, Rates
from socplanner.domain.history import Edit
from socplanner.domain.ids import PartyId, PhaseId
from socplanner.domain.local_text import LANGUAGES, LocalText
from socplanner.domain.party_edits import RemoveParty
from socplanner.domain.phase_edits import RemovePhase
from socplanner.formats.format_error import FormatError
from socplanner.formats.plan.plan_yaml import dumps, loads
from socplanner.services.catalogues import catalogue_of
from socplanner.services.i18n import words_for
from socplanner.wording import errors

PLACE = Path(__file__).parents[2] / "golden" / "plans" / "cost.socplan"
TEXT = PLACE.read_text("utf-8")
OPENED = loads(TEXT.encode(), catalogue_of)
PLAN = OPENED.plan
NOW, NEXT, SOC, LAB = PhaseId("now"), PhaseId("next"), PartyId("soc"), PartyId("lab")


def contract(contract_id: str) -> Contract:
    """Return a contract of the plan."""
    result = PLAN.cost.contract(contract_id)
    assert result is not None
    return result


def test_an_unedited_plan_keeps_its_bytes() -> None:
    assert dumps(PLAN, OPENED) == TEXT.encode()
    assert loads(dumps(PLAN), catalogue_of).plan == PLAN


@pytest.mark.parametrize(
    ("edit", "gone", "added"),
    [
        (ChangeContract(contract("watch")._replace(fee=2)), ["fee: 1500000.50"], ["fee: 2"]),
        (
            SetCostAssumptions("EUR", 1000, None, None, PLAN.cost.rates),
            ["currency: JPY   # never converted"],
            ["currency: EUR   # never converted"],
        ),
        (
            SetCostAssumptions("JPY", 1000, 8, None, PLAN.cost.rates._replace(hourly=None)),
            ["hourly: 3000"],
            ["retained-share: 8"],
        ),
        (SetRates(NOW, SOC, Rates(9_500_000)), ["tools: 12000000"], []),
        (SetRates(NEXT, SOC, Rates(9_900_000)), [], ["next:", "soc:", "loaded: 9900000"]),
        (
            AddContract(Contract("new", LocalText.same("New"), LAB, fee=7)),
            [],
            ["- id: new", "name: New", "party: lab", "fee: 7"],
        ),
        (
            RemoveContract("forensics"),
            ["- id: forensics", "name: Forensics", "party: lab", "once: 800000", "from: next"],
            [],
        ),
    ],
)
def test_only_what_changed_is_written(edit: Edit, gone: list[str], added: list[str]) -> None:
    after = edit.apply(PLAN)
    data = dumps(after, OPENED)
    assert loads(data, catalogue_of).plan == after
    old, new = TEXT.splitlines(), data.decode().splitlines()
    assert _left_of(old, new) == gone
    assert _left_of(new, old) == added


def _left_of(lines: list[str], others: list[str]) -> list[str]:
    """Return what is left of `lines`, stripped, without each one of `others` once."""
    rest = list(others)
    left = []
    for line in lines:
        if line in rest:
            rest.remove(line)
        elif line:
            left.append(line.strip())
    return left


@pytest.mark.parametrize("edit", [RemoveParty(PartyId("mss")), RemovePhase(NOW), RemovePhase(NEXT)])
def test_a_plan_without_a_part_opens_again(edit: Edit) -> None:
    after = edit.apply(PLAN)
    assert loads(dumps(after, OPENED), catalogue_of).plan == after
    assert loads(dumps(after), catalogue_of).plan == after


def test_a_plan_without_cost_has_no_section() -> None:
    data = dumps(replace(PLAN, cost=NO_COST), OPENED)
    assert b"cost:" not in data
    assert b"# the end" in data


@pytest.mark.parametrize(
    "empty", ["", " {}", " {contracts: [], parties: {now: }}", " {parties: {now: {soc: {}}}}"]
)
def test_cost_without_anything_is_none(empty: str) -> None:
    text = TEXT[: TEXT.index("cost:")] + f"cost:{empty}\n"
    assert loads(text.encode(), catalogue_of).plan.cost is NO_COST


@pytest.mark.parametrize(
    ("old", "new", "code", "words"),
    [
        ("currency: JPY", "currency: YEN", "unknown-currency", "“YEN”"),
        ("currency: JPY", "currency: jpy", "unknown-currency", "“jpy”"),
        ("rounding: 1000", "rounding: 500", "bad-rounding", "1, 10, 100"),
        ("rounding: 1000", "retained-share: 0", "bad-amount", "from 1 to 100"),
        ("hourly: 3000", "hourly: -1", "not-an-amount", "“-1”"),
        ("hourly: 3000", "hourly: 200000000000", "not-an-amount", "100000000000"),
        ("hourly: 3000", "hourley: 3000", "unknown-key", "“hourly”"),
        ("    now:\n      soc", "    nwo:\n      soc", "unknown-phase-in-file", "“now”"),
        ("      soc:\n", "      sco:\n", "unknown-party-in-file", "“soc”"),
        ("party: mss\n", "party: mms\n", "unknown-party-in-file", "“mss”"),
        ("- v2:B-1", "- v2:B-91", "unknown-role-in-file", "v2:B-"),
        ("fee: 1500000.50", "fee: -5", "not-an-amount", "“-5”"),
        ("begin: 2026-04-01", "begin: April", "bad-day", "“April”"),
        ("end: 2029-03-31", "end: 2026-03-31", "contract-ends-before-it-begins", "2026-03-31"),
        ("notice: 3", "notice: 121", "not-a-number", "120"),
        ("notice: 3", "from: next\n      until: now", "ends-before-it-begins", "“now”"),
        ("from: next", "from: nxet", "unknown-phase-in-file", "“next”"),
        ("id: forensics", "id: watch", "doubled-contract", "“watch”"),
        ("id: forensics", "id: Fo rensics", "bad-id", "Fo rensics"),
        ("name: Forensics", "name: ''", "empty-name", "empty"),
    ],
)
def test_a_mistake_is_reported_in_its_line(old: str, new: str, code: str, words: str) -> None:
    assert old in TEXT
    wrong = TEXT.replace(old, new, 1)
    with pytest.raises(FormatError) as refusal:
        loads(wrong.encode(), catalogue_of)
    error = refusal.value
    assert error.problem.code == code
    assert error.line is not None
    number = (
        next(
            place
            for place, line in enumerate(wrong.splitlines(), 1)
            if line not in TEXT.splitlines()
        )
        if code != "doubled-contract"
        else error.line
    )
    assert number <= error.line <= number + 1
    assert words in errors.message(error.problem, words_for("en"))
    for language in LANGUAGES:
        assert "{" not in errors.message(error.problem, words_for(language))
