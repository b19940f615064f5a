"""Which findings are waived, and which count."""

from collections.abc import Iterable
from typing import NamedTuple

from socplanner.domain.checks.finding import Finding
from socplanner.domain.waivers import Waiver


class Waived(NamedTuple):
    """A finding that is left standing, and why."""

    finding: Finding
    waiver: Waiver


class Judged(NamedTuple):
    """The findings that count, and those that are waived."""

    counting: tuple[Finding, ...]
    waived: tuple[Waived, ...] = ()


def judged(findings: Iterable[Finding], waivers: Iterable[Waiver], today: str) -> Judged:
    """Part `findings` by the `waivers` that have not ended before the day `today`."""
    holding = {each.subject: each for each in waivers if not each.has_ended(today)}
    if not holding:
        return Judged(tuple(findings))
    counting: list[Finding] = []
    waived: list[Waived] = []
    for each in findings:
        waiver = holding.get(each.subject)
        if waiver is None:
            counting.append(each)
        else:
            waived.append(Waived(each, waiver))
    return Judged(tuple(counting), tuple(waived))


def ended(finding: Finding, waivers: Iterable[Waiver], today: str) -> Waiver | None:
    """Return the waiver of `finding` that has ended before the day `today`, or None."""
    found = (each for each in waivers if each.subject == finding.subject)
    return next((each for each in found if each.has_ended(today)), None)
