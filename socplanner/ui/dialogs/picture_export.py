"""The options of a picture that the window writes: what it shows, its language and its file."""

from dataclasses import dataclass
from pathlib import Path

from socplanner.domain.local_text import Language
from socplanner.domain.picture_options import PictureOptions


@dataclass(frozen=True, slots=True)
class PictureExport:
    """A picture and the file to write; `target` is a folder until a file is named.

    `search` is the text in the search of the window: the planner chooses whether it counts.
    """

    picture: PictureOptions
    language: Language
    target: Path
    then_show: bool = False
    search: str = ""
