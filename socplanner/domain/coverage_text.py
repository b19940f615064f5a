"""Coverage as text: what people write is read into bands, and bands are written in one form.

Rules:

- A text is a row of clauses, divided by commas, semicolons, full stops or line ends. A clause has
  days, hours, a way ("on call", 当番) and a time to answer, in any order, in both languages.
- `24x365` is every day; `16x365`, `12x5` and `8x5` begin at the hours of `_BEGINS`, which is this
  tool's default. Hours without days are those of every day. "Otherwise" is all time: where bands
  overlap, the stronger way counts.
- A clause without days and hours is no band. What is not understood in whole is kept as the
  remark, word by word.
- The patterns are compiled by `re` when a text is first read: most plans state no hours.
- `coverage_text` writes bands so that `coverage_of` reads the same bands again.
"""

import re
from collections.abc import Iterable
from functools import lru_cache

from socplanner.domain.coverage import (
    ALL_DAYS,
    DAY,
    NO_COVERAGE,
    WEEK,
    WORKDAYS,
    Coverage,
    CoverageBand,
    CoverageMode,
    DayKind,
)
from socplanner.domain.ids import PartyId
from socplanner.domain.names import LONGEST_COVERAGE

_BEGINS = {16: 6, 12: 8, 8: 9}
"""The hour at which so many hours a day begin, where only their number is given."""

_WEEKEND = frozenset({DayKind.SATURDAY, DayKind.SUNDAY})
_FREE = _WEEKEND | {DayKind.HOLIDAY}
_NAMES = tuple(day.value for day in WEEK)
_KANJI = "月火水木金土日"
_DIVIDERS = r"[;,、；，。\n]|\.(?:\s|$)"
_FILLERS = r"[\s()（）:：/・は]|\b(?:and|at|on|the|from|is)\b"

_CLOCK = r"(\d{1,2})(?:[:：](\d{2})|時(半|\d{1,2}分)?)?"
_HOURS = rf"{_CLOCK}\s*(?:-|–|—|〜|～|~|から|to|until)\s*翌?{_CLOCK}(?:まで)?"
_ALWAYS = (
    r"24\s*[x×*/]\s*(?:365|7)(?:\s*[x×*/]\s*365)?|24\s*時間(?:365日)?(?:体制)?|常時|"
    r"around the clock"
)
_COUNTED = r"\b(16|12|8)\s*[x×*/]\s*(365|7|5)\b"
_WITHIN = (
    r"(?:answer(?:ed)?\s+)?(?:within\s+)?(\d{1,3})\s*(分|時間|min(?:utes?)?|h(?:ours?)?)"
    r"(?:以内)?に?(?:応答|着手|一次対応|回答)?"
)
_BY = r"\b(?-i:by ([a-z0-9][a-z0-9-]*))"
_OTHERWISE = (
    r"時間外|夜間・?休日|それ以外|上記以外|otherwise|out[ -]of[ -]hours|after[ -]hours|other times"
)
_ENGLISH_DAYS = (
    r"\b(mon|tue|wed|thu|fri|sat|sun)[a-z]*(?:\s*[-–]\s*(mon|tue|wed|thu|fri|sat|sun)[a-z]*)?\b"
)
_KANJI_DAYS = rf"([{_KANJI}])曜?日?(?:\s*[-–〜～~]\s*([{_KANJI}])曜?日?)"
_DAYS: tuple[tuple[str, frozenset[DayKind]], ...] = (
    (r"土日祝日?|夜間休日|weekends? and holidays?|休日", _FREE),
    (r"土日|\bweekends?\b", _WEEKEND),
    (r"祝日|\b(?:public )?holidays?\b", frozenset({DayKind.HOLIDAY})),
    (r"平日|営業日|\bweekdays?\b|\b(?:work|business )days?\b", WORKDAYS),
    (r"毎日|\bevery ?day\b|\bdaily\b|\ball days\b|\ball\b", ALL_DAYS),
)
_MODES: tuple[tuple[str, CoverageMode], ...] = (
    (r"オンコール|当番|待機|on[ -]?call|standby", CoverageMode.ON_CALL),
    (r"事前承認(?:済み)?|pre-?approved(?: action)?", CoverageMode.PRE_APPROVED),
    (r"ベストエフォート|best[ -]effort", CoverageMode.BEST_EFFORT),
    (r"有人|常駐|on[ -]?duty|manned|staffed", CoverageMode.ON_DUTY),
)
_MODE_NAMES = {
    CoverageMode.ON_DUTY: "on-duty",
    CoverageMode.ON_CALL: "on-call",
    CoverageMode.PRE_APPROVED: "pre-approved",
    CoverageMode.BEST_EFFORT: "best-effort",
}


@lru_cache(maxsize=4096)
def coverage_of(text: str) -> Coverage:
    """Return the coverage that `text` states; what is not understood is its remark."""
    bands: list[CoverageBand] = []
    remarks: list[str] = []
    for part in re.split(_DIVIDERS, text):
        clause = part.strip()
        if not clause:
            continue
        band = _Clause(clause).band()
        if band is None:
            remarks.append(clause)
        else:
            bands.append(band)
    if not bands:
        return Coverage((), text.strip()) if text.strip() else NO_COVERAGE
    return Coverage(tuple(bands), "; ".join(remarks))


