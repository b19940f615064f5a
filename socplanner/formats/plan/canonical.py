"""Writing trees as a person would: block style, and flow style on one line for small mappings.

Every text that another YAML reader could read as a number, a boolean or a date is quoted, so that
strings stay strings in every reader.
"""

import re
from collections.abc import Mapping
from functools import cache
from typing import Any

INDENT = 2
_PLAIN = (
    r"[^\W\d_](?:[^\x00-\x20:#,\[\]{}\x7f-\xa0\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]"
    r"|:(?=[^\s,\[\]{}])|(?<! ) (?=[^\s#:]))*"
)
_NOT_TEXT = frozenset(("y", "n", "yes", "no", "on", "off", "true", "false", "null"))
_UNPRINTABLE = "[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]"
_CONTROL = "[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]"
_BARE_KEYS = frozenset(
    (
        *("format", "executive", "headcount", "hidden", "seats", "shared", "share", "on-call"),
        *("resident", "version", "seconds", "voluntary", "applies"),
        *("calls", "within", "answered"),
        *("volume", "minutes", "left", "incidents", "hours", "hours-a-year"),
        *("weekly-hours", "hours-a-day", "days-off", "holidays", "leave", "training", "sick"),
        *(
            "handover-minutes",
            "break-minutes",
            "shifts",
            "crews",
            "productive-share",
            "shared-share",
        ),
        *("effort", "on-call-weeks", "turnover", "vacancy-months", "ramp-up-months"),
        *("rounding", "retained-share", "role-share", "loaded", "hourly", "hiring", "tools"),
        *("fee", "once", "exit", "notice"),
        *("log-sources", "events-per-second", "devices", "sites", "price", "flat"),
    )
)
"""Keys whose values are numbers or booleans, so their text is never quoted."""


class Flow(dict[str, str]):
    """A mapping of texts that is written on one line: `{now: A, next: R}`."""


class FlowList(list[str]):
    """A list of words that is written on one line: `[two-way, verifies]`."""


class Raw(str):
    """The YAML text of an extension's value, written as it is."""

    __slots__ = ()


def scalar(text: str) -> str:
    """Return `text` as a scalar on one line, without quotes if every reader reads it as text."""
    if isinstance(text, Raw):
        return str(text)
    if _compiled(_PLAIN).fullmatch(text) and text.lower() not in _NOT_TEXT:
        return text
    if _compiled(_CONTROL).search(text):
        return quoted(text)
    return "'" + text.replace("'", "''") + "'"


def quoted(text: str) -> str:
    """Return `text` in double quotation marks, on one line."""
    import json

    return _compiled(_UNPRINTABLE).sub(_escaped, json.dumps(text, ensure_ascii=False))


def value(key: str, tree: Any, indent: int) -> str:
    """Return the text after `key:`, later lines indented deeper than `indent` spaces."""
    if isinstance(tree, str):
        if key in _BARE_KEYS or isinstance(tree, Raw):
            return " " + tree
        return " " + (_literal(tree, indent + INDENT) or scalar(tree))
    if not tree:
        return " []" if isinstance(tree, list) else " {}"
    if isinstance(tree, list):
        return _list(tree, indent)
    if isinstance(tree, Flow):
        return " " + flow(tree)
    return "\n" + mapping(tree, indent + INDENT)


def mapping(tree: Mapping[str, Any], indent: int) -> str:
    """Return the lines of a block mapping, each with its indent."""
    pad = " " * indent
    return "\n".join(f"{pad}{entry(key, each, indent)}" for key, each in tree.items())


def entry(key: str, tree: Any, indent: int) -> str:
    """Return `key` with its value as block style, the first line without its indent."""
    return f"{scalar(key)}:{value(key, tree, indent)}"


def item(tree: Any, indent: int) -> str:
    """Return one entry of a block list with its dash, `indent` spaces from the left."""
    if isinstance(tree, str):
        return " " * indent + "-" + value("", tree, indent)
    return " " * indent + "- " + mapping(tree, indent + INDENT).lstrip(" ")


def flow(tree: Mapping[str, str]) -> str:
    """Return a mapping of texts in flow style, on one line."""
    return "{" + ", ".join(f"{scalar(key)}: {scalar(each)}" for key, each in tree.items()) + "}"


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    """Return `pattern` compiled when it is first needed: to read a plan needs none of them."""
    return re.compile(pattern)


def _list(tree: list[Any], indent: int) -> str:
    if isinstance(tree, FlowList):
        return " [" + ", ".join(scalar(each) for each in tree) + "]"
    return "\n" + "\n".join(item(each, indent + INDENT) for each in tree)


def _literal(text: str, indent: int) -> str:
    """Return a text of several lines as a literal block, "" where a block would change it."""
    body = text.removesuffix("\n")
    if "\n" not in body or body.startswith((" ", "\n")) or body.endswith("\n"):
        return ""
    lines = body.split("\n")
    if any(_compiled(_CONTROL).search(line) or line != line.rstrip() for line in lines):
        return ""
    pad = " " * indent
    mark = "|" if text.endswith("\n") else "|-"
    return "\n".join((mark, *(pad + line if line else "" for line in lines)))


def _escaped(match: re.Match[str]) -> str:
    return f"\\u{ord(match.group()):04X}"
