"""The section `tenders`: service terms, conditions and bids, by provider."""

from typing import Any, cast

from socplanner.domain.durations import DURATION_PATTERN
from socplanner.domain.limits import MOST_AMOUNT, MOST_BIDS, MOST_MONEY
from socplanner.domain.marking import Tlp
from socplanner.domain.names import (
    LINE_PATTERN,
    LONGEST_NAME,
    LONGEST_TEXT,
    NAME_PATTERN,
    TEXT_PATTERN,
)
from socplanner.domain.plan import Plan
from socplanner.domain.tender_inputs import NO_TENDERS, VENDOR_ANSWERS, Tenders
from socplanner.formats.plan.sections.section import References, Section, TreeMapping
from socplanner.formats.plan.shapes import (
    Amount,
    Choice,
    ListOf,
    MapOf,
    Number,
    Record,
    Text,
)
from socplanner.formats.plan.yaml_reading import Tree
from socplanner.wording.language import N_


def _text(about: str) -> Text:
    return Text(about, TEXT_PATTERN, LONGEST_TEXT)


def _line(about: str) -> Text:
    return Text(about, LINE_PATTERN, LONGEST_NAME)


def _duration(about: str) -> Text:
    return Text(about, DURATION_PATTERN)


SERVICE_TERMS = Record(
    {
        "deliverable": _text(N_("What is delivered.")),
        "frequency": _line(N_("How often, such as monthly.")),
        "acknowledge": _duration(N_("Until an event is acknowledged, such as PT15M.")),
        "report": _duration(N_("Until it is reported, such as PT1H.")),
        "restore": _duration(N_("Until service is restored, such as PT8H.")),
        "quantity": _line(N_("The volume: a number or a text.")),
        "unit": _line(N_("What the volume counts, such as alerts a day.")),
        "actions": _text(N_("What the provider may do without asking.")),
        "night": _text(N_("Whom the provider calls at night.")),
        "criteria": ListOf(Text(N_("The id of a role whose criteria are annexed."))),
    },
    (),
    N_("What a provider is to do for one role, and how fast."),
)
SERVICE_ASSUMPTIONS = Record(
    {
        "log-sources": Number(MOST_AMOUNT, N_("Sources of logs.")),
        "events-per-second": Number(MOST_AMOUNT, N_("Events a second, on average.")),
        "devices": Number(MOST_AMOUNT, N_("Devices that are monitored.")),
        "sites": Number(MOST_AMOUNT, N_("Sites.")),
        "languages": _line(N_("Languages of reports and calls.")),
        "remark": _text(N_("What else a bid may assume.")),
    },
    (),
    N_("What a bid may assume."),
)
HANDLING = Record(
    {
        "tlp": Choice(tuple(Tlp), N_("The label of the tender; that of the plan if omitted.")),
        "subcontractors": _text(N_("Whether subcontractors are allowed, and how.")),
        "storage": _text(N_("Where information may be stored.")),
        "erasure": _text(N_("When and how information is erased.")),
        "personal-data": _text(N_("How personal data are handled.")),
    },
    (),
    N_("How a provider is to handle information."),
)
TRANSITION = Record(
    {
        "takeover": _text(N_("How the service begins.")),
        "handback": _text(N_("How it is handed back at its end.")),
    },
    (),
    N_("Begin and end of the service."),
)
BID_ANSWER = Record(
    {
        "answer": Choice(VENDOR_ANSWERS, N_("Whether the vendor performs the role.")),
        "price": Amount(MOST_MONEY, N_("The price a month.")),
        "comment": _text(""),
    },
    (),
    N_("The answer of a vendor for one role."),
)
BID = Record(
    {
        "id": Text(),
        "vendor": Text("", NAME_PATTERN, LONGEST_NAME),
        "date": Text(N_("The day of the bid, such as 2026-12-31.")),
        "phase": Text(N_("The phase that the tender was made for.")),
        "flat": Amount(MOST_MONEY, N_("A price a month that is of no single role.")),
        "once": Amount(MOST_MONEY, N_("What is paid once, at the begin.")),
        "comment": _text(""),
        "answers": MapOf(BID_ANSWER, N_("By role, such as v2:B-1.")),
    },
    ("id", "vendor"),
    N_("The bid of a vendor."),
)
PROVIDER_TENDER = Record(
    {
        "assumptions": SERVICE_ASSUMPTIONS,
        "handling": HANDLING,
        "transition": TRANSITION,
        "terms": MapOf(SERVICE_TERMS, N_("By role, such as v2:B-1.")),
        "bids": ListOf(BID, "", MOST_BIDS),
    },
    (),
    N_("The tender with one provider."),
)
TENDERS = MapOf(PROVIDER_TENDER, N_("What providers are to do, and the bids for it, by party."))


def _read(tree: Tree, references: References) -> Tenders:
    """Return the tenders; raise FormatError with the path of what is wrong."""
    if not tree:
        return NO_TENDERS
    from socplanner.formats.plan.sections.tender_reading import tenders_in  # many plans have none

    return tenders_in(cast("TreeMapping", tree), references)


def _written(plan: Plan) -> dict[str, Any] | None:
    if not plan.tenders:
        return None
    from socplanner.formats.plan.sections.tender_writing import tenders_written  # as above

    return tenders_written(plan)


TENDERS_SECTION = Section("tenders", "tenders", TENDERS, _read, _written)
