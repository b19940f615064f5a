"""The sentences for faults in a machine-wide settings file."""

from collections.abc import Mapping

from socplanner.wording.language import N_, Words

_FAULTS: Mapping[str, str] = {
    "bad-value": N_("“{setting}” has a value that is not valid; it has no effect."),
    "file-missing": N_("There is no such file."),
    "file-too-big": N_("The file is too large; it has no effect."),
    "file-unreadable": N_("The user may not read the file; it has no effect."),
    "locked-without-value": N_("“{setting}” has no value to be locked at; it is not locked."),
    "not-json": N_("The file is not a JSON object; it has no effect."),
    "not-lockable": N_("“{setting}” cannot be locked; only {lockable} can."),
    "unknown-setting": N_("There is no setting “{setting}”."),
}
_UNREAD = N_("The file cannot be read ({code}); it has no effect.")


def machine_fault(code: str, setting: str, lockable: str, words: Words) -> str:
    """Return the sentence of the fault `code`; `lockable` lists the settings that can be locked.

    An unknown `code` is that of a file that could not be read.
    """
    sentence = _FAULTS.get(code, _UNREAD)
    return words.tr(sentence, setting=setting, lockable=lockable, code=code)
