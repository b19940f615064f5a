"""The pictures of the chapter on tenders: service terms, and bids side by side."""

from socplanner.domain.ids import PartyId
from socplanner.domain.tender.comparison import performed_roles
from socplanner.domain.tender_edits import StoreBid
from socplanner.domain.tender_inputs import Bid, BidAnswer
from socplanner.services.translator import Translator
from socplanner.ui.dialogs.bids_dialog import BidsDialog
from socplanner.ui.dialogs.service_terms_dialog import ServiceTermsDialog
from tests.support.studio import Studio

_MSS = PartyId("mss")


def terms(studio: Studio) -> None:
    """Take the dialog of the service terms."""
    phase = studio.plan.phases[0].id
    dialog = ServiceTermsDialog(studio.plan, phase, (_MSS, None), studio.words)
    studio.shoot(dialog, "service-terms")
    dialog.close()
    dialog.deleteLater()


def bids(studio: Studio) -> None:
    """Take two bids side by side."""
    plan, is_japanese = studio.plan, studio.language == "ja"
    phase = plan.phases[0].id
    roles = [role.id for role in performed_roles(plan, phase, _MSS)]
    comment = "平日の日中に限る" if is_japanese else "Weekdays only"
    first = {
        role: BidAnswer(
            "yes" if at % 4 else "conditions", 70_000 + at * 2_000, "" if at else comment
        )
        for at, role in enumerate(roles)
    }
    second = {
        role: BidAnswer("yes" if at % 5 else "no", None if at == 3 else 66_000 + at * 2_500)
        for at, role in enumerate(roles[:-2])
    }
    names = ("北斗セキュリティ", "みなと総研") if is_japanese else ("Northstar", "Harbour Labs")
    for bid in (
        Bid("one", names[0], "2026-12-10", phase, first, once=600_000),
        Bid("two", names[1], "2026-12-12", phase, second),
    ):
        studio.program.document.perform(StoreBid(_MSS, bid))
    translator = Translator(studio.words)
    dialog = BidsDialog(studio.program.document, translator, (_MSS, phase), print)
    studio.shoot(dialog, "bids")
    dialog.close()
    dialog.deleteLater()
    studio.program.document.undo()
    studio.program.document.undo()


SHOTS = (terms, bids)
