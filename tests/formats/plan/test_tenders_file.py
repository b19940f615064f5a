"""Tenders in a plan file: read, written, kept as people wrote them, and refused where wrong."""

from pathlib import Path

import pytest

from socplanner.domain.ids import PartyId, PhaseId, RoleId
from socplanner.domain.marking import Tlp
from socplanner.domain.phase_edits import RenameOrganisation
from socplanner.domain.tender_edits import SetServiceTerms
from socplanner.domain.tender_inputs import (
    Bid,
    BidAnswer,
    InformationHandling,
    ProviderTender,
    ServiceAssumptions,
    ServiceTerms,
    Transition,
)
from socplanner.formats.format_error import FormatError
from socplanner.formats.plan.plan_yaml import dumps, loads
from socplanner.services.catalogues import catalogue_of

PLACE = Path(__file__).parents[2] / "golden" / "plans" / "tenders.socplan"
TEXT = PLACE.read_text("utf-8")
OPENED = loads(TEXT.encode(), catalogue_of)
PLAN = OPENED.plan
MSS, B1, B2 = PartyId("mss"), RoleId("v2:B-1"), RoleId("v2:B-2")
CRITERIA = (RoleId("v2:A-2"), RoleId("v2:A-3"))
TERMS = ServiceTerms(
    "Monthly report", acknowledge="PT15M", quantity="300", unit="alerts a day", criteria=CRITERIA
)


def test_a_tender_is_read_with_all_its_parts() -> None:
    assert dict(PLAN.tenders) == {
        MSS: ProviderTender(
            ServiceAssumptions(40, languages="Japanese"),
            InformationHandling(Tlp.AMBER, storage="Japan"),
            Transition("Two months\nside by side"),
            {B1: TERMS},
            (
                Bid(
                    *("acme", "ACME", "2026-12-01", PhaseId("now")),
                    {B1: BidAnswer("yes", 980_000.5), B2: BidAnswer("no", None, "Not ours")},
                    1000,
                ),
            ),
        )
    }


def test_an_unedited_plan_keeps_its_bytes_and_a_new_text_reads_back() -> None:
    assert dumps(PLAN, OPENED) == TEXT.encode()
    assert loads(dumps(PLAN), catalogue_of).plan == PLAN
    after = RenameOrganisation("Other").apply(PLAN)
    assert dumps(after, OPENED).decode() == TEXT.replace("Works", "Other")


def test_changed_terms_change_their_lines_alone() -> None:
    after = SetServiceTerms(((MSS, B1, TERMS._replace(report="PT1H")),)).apply(PLAN)
    written = dumps(after, OPENED).decode()
    assert written == TEXT.replace("        quantity", "        report: PT1H\n        quantity")


@pytest.mark.parametrize(
    ("old", "new", "code", "line"),
    [
        ("PT15M", "15 minutes", "bad-duration", 29),
        ("  mss:\n    assump", "  mmm:\n    assump", "unknown-party-in-file", 17),
        (
            "      v2:B-1:\n        deliv",
            "      v2:Z-9:\n        deliv",
            "unknown-role-in-file",
            27,
        ),
        ("[v2:A-2, v2:A-3]", "[v2:A-2, v2:Z-9]", "unknown-role-in-file", 32),
        ("phase: now\n        flat", "phase: gone\n        flat", "unknown-phase-in-file", 37),
        ("'2026-12-01'", "soon", "bad-day", 36),
        ("answer: 'yes'", "answer: perhaps", "unknown-choice", 41),
        ("price: 980000.5", "price: cheap", "not-an-amount", 42),
        ("log-sources: 40", "log-sources: many", "not-a-number", 19),
        ("vendor: ACME", "vendor: ''", "empty-name", 35),
        ("tlp: amber", "tlp: orange", "unknown-choice", 21),
        ("deliverable: Monthly", "delivery: Monthly", "unknown-key", 28),
        ("unit: alerts a day", 'unit: "a\\tb"', "bad-character", 31),
    ],
)
def test_what_is_wrong_is_refused_with_its_line(old: str, new: str, code: str, line: int) -> None:
    assert old in TEXT
    with pytest.raises(FormatError) as error:
        loads(TEXT.replace(old, new, 1).encode(), catalogue_of)
    assert (error.value.problem.code, error.value.line) == (code, line)


def test_a_bid_twice_is_refused() -> None:
    twice = TEXT + "      - {id: acme, vendor: Again}\n"
    with pytest.raises(FormatError) as error:
        loads(twice.encode(), catalogue_of)
    assert error.value.problem.code == "doubled-bid"


@pytest.mark.parametrize("text", ["tenders:", "tenders: {}", "tenders: {mss: {}}"])
def test_a_section_that_states_nothing_is_no_tender(text: str) -> None:
    plan = loads((TEXT[: TEXT.index("tenders:")] + text + "\n").encode(), catalogue_of).plan
    assert plan.tenders == {}
