"""Ids of the entries of a list, which must be slugs and unique."""

from socplanner.domain.ids import is_slug
from socplanner.formats.format_error import refused
from socplanner.formats.plan.sections.section import Mapping_


def unique_ids(records: list[Mapping_], key: str, doubled: str, what: str) -> list[str]:
    """Return the ids of `records`; raise FormatError for a bad or doubled one."""
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
