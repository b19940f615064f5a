"""The settings of the dialog in one table: what each is called, and what kind of field it has."""

from enum import Enum, auto
from typing import NamedTuple

from socplanner.wording.language import N_


class Kind(Enum):
    """The kinds of fields."""

    CHOICE = auto()
    """A list of a group of actions, of which one is checked."""

    SWITCH = auto()
    """A box for an action that is on or off."""

    LETTERS = auto()
    """A list of the letter sets."""

    NAME = auto()
    """A line of text."""

    FOLDER = auto()
    """A line with the path of a folder, and a button that chooses one."""


class SettingRow(NamedTuple):
    """A setting: a group or an action of the window, or a field of `Settings`, by its `id`."""

    id: str
    kind: Kind
    title: str = ""
    """Empty for a switch, which has the text of its action."""

    empty: str = ""
    """What an empty field means."""

    about: str = ""
    """A remark under the field."""


SETTING_ROWS = (
    SettingRow("language", Kind.CHOICE, N_("&Language")),
    SettingRow("theme", Kind.CHOICE, N_("A&ppearance")),
    SettingRow("text-size", Kind.CHOICE, N_("&Text size")),
    SettingRow("card-size", Kind.CHOICE, N_("&Cards on the board")),
    SettingRow("mirror-areas", Kind.SWITCH),
    SettingRow("reduce-motion", Kind.SWITCH),
    SettingRow("letter_set", Kind.LETTERS, N_("Letter &set of new plans")),
    SettingRow(
        "author",
        Kind.NAME,
        N_("&Author"),
        N_("no name"),
        N_("Written into the properties of workbooks, and beside the date of pictures."),
    ),
    SettingRow("plans_folder", Kind.FOLDER, N_("&Folder for plans"), N_("the folder used last")),
    SettingRow(
        "exports_folder",
        Kind.FOLDER,
        N_("Folder for &workbooks and pictures"),
        N_("the folder used last"),
        N_("Dialogs for opening and saving begin there."),
    ),
)
