"""The prices and days that vendors write into a tender pack, read from the text of a cell.

Rules:

1. A price is a number, with separators of thousands and the sign of its currency, if need be. A
   sign of another currency than that of the tender makes it unreadable: nothing is converted.
2. Japanese units multiply: `120万円`, `1億2,000万`, `3千円`.
3. Numbers that formulas have made are rounded to two places. `1.234` may mean thousands, and is
   none.
4. A day is in the order year, month, day; a time after it is left out.
"""

import re
import unicodedata
from collections.abc import Mapping
from typing import NamedTuple

from socplanner.domain.limits import MOST_MONEY
from socplanner.domain.waivers import is_day

_SIGNS: Mapping[str, frozenset[str]] = {
    **dict.fromkeys("¥\\円", frozenset({"JPY"})),
    "$": frozenset({"USD", "AUD", "CAD", "HKD", "NZD", "SGD", "TWD"}),
    "€": frozenset({"EUR"}),
    "£": frozenset({"GBP"}),
}
"""The signs of currencies; ¥ is that of CNY, too, but not beside 円 in a Japanese quotation."""

_BEFORE, _AFTER = re.compile(r"([¥\\$€£]|[A-Z]{3}\b)\s*"), re.compile(r"\s*(円|[¥$€£]|[A-Z]{3})")
_DASH_OF_YEN = re.compile(r"([¥\\].*[0-9])-")
_PRICE = re.compile(r"[0-9]{1,12}(?:\.[0-9]{1,15})?")
_GROUPED = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]{1,2})?")
_UNITS = {"億": 100_000_000, "万": 10_000, "千": 1_000}
_WITH_UNIT = re.compile(r"([0-9,.]+)([億万千])")
_IN_UNITS = re.compile(r"(?:[0-9,.]+億)?(?:[0-9,.]+万)?(?:[0-9,.]+千)?([0-9,.]+)?")
_UNCLEAR = re.compile(r"[0-9]{1,3}\.[0-9]{3}")
_DAY = re.compile(r"(\d{4})(?:[-/.]|\s*年\s*)(\d{1,2})(?:[-/.]|\s*月\s*)(\d{1,2})\s*日?")
_TIME = re.compile(r"\s+\d{1,2}:\d{2}(?::\d{2})?")


class WrittenPrice(NamedTuple):
    """The number of a price, None if it is none; the other currency that it is stated in."""

    value: float | None
    other_currency: str = ""


def written_price(text: str, currency: str = "") -> WrittenPrice:
    """Return the price that `text` states, for a tender in `currency`, "" where it names none."""
    plain = unicodedata.normalize("NFKC", text).strip()
    with_dash = _DASH_OF_YEN.fullmatch(plain)
    plain = plain if with_dash is None else with_dash[1]
    signs = []
    before = _BEFORE.match(plain)
    if before is not None:
        signs.append(before[1])
        plain = plain[before.end() :]
    after = re.search(f"{_AFTER.pattern}$", plain)
    if after is not None:
        signs.append(after[1])
        plain = plain[: after.start()]
    value = _number_in(plain)
    other = next((sign for sign in signs if not _is_of(sign, currency)), "")
    if value is None or other:
        return WrittenPrice(None, other if value is not None else "")
    return WrittenPrice(value)


def day_in(text: str) -> str:
    """Return the day that a cell states, in ISO form; "" if it is none."""
    plain = _TIME.sub("", unicodedata.normalize("NFKC", text).strip())
    parts = _DAY.fullmatch(plain)
    if parts is None:
        return ""
    year, month, number = parts.groups()
    day = f"{year}-{month:0>2}-{number:0>2}"
    return day if is_day(day) else ""


def is_in_words(text: str) -> bool:
    """Return whether a cell of prices has words and no number, such as “to be quoted”."""
    return bool(text) and not any(character.isdigit() for character in text)


def _number_in(plain: str) -> float | None:
    in_units = _IN_UNITS.fullmatch(plain)
    if in_units is None or not _WITH_UNIT.search(plain):
        return _plain_number(plain)
    parts = [(_plain_number(each[1]), _UNITS[each[2]]) for each in _WITH_UNIT.finditer(plain)]
    parts.append((_plain_number(in_units[1]) if in_units[1] else 0.0, 1))
    values = [number * unit for number, unit in parts if number is not None]
    total = round(sum(values), 2)
    return total if len(values) == len(parts) and total <= MOST_MONEY else None


def _plain_number(plain: str) -> float | None:
    if _GROUPED.fullmatch(plain):
        plain = plain.replace(",", "")
    if not _PRICE.fullmatch(plain) or _UNCLEAR.fullmatch(plain):
        return None
    value = round(float(plain), 2)
    return None if value > MOST_MONEY else value


def _is_of(sign: str, currency: str) -> bool:
    """Return whether `sign` may stand for `currency`; any may where the tender names none."""
    if not currency:
        return True
    return currency in _SIGNS.get(sign, {sign}) or (sign == "¥" and currency == "CNY")