def coverage_text(coverage: Coverage) -> str:
    """Return `coverage` as a text that `coverage_of` reads again."""
    parts = [_band_text(band) for band in coverage.bands]
    return "; ".join([*parts, coverage.remark] if coverage.remark else parts)


class _Clause:
    """One clause while it is read: each part that is understood is cut out of its text."""

    def __init__(self, text: str) -> None:
        """Begin with nothing understood."""
        self._rest = text

    def band(self) -> CoverageBand | None:
        """Return the band that the clause states; None where anything of it is not understood."""
        always = self._cut(_ALWAYS)
        counted = self._cut(_COUNTED)
        party = self._cut(_BY)
        hours = self._cut(_HOURS)
        within = self._cut(_WITHIN)
        is_otherwise = self._cut(_OTHERWISE) is not None
        mode = self._mode()
        days = self._days()
        if re.sub(_FILLERS, "", self._rest, flags=re.IGNORECASE):
            return None
        start, end = 0, DAY
        if hours is not None:
            times = _times(hours)
            if times is None:
                return None
            start, end = times
        elif counted is not None:
            start = _BEGINS[int(counted[1])] * 60
            end = start + int(counted[1]) * 60
            days = days or (WORKDAYS if counted[2] == "5" else ALL_DAYS)
        elif not (always or is_otherwise or days):
            return None
        minutes = None if within is None else _minutes(within)
        by = None if party is None else PartyId(party[1])
        return CoverageBand(days or ALL_DAYS, start, end, mode or CoverageMode.ON_DUTY, minutes, by)

    def _cut(self, pattern: str) -> re.Match[str] | None:
        match = re.search(pattern, self._rest, re.IGNORECASE)
        if match is not None:
            self._rest = f"{self._rest[: match.start()]} {self._rest[match.end() :]}"
        return match

    def _mode(self) -> CoverageMode | None:
        for pattern, mode in _MODES:
            if self._cut(pattern) is not None:
                return mode
        return None

    def _days(self) -> frozenset[DayKind]:
        days: frozenset[DayKind] = frozenset()
        for pattern, kinds in _DAYS:
            if self._cut(pattern) is not None:
                days |= kinds
        while (match := self._cut(_KANJI_DAYS)) is not None:
            days |= _range(_KANJI.index(match[1]), _KANJI.index(match[2]))
        while (match := self._cut(_ENGLISH_DAYS)) is not None:
            first, last = match[1].lower(), (match[2] or match[1]).lower()
            days |= _range(_NAMES.index(first), _NAMES.index(last))
        return days


def _range(first: int, last: int) -> frozenset[DayKind]:
    """Return the days from `first` to `last`, past Sunday too."""
    count = (last - first) % len(WEEK) + 1
    return frozenset(WEEK[(first + step) % len(WEEK)] for step in range(count))


def _times(match: re.Match[str]) -> tuple[int, int] | None:
    """Return begin and end in minutes; None for times that no clock shows."""
    start, end = _time(match[1], match[2], match[3]), _time(match[4], match[5], match[6])
    if start is None or end is None or start in (DAY, end):
        return None
    return start, end or DAY


def _time(hour: str, minute: str | None, kanji: str | None) -> int | None:
    more = 30 if kanji == "半" else int((minute or (kanji or "0").removesuffix("分")) or 0)
    result = int(hour) * 60 + more
    return result if more < 60 and result <= DAY else None


def _minutes(match: re.Match[str]) -> int:
    unit = match[2].lower()
    return int(match[1]) * (60 if unit == "時間" or unit.startswith("h") else 1)


def _band_text(band: CoverageBand) -> str:
    parts = [_days_text(band.days)]
    if band.minutes != DAY or band.start:
        parts.append(f"{_clock(band.start)}-{_clock(band.end)}")
    parts.append(_MODE_NAMES[band.mode])
    if band.answer_within is not None:
        parts.append(f"within {band.answer_within} min")
    if band.party is not None:
        parts.append(f"by {band.party}")
    return " ".join(parts)


def _days_text(days: Iterable[DayKind]) -> str:
    wanted = frozenset(days)
    if wanted == ALL_DAYS:
        return "all"
    runs: list[list[int]] = []
    for place, day in enumerate(WEEK):
        if day not in wanted:
            continue
        if runs and runs[-1][1] == place - 1:
            runs[-1][1] = place
        else:
            runs.append([place, place])
    names = [
        _NAMES[first] if first == last else f"{_NAMES[first]}-{_NAMES[last]}"
        for first, last in runs
    ]
    return " ".join([*names, "holiday"] if DayKind.HOLIDAY in wanted else names)


def _clock(minutes: int) -> str:
    return f"{minutes // 60:02}:{minutes % 60:02}"


def with_on_call(text: str) -> str:
    """Return the hours `text` with all other hours on call, in its own words if they are read."""
    coverage = coverage_of(text)
    band = CoverageBand(ALL_DAYS, mode=CoverageMode.ON_CALL)
    wanted = Coverage((*coverage.bands, band), coverage.remark)
    for clause in ("、時間外は当番", ", otherwise on call"):
        is_japanese = not text.isascii()
        if is_japanese is not clause.isascii() and coverage.bands:
            longer = f"{text}{clause}"
            if coverage_of(longer) == wanted and len(longer) <= LONGEST_COVERAGE:
                return longer
    return coverage_text(wanted)
