"""The options of a picture that the window writes: what it shows, its language and its file."""

from dataclasses import dataclass
from pathlib import Path

from socplanner.domain.local_text import Language
from socplanner.domain.picture_options import PictureOptions
from socplanner.domain.role_filter import NO_FILTER, RoleFilter


@dataclass(frozen=True, slots=True)
class PictureExport:
    """A picture and the file to write; `target` is a folder until a file is named.

    `search` and `role_filter` are those of the window: the planner chooses whether they count.
    """

    picture: PictureOptions
    language: Language
    target: Path
    then_show: bool = False
    search: str = ""
    role_filter: RoleFilter = NO_FILTER
