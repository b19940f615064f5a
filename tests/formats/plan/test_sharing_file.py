"""Agreements and reporting duties in a plan file: read, written, kept, refused with their line."""

from pathlib import Path

import pytest

from socplanner.domain.flow_inputs import Receiver
from socplanner.domain.local_text import LocalText
from socplanner.domain.marking import Tlp
from socplanner.domain.phase_edits import RenameOrganisation
from socplanner.domain.sharing_edits import RemoveAgreement, SetAgreement, SetReportingDuty
from socplanner.domain.sharing_inputs import SharingAnswer
from socplanner.formats.format_error import FormatError
from socplanner.formats.plan.plan_yaml import dumps, loads
from socplanner.services.catalogues import catalogue_of

PLACE = Path(__file__).parents[2] / "golden" / "plans" / "sharing.socplan"
TEXT = PLACE.read_text("utf-8")
OPENED = loads(TEXT.encode(), catalogue_of)
PLAN = OPENED.plan


def test_what_the_file_has() -> None:
    isac, mss = PLAN.sharing
    assert (isac.counterpart, isac.tlp) == (Receiver("counterpart", "isac"), Tlp.GREEN)
    assert isac.types == ("indicators", "ttps")
    why = LocalText("業界の被害を防ぐ", "Protect the sector")
    assert isac.send.why == SharingAnswer(("prevent", "learn"), why)
    assert isac.receive.action == SharingAnswer(("use",))
    assert mss.counterpart == Receiver("party", "mss")
    (duty,) = PLAN.reporting
    assert (duty.earliest, duty.latest, duty.as_of) == ("P3D", "P4D", "2025-04-01")
    assert (duty.is_voluntary, duty.applies, duty.role) == (True, False, "v2:D-7")


def test_an_unedited_plan_keeps_its_bytes() -> None:
    assert dumps(PLAN, OPENED) == TEXT.encode()
    assert loads(dumps(PLAN), catalogue_of).plan == PLAN
    after = RenameOrganisation("Other").apply(PLAN)
    assert dumps(after, OPENED).decode() == TEXT.replace("Works", "Other")


def test_what_is_written_is_read_again() -> None:
    isac = PLAN.sharing[0]._replace(tlp=Tlp.AMBER_STRICT, types=())
    duty = PLAN.reporting[0]._replace(applies=True, is_voluntary=False, role=None)
    after = SetReportingDuty(duty).apply(SetAgreement(isac).apply(PLAN))
    assert loads(dumps(after, OPENED), catalogue_of).plan == after
    gone = RemoveAgreement(isac.counterpart).apply(after)
    written = dumps(gone, OPENED).decode()
    assert loads(written.encode(), catalogue_of).plan == gone
    assert "Protect the sector" not in written


BAD = {
    "role": ("with: party:mss", "with: v2:D-7", "no-party-or-counterpart", "v2:D-7"),
    "party": ("with: party:mss", "with: party:msss", "unknown-party-in-file", "mss"),
    "counterpart": (
        "with: counterpart:isac",
        "with: counterpart:isca",
        "unknown-counterpart-in-file",
        "isac",
    ),
    "twice": (
        "with: party:mss",
        "with: counterpart:isac",
        "doubled-agreement",
        "counterpart:isac",
    ),
    "type": ("types: [indicators,", "types: [gossip,", "unknown-choice", "gossip"),
    "pick": ("picks: [use]", "picks: [lose]", "unknown-choice", "use"),
    "question": ("      why:", "      whence:", "unknown-key", "whence"),
    "label": ("tlp: green", "tlp: blue", "unknown-choice", "blue"),
    "duty to no one": (
        "to: counterpart:fsa",
        "to: counterpart:fsb",
        "unknown-counterpart-in-file",
        "fsa",
    ),
    "duty of no role": ("role: v2:D-7", "role: v2:D-77", "unknown-role-in-file", "v2:D-77"),
    "day": ("as-of: '2025-04-01'", "as-of: '2025-4-1'", "bad-day", "2025-4-1"),
    "duration": ("latest: P4D", "latest: 4 days", "bad-duration", "4 days"),
    "order": ("latest: P4D", "latest: P2D", "latest-before-earliest", "P2D"),
    "no end": ("    latest: P4D\n", "", "earliest-without-latest", ""),
    "flag": ("applies: false", "applies: never", "unknown-choice", "never"),
    "no name": ("    name: {ja: 速報, en: Preliminary report}\n", "", "missing-key", "name"),
    "bad id": ("id: ppc-preliminary", "id: PPC 1", "bad-id", "PPC 1"),
}


@pytest.mark.parametrize("name", BAD)
def test_bad_entries_are_refused_with_their_line(name: str) -> None:
    good, bad, code, value = BAD[name]
    assert good in TEXT
    with pytest.raises(FormatError) as refusal:
        loads(TEXT.replace(good, bad, 1).encode(), catalogue_of)
    assert refusal.value.problem.code == code
    assert value in ["", *map(str, refusal.value.problem.values.values())]
    assert refusal.value.line is not None


def test_two_duties_of_one_id_are_refused() -> None:
    start = TEXT.index("  - id: ppc-preliminary")
    with pytest.raises(FormatError) as refusal:
        loads((TEXT + TEXT[start:]).encode(), catalogue_of)
    assert refusal.value.problem.code == "doubled-duty"
