"""A tender through the real window: terms, two packs filled in, imported, compared, undone."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog

from socplanner.domain.ids import PartyId, RoleId
from socplanner.domain.tender_edits import StoreBid
from socplanner.domain.tender_inputs import Bid
from socplanner.services import paths
from socplanner.services.i18n import words_for
from socplanner.services.translator import Translator
from socplanner.ui.dialogs.bids_dialog import BidsDialog
from socplanner.ui.dialogs.export_options import ExportOptions
from socplanner.ui.dialogs.service_terms_dialog import ServiceTermsDialog
from socplanner.ui.dialogs.tender_dialog import TenderDialog
from socplanner.ui.dialogs.tender_pack_dialog import TenderPackDialog
from socplanner.ui.review.bid_dialog import BidDialog
from tests.journeys.test_first_light import Journey, journey
from tests.support.programs import when_dialog_opens
from tests.support.tenders import filled

MSS, B1, B2 = PartyId("mss"), RoleId("v2:B-1"), RoleId("v2:B-2")
Fields = dict[str, dict[str, object]]
ACME: Fields = {
    "field:vendor": {"answer": "ACME"},
    "role:v2:B-1": {"answer": "Yes", "price": 500_000},
    "role:v2:B-2": {"answer": "No", "comment": "Not ours"},
}
RIVAL: Fields = {
    "role:v2:B-1": {"answer": "With conditions", "price": 450_000, "comment": "Weekdays"},
    "role:v2:B-2": {"answer": "Yes", "price": "cheap"},
}

__all__ = ["journey"]


@pytest.fixture
def tender(journey: Journey) -> Journey:
    """Return the journey with the sample of a manufacturer."""
    journey.program.session.open(paths.resources() / "examples" / "manufacturer.socplan")
    for commands in (journey.program.commands.imports, journey.program.commands.tenders):
        commands._questions = journey.questions
    journey.program.commands.tenders._writer._questions = journey.questions
    return journey


def exported(tender: Journey, path: Path) -> Path:
    """Export the pack of the monitoring provider to `path`."""
    phase = tender.plan.phases[0].id
    tender.questions.answers.append(ExportOptions(phase, "en", path, party=MSS))
    tender.do("tender-pack")
    assert path.exists()
    return path


def accepted(vendor: str = "") -> Callable[[QDialog], None]:
    """Return what names the vendor, if needed, and stores its bid."""

    def accept(dialog: QDialog) -> None:
        assert isinstance(dialog, BidDialog)
        if vendor:
            assert not dialog.accept_button.isEnabled()
            dialog.vendor.setText(vendor)
        dialog.accept_button.click()

    return accept


def test_two_vendors_fill_in_a_pack_and_are_compared(tender: Journey, tmp_path: Path) -> None:
    before = tender.plan
    pack = exported(tender, tmp_path / "pack.xlsx").read_bytes()
    files = tmp_path / "acme.xlsx", tmp_path / "rival.xlsx"
    for path, fields in zip(files, (ACME, RIVAL), strict=True):
        path.write_bytes(filled(pack, fields))
    when_dialog_opens(BidDialog, accepted())
    tender.window.file_dropped.emit(str(files[0]))
    tender.questions.answers.append([files[1]])
    seen: list[str] = []

    def look(dialog: QDialog) -> None:
        assert isinstance(dialog, BidDialog)
        seen.extend(dialog.unread.item(row).text() for row in range(dialog.unread.count()))
        accepted("Rival")(dialog)

    when_dialog_opens(BidDialog, look)
    tender.do("import")
    assert seen == ["Answers!E10: “cheap” is no price: it was added to the comment."]
    assert [bid.vendor for bid in tender.plan.tenders[MSS].bids] == ["ACME", "Rival"]
    assert tender.status("undo") == "Undo: Import the bid of Rival"

    def compare(dialog: QDialog) -> None:
        assert isinstance(dialog, BidsDialog)
        row = [dialog.table.item(0, column).text() for column in range(3)]  # type: ignore[union-attr]
        assert row[1:] == ["Yes · 500,000 JPY", "With conditions · 450,000 JPY · Weekdays"]
        notes = [dialog.notes.item(at).text() for at in range(dialog.notes.count())]
        assert "Rival states no price for B-2: the total is too low." in notes
        dialog.remove_button.click()
        assert [bid.vendor for bid in tender.plan.tenders[MSS].bids] == ["Rival"]
        target = tmp_path / "compared.xlsx"
        tender.questions.answers.append(target)
        dialog.export_button.click()
        assert target.exists()
        dialog.accept()

    when_dialog_opens(BidsDialog, compare)
    tender.do("bids")
    for _ in range(3):
        tender.do("undo")
    assert tender.plan is before


def test_a_vendor_that_returns_again_replaces_its_bid(tender: Journey, tmp_path: Path) -> None:
    path = exported(tender, tmp_path / "pack.xlsx")
    pack = path.read_bytes()
    for price in (500_000, 480_000):
        fields: Fields = {**ACME, "role:v2:B-1": {"answer": "Yes", "price": price}}
        path.write_bytes(filled(pack, fields))
        when_dialog_opens(BidDialog, accepted())
        tender.window.file_dropped.emit(str(path))
    (bid,) = tender.plan.tenders[MSS].bids
    assert bid.answers[B1].price == 480_000


def test_a_cancelled_import_changes_nothing(tender: Journey, tmp_path: Path) -> None:
    before = tender.plan
    path = exported(tender, tmp_path / "pack.xlsx")
    when_dialog_opens(BidDialog, QDialog.reject)
    tender.window.file_dropped.emit(str(path))
    assert tender.plan is before


def test_a_pack_without_roles_is_not_written(tender: Journey) -> None:
    plan, words = tender.plan, words_for("en")
    phase = plan.phases[1].id
    options = ExportOptions(phase, "en", Path("pack.xlsx"), party=PartyId("consult"))
    dialog = TenderPackDialog(plan, options, lambda path: path, words)
    dialog.accept_button.click()
    assert "performs no role in phase" in dialog.errors.text(dialog.parties)
    dialog.parties.setCurrentIndex(dialog.parties.findData(MSS))
    assert dialog.errors.text(dialog.parties) == ""
    dialog.deleteLater()


def test_many_bids_stay_readable_at_any_size(tender: Journey) -> None:
    document, phase = tender.program.document, tender.plan.phases[0].id
    for number in range(6):
        bid = Bid(f"b{number}", f"A vendor with a long name {number}", "2026-12-10", phase)
        document.perform(StoreBid(MSS, bid))
    dialog = BidsDialog(document, Translator(words_for("en")), (MSS, phase), print)
    dialog.show()
    needed = dialog.fontMetrics().horizontalAdvance("With conditions · 12,345,678 JPY")
    assert all(dialog.table.columnWidth(column) > needed for column in range(7))
    heading = dialog.table.horizontalHeaderItem(1)
    assert heading is not None
    assert "A vendor with a long name 0 · 2026-12-10" in heading.toolTip()
    dialog.close()
    dialog.deleteLater()


def test_a_pdf_is_written_too(tender: Journey, tmp_path: Path) -> None:
    assert exported(tender, tmp_path / "pack.pdf").read_bytes().startswith(b"%PDF")


def test_terms_of_several_roles_are_one_step(tender: Journey) -> None:
    tender.window.viewpoint.select([B2])
    before = tender.plan

    def edit(dialog: QDialog) -> None:
        assert isinstance(dialog, ServiceTermsDialog)
        assert dialog.roles.currentData() == B2
        dialog.levels["restore"].setText("in an hour")
        dialog.roles.setCurrentIndex(dialog.roles.findData(B1))
        dialog.frequency.setText("weekly")
        dialog.accept_button.click()
        assert "PT15M" in dialog.errors.text(dialog.roles)
        dialog.roles.setCurrentIndex(dialog.roles.findData(B2))
        assert dialog.levels["restore"].text() == "in an hour"
        dialog.levels["restore"].setText("pt1h")
        dialog.accept_button.click()

    when_dialog_opens(ServiceTermsDialog, edit)
    tender.do("service-terms")
    terms = tender.plan.tenders[MSS].terms
    assert (terms[B1].frequency, terms[B2].restore) == ("weekly", "PT1H")
    assert tender.status("undo") == "Undo: Set the service terms of 2 roles"
    tender.do("undo")
    assert tender.plan is before


def test_a_dialog_that_changes_nothing_adds_no_step(tender: Journey) -> None:
    before = tender.plan
    for action, kind in (("service-terms", ServiceTermsDialog), ("tender", TenderDialog)):
        seen = when_dialog_opens(kind, QDialog.accept)
        tender.do(action)
        assert len(seen) == 1
    assert tender.plan is before


def test_conditions_are_edited_for_a_provider_of_the_list(tender: Journey) -> None:
    other = next(party for party in tender.plan.parties if party.is_provider and party.id != MSS)
    tender.window.parties.choose(other.id)

    def edit(dialog: QDialog) -> None:
        assert isinstance(dialog, TenderDialog)
        assert dialog.parties.party == other.id
        dialog.numbers["sites"].setValue(4)
        dialog.texts["storage"].setPlainText("Inside the country")
        dialog.parties.setCurrentIndex(dialog.parties.findData(MSS))
        dialog.languages.setText("English")
        dialog.accept_button.click()

    when_dialog_opens(TenderDialog, edit)
    tender.window.parties._edit_tender()
    assert tender.plan.tenders[other.id].assumptions.sites == 4
    assert tender.plan.tenders[other.id].handling.storage == "Inside the country"
    assert tender.plan.tenders[MSS].assumptions.languages == "English"


def test_the_menu_of_a_provider_exports_its_pack(tender: Journey, tmp_path: Path) -> None:
    tender.window.parties.choose(MSS)
    phase = tender.plan.phases[0].id
    path = tmp_path / "pack.xlsx"
    tender.questions.answers.append(ExportOptions(phase, "ja", path, party=MSS))
    tender.window.parties._export_pack()
    assert path.exists()
    assert tender.questions.subjects[-1].party == MSS


def test_without_a_provider_the_commands_report_what_is_missing(journey: Journey) -> None:
    from socplanner.domain.party_edits import RemoveParty

    for party in journey.plan.parties:
        if party.is_provider:
            journey.program.document.perform(RemoveParty(party.id))
    for action in ("tender-pack", "bids", "service-terms", "tender"):
        journey.do(action)
        assert journey.window.notices.isVisible()
        journey.window.notices.dismiss()
