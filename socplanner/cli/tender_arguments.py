"""The options of `socplanner tender`."""

from socplanner.cli.option import Option
from socplanner.wording.language import N_

TENDER_PARTY = Option(
    "--party", N_("Provider (id or name); the only one with a tender if omitted."), "PARTY"
)
TENDER_PHASE = Option("--phase", N_("Phase of the tender; the first if omitted."), "ID")
COMPARE = Option("--compare", N_("Compare the bids instead; OUT ends in .xlsx."))
TENDER_OPTIONS = (TENDER_PARTY, TENDER_PHASE, COMPARE)
