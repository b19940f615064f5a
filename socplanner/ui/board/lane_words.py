"""What stands in and around the lanes, in words."""

from socplanner.domain.catalogue import Area
from socplanner.domain.plan import Plan
from socplanner.wording.language import Words
from socplanner.wording.terms import area_name, area_short


def headings(area: Area, plan: Plan, words: Words) -> tuple[tuple[str, str, str], ...]:
    """Return what a head may say, the fullest first: number, name, and what belongs there."""
    if area is Area.UNPLACED:
        name = words.tr("Bench (not placed)")
        about = words.tr("Roles dropped here are not placed")
        return ("", name, about), ("", name, ""), ("", area_short(area, words), "")
    facts = plan.catalogue.facts_of(area)
    name = area_name(area, plan.catalogue, words)
    number = area.value
    about = "" if facts is None else words.local(facts.tendency)
    return (number, name, about), (number, name, ""), (number, "", about), (number, "", "")


def heading_tool_tip(area: Area, count: int, plan: Plan, words: Words) -> str:
    """Return the tooltip of a lane's head."""
    parts = [part for part in headings(area, plan, words)[0] if part]
    parts.append(
        words.count("{n} role; click to select it", "{n} roles; click to select them", count)
    )
    return "\n".join(parts)


def summary(counts: dict[Area, int], words: Words) -> str:
    """Return how many roles each lane holds, for a screen reader."""
    parts = [
        words.tr("{area}: {n}", area=area_short(area, words), n=count)
        for area, count in counts.items()
    ]
    return words.tr("; ").join(parts)


def axes(words: Words) -> tuple[str, str, str, str, str]:
    """Return the captions: information inside, outside, then skill and its low and high end."""
    return (
        words.tr("Information: inside"),
        words.tr("Information: outside"),
        words.tr("Need for specialist security skill"),
        words.tr("low"),
        words.tr("high"),
    )
