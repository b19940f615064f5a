"""The sentences for problems of a plan file; file and line are written before them."""

from collections.abc import Mapping

from socplanner.wording.language import N_

SENTENCES: Mapping[str, str] = {
    "bad-format": N_("This format number is not supported: the newest is {newest}."),
    "bad-own-role": N_(
        "“{id}” cannot be the id of a custom role: write “own:” and then letters, digits, - and _."
    ),
    "doubled-key": N_("The key “{key}” occurs here a second time: keep one of the two."),
    "doubled-role-id": N_("There is a role with the id “{role}” already: choose another."),
    "empty-file": N_("The file is empty: it contains no plan."),
    "expected-list": N_("Here a list is expected: lines that begin with a dash."),
    "expected-mapping": N_("Here keys with values are expected, such as “id: soc”."),
    "expected-text": N_("Here a text is expected, not a list or keys."),
    "file-too-big": N_("The file is larger than {most} MB: this cannot be a plan."),
    "key-not-text": N_("A key must be a text: put it into quotation marks."),
    "missing-key": N_("The key “{key}” is missing here: add it."),
    "newer-format": N_(
        "The plan was made by a newer socplanner (format {format}; this one reads up to {newest}): "
        "update socplanner to open it."
    ),
    "no-phase": N_("The plan has no phase: write at least one, such as “id: now”."),
    "not-a-number": N_("“{value}” is not a whole number from 0 to {most}."),
    "not-an-amount": N_(
        "“{value}” is not a number from 0 to {most}: write one such as 40 or 7.75, with at most "
        "two decimal places."
    ),
    "not-a-plan": N_("This is not a socplanner plan: it has no “format: 3”. Choose another file."),
    "not-text": N_("This is not a text file: choose a plan, or a copy of it from a backup."),
    "not-yaml": N_(
        "The text cannot be read as YAML ({reason}): correct this line or the one above."
    ),
    "other-encoding": N_(
        "The file is written in {encoding}: open it in an editor and save it as UTF-8."
    ),
    "second-document": N_(
        "A second YAML document begins here, but a plan has only one: remove the “---”."
    ),
    "no-place-of-conflict": N_(
        "“{place}” is no place in a plan: write a JSON pointer such as /phases/now/name."
    ),
    "doubled-conflict": N_("There is a conflict at “{place}” already: remove one of them."),
    "no-json": N_(
        "“{value}” is no JSON of texts, lists and mappings: put texts in double quotes, such as "
        "\"R\" within '…'."
    ),
    "too-deep": N_("The file nests deeper than {deepest} levels: this cannot be a plan."),
    "too-many-entries": N_(
        "There are {number} entries here, and a plan has at most {most}: check that this is a "
        "plan, or split it into several."
    ),
    "too-many-values": N_("The file has more than {most} values: this cannot be a plan."),
    "unknown-choice": N_(
        "“{word}” is not valid here. Did you mean “{nearest}”? Possible values: {choices}."
    ),
    "unknown-edition": N_(
        "The plan uses the catalogue “{edition}”, which this socplanner does not have: update it."
    ),
    "unknown-function": N_("The catalogue has no function “{function}”: use one of {choices}."),
    "unknown-key": N_(
        "The key “{word}” is not valid here. Did you mean “{nearest}”? Keys of your own begin with "
        "“x-”."
    ),
    "unknown-party-in-file": N_(
        "The plan has no party “{party}”. Did you mean “{nearest}”? Parties are listed under "
        "“parties”."
    ),
    "unknown-counterpart-in-file": N_(
        "There is no counterpart “{counterpart}”. Did you mean “{nearest}”? Counterparts "
        "are listed under “counterparts”."
    ),
    "too-low": N_("{value} is too low here: enter at least {least}."),
    "unknown-phase-in-file": N_("The plan has no phase “{phase}”. Did you mean “{nearest}”?"),
    "unknown-rule": N_("“{rule}” cannot be the id of a rule: write one such as R04."),
    "unknown-role-in-file": N_(
        "There is no role “{role}”. Did you mean “{nearest}”? Custom roles are listed under "
        "“roles”."
    ),
    "unwritable": N_(
        "The plan cannot be written as a file that opens again, and nothing was written: undo the "
        "last change, and report this."
    ),
    "yaml-alias": N_(
        "“*{name}” is a YAML alias, which a plan must not have: write the value itself."
    ),
    "yaml-anchor": N_("“&{name}” is a YAML anchor, which a plan must not have: remove it."),
    "yaml-tag": N_("“{name}” is a YAML tag, which a plan must not have: remove it."),
}
