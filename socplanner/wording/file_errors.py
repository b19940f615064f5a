"""The sentence for each code of a problem with a file on disk: what is wrong, what to do."""

from collections.abc import Mapping

from socplanner.wording.language import N_

FILE_SENTENCES: Mapping[str, str] = {
    "disk-full": N_(
        "The disk is full, and nothing was written: free some space, or save in another place."
    ),
    "file-busy": N_(
        "Another socplanner is saving this file, and it was left as it is: try again in a moment."
    ),
    "file-changed": N_(
        "The file was changed elsewhere after it was opened, and was left as it is: save under "
        "another name, or open it again."
    ),
    "file-exists": N_("A file of this name already exists and was kept: choose another name."),
    "file-failed": N_("The system reports “{reason}”: try again, or choose another place."),
    "file-in-use": N_(
        "Another program has the file open (Excel?), and it was left as it is: close it there, or "
        "save under another name."
    ),
    "file-is-folder": N_("This is a folder: choose a file in it."),
    "file-missing": N_("There is no such file: check whether it was moved, renamed or removed."),
    "file-not-regular": N_("This is not an ordinary file: choose another."),
    "file-read-only": N_("The file is marked read-only: save under another name."),
    "file-unreadable": N_("You do not have permission to read the file: ask its owner."),
    "journal-damaged": N_("It is damaged from its beginning on: open the plan file instead."),
    "journal-newer": N_("A newer version of socplanner wrote it: open it with that version."),
    "journal-other": N_("It is of another program: move it to another folder."),
    "journal-unreadable": N_("The system does not let it be read: ask for permission to read it."),
    "folder-missing": N_("There is no folder “{folder}”: create it, or choose another."),
    "folder-blocked": N_(
        "“{place}” is no folder, but one is needed there: move or remove it, then try again."
    ),
    "folder-not-absolute": N_("Write the whole path of the folder, such as {example}."),
    "plan-in-use": N_(
        "The plan is open elsewhere ({owner}, {machine}, since {since}), and was left as it is: "
        "close it there, or save under another name."
    ),
    "plan-read-only": N_(
        "The plan was opened read-only, since it is open elsewhere: save under another name."
    ),
    "share-gone": N_(
        "The network folder cannot be reached: check the connection and try again, or choose "
        "another place."
    ),
    "version-damaged": N_("The version is damaged: choose another one."),
    "folder-read-only": N_("The folder “{folder}” cannot be written to: choose another."),
}
