"""Splitting findings into those that are waived and those that count."""

from collections.abc import Iterable
from typing import NamedTuple

from socplanner.domain.checks.finding import Finding
from socplanner.domain.waivers import Waiver


class Waived(NamedTuple):
    """A finding, and the waiver that keeps it from counting."""

    finding: Finding
    waiver: Waiver


class SplitFindings(NamedTuple):
    """The findings that count, and those that are waived, each in their order."""

    counting: tuple[Finding, ...]
    waived: tuple[Waived, ...] = ()


def split_by_waivers(
    findings: Iterable[Finding], waivers: Iterable[Waiver], today: str
) -> SplitFindings:
    """Split `findings` by the `waivers` that are valid on the day `today` (as 2026-12-31)."""
    valid = {waiver.subject: waiver for waiver in waivers if not waiver.has_ended(today)}
    if not valid:
        return SplitFindings(tuple(findings))
    counting: list[Finding] = []
    waived: list[Waived] = []
    for finding in findings:
        waiver = valid.get(finding.subject)
        if waiver is None:
            counting.append(finding)
        else:
            waived.append(Waived(finding, waiver))
    return SplitFindings(tuple(counting), tuple(waived))


def ended(finding: Finding, waivers: Iterable[Waiver], today: str) -> Waiver | None:
    """Return the waiver of `finding` that has ended before the day `today`, or None."""
    matching = (each for each in waivers if each.subject == finding.subject)
    return next((each for each in matching if each.has_ended(today)), None)
