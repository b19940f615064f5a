"""The ids of the entries of a list: slugs, and unique in it."""

from socplanner.domain.ids import is_slug
from socplanner.formats.format_error import refused
from socplanner.formats.plan.sections.section import TreeMapping


def unique_ids(records: list[TreeMapping], key: str, doubled: str, what: str) -> list[str]:
    """Return the ids of `records`, the entries of the section `key`, in order.

    Raise FormatError for one that is no slug, or with the code `doubled` for the second of an id;
    `what` is the key of the id in the values of that error.
    """
    ids: dict[str, None] = {}
    for place, record in enumerate(records):
        path = (key, place, "id")
        text = str(record["id"])
        if not is_slug(text):
            raise refused("bad-id", path, id=text)
        if text in ids:
            raise refused(doubled, path, **{what: text})
        ids[text] = None
    return list(ids)
