"""The names of the sheets in one language, made legal for Excel."""

import re
from dataclasses import dataclass

from socplanner.wording.language import Words

LONGEST = 31
_ILLEGAL = re.compile(r"[\[\]:*?/\\\x00-\x1f]")


@dataclass(frozen=True, slots=True)
class SheetNames:
    """The name of each sheet."""

    cover: str
    matrix: str
    workload: str
    summary: str
    roadmap: str
    hours: str
    staffing: str
    cost: str
    maturity: str
    flows: str
    sharing: str
    reporting: str
    review: str
    checks: str
    roles: str
    sources: str
    data: str
    lists: str
    history: str


def sheet_names(words: Words) -> SheetNames:
    """Return the names of the sheets in the language of `words`, legal and all different."""
    wanted = (
        words.tr("Cover"),
        words.tr("Matrix"),
        words.tr("Workload"),
        words.tr("Directors"),
        words.tr("Road map"),
        words.tr("Hours"),
        words.tr("Staffing"),
        words.tr("Cost"),
        words.tr("Maturity"),
        words.tr("Flows"),
        words.tr("Sharing"),
        words.tr("Reporting duties"),
        words.tr("Review"),
        words.tr("Checks"),
        words.tr("Role list"),
        words.tr("Sources"),
        words.tr("Data"),
        words.tr("Lists"),
        words.tr("Change history"),
    )
    used: list[str] = []
    for name in wanted:
        used.append(legal_name(name, used))
    return SheetNames(*used)


def legal_name(name: str, names: list[str]) -> str:
    """Return `name` as a legal name of a sheet, different from `names` regardless of case."""
    plain = _ILLEGAL.sub(" ", name).strip(" '")[:LONGEST].rstrip(" '") or "-"
    used = {each.casefold() for each in names}
    number, legal = 1, plain
    while legal.casefold() in used or legal.casefold() == "history":
        number += 1
        legal = f"{plain[: LONGEST - 4]} {number}"
    return legal
