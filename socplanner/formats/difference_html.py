"""The differences between two versions of a plan as one HTML page, without scripts or links."""

from collections.abc import Iterable
from html import escape

from socplanner.wording.differences.lines import DifferenceGroup
from socplanner.wording.language import Words

_STYLE = (
    "body{font:15px/1.5 system-ui,sans-serif;margin:2rem auto;max-width:60rem;padding:0 1rem;"
    "color-scheme:light dark}h2{font-size:1rem;margin:1.2rem 0 .2rem}ul{margin:0}"
)


def difference_html(title: str, groups: Iterable[DifferenceGroup], words: Words) -> str:
    """Return the page under `title`, in the language of `words`."""
    parts = [
        "<!DOCTYPE html>",
        f'<html lang="{words.language}">',
        f'<head><meta charset="utf-8"><title>{escape(title)}</title>',
        f"<style>{_STYLE}</style></head>",
        f"<body><h1>{escape(title)}</h1>",
    ]
    count = len(parts)
    for group in groups:
        items = "".join(f"<li>{escape(line.text)}</li>" for line in group.lines)
        parts.append(f"<h2>{escape(group.title)}</h2><ul>{items}</ul>")
    if len(parts) == count:
        parts.append(f"<p>{escape(words.tr('Nothing differs.'))}</p>")
    return "\n".join((*parts, "</body></html>"))
