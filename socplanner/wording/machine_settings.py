"""What is wrong in a machine-wide settings file, in words."""

from collections.abc import Mapping

from socplanner.wording.language import N_, Words

_FAULTS: Mapping[str, str] = {
    "bad-value": N_("“{setting}” has a value that is not possible; it does not hold."),
    "file-missing": N_("There is no such file."),
    "file-too-big": N_("The file is far too big; nothing in it holds."),
    "file-unreadable": N_("The user has no right to read the file; nothing in it holds."),
    "locked-without-value": N_("“{setting}” has no value to be locked at; it is not locked."),
    "not-json": N_("The file is no JSON object; nothing in it holds."),
    "not-lockable": N_("“{setting}” cannot be locked; only {lockable} can."),
    "unknown-setting": N_("There is no setting “{setting}”."),
}
_UNREAD = N_("The file cannot be read ({code}); nothing in it holds.")


def machine_fault(code: str, setting: str, lockable: str, words: Words) -> str:
    """Return what is wrong in a machine-wide settings file."""
    sentence = _FAULTS.get(code, _UNREAD)
    return words.tr(sentence, setting=setting, lockable=lockable, code=code)
