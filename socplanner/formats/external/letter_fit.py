"""Which letter set the letters of a sheet belong to, and which letters are its own."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from socplanner.domain.external.understood import Meaning
from socplanner.domain.letters import UNDECIDED_LETTER, Letter, LetterSet
from socplanner.formats.external.draft_table import DraftTable
from socplanner.formats.external.field_words import flattened
from socplanner.formats.external.usual_signs import is_other_set, usual_readings

FLAGS = ("performs", "accountable", "two_way", "one_way", "supports", "verifies")


class LetterFit(NamedTuple):
    """Sets that hold every letter, and letters no set or legend explains as a set's."""

    sets: tuple[str, ...]
    own: tuple[str, ...]


def fit_letters(
    table: DraftTable, meanings: dict[str, Meaning], sets: Sequence[LetterSet]
) -> LetterFit:
    """Return which of `sets` fit, and ask about letters that do not or that mean two things."""
    counts = Counter(
        letter for task in table.tasks for cell in task.cells for letter in cell.letters
    )
    used = [letter for letter in counts if letter != UNDECIDED_LETTER]
    answered = [letter for letter in used if letter in table.answers.letters]
    asked = [letter for letter in used if letter not in answered]
    fits = [each for each in sets if all(_fits(each, letter, meanings) for letter in asked)]
    if not any(letter in meanings for letter in asked) and is_other_set(asked):
        fits = []
    if fits:
        _ask_two_meanings(table, asked, meanings, fits, sets[0])
        return LetterFit(tuple(each.id for each in _by_title(table, fits)), ())
    best = max(sets, key=lambda each: sum(_fits(each, letter, meanings) for letter in asked))
    own = [letter for letter in asked if not _fits(best, letter, meanings)]
    if len(own) * 2 > len(asked) or is_other_set(asked):
        own = asked  # letters of their own, of which one or two look like those of a set
    _ask_own_letters(table, own, counts, meanings, usual_readings(used, sets))
    return LetterFit((), tuple(own))


def _ask_own_letters(
    table: DraftTable,
    own: list[str],
    counts: Counter[str],
    meanings: Mapping[str, Meaning],
    usual: Mapping[str, str],
) -> None:
    """Ask what letters mean that no set has: those together of which something is usual."""
    unknown = [letter for letter in own if letter not in meanings or not meanings[letter].flag]
    said = {letter: meanings[letter].says for letter in unknown if letter in meanings}
    known = [letter for letter in unknown if letter in usual and not said.get(letter)]
    if len(known) > 1 and not table.answers.singly:
        pairs = ", ".join(f"{letter} = {usual[letter] or '–'}" for letter in known)
        readings = tuple(usual[letter] for letter in known)
        table.ask("letters-usual", letters=tuple(known), readings=readings, pairs=pairs)
        unknown = [letter for letter in unknown if letter not in known]
    for letter in unknown:
        values = {"letter": letter, "times": counts[letter], "says": said.get(letter, "")}
        if letter not in known:
            table.ask("own-letter-says" if values["says"] else "own-letter", **values)
        elif usual[letter]:
            table.ask("own-letter-usual", usual=usual[letter], **values)
        else:
            table.ask("own-letter-none", **values)


def _fits(letters: LetterSet, letter: str, meanings: Mapping[str, Meaning]) -> bool:
    """Tell whether the set has `letter`, and a legend does not say it means something else."""
    known = letters.letter(letter)
    if known is None:
        return False
    meaning = meanings.get(letter)
    flag = meaning.flag if meaning is not None else ""
    return not flag or flag in _flags(known)


def _flags(letter: Letter) -> tuple[str, ...]:
    return tuple(flag for flag in FLAGS if getattr(letter, flag))


def _by_title(table: DraftTable, fits: list[LetterSet]) -> list[LetterSet]:
    """Return the sets with the one first that sheet, title or heading names."""
    top = table.band.top
    said = [table.canvas.grid.name]
    said += [t for row, cells in table.canvas.rows.items() if row < top for t in cells.values()]
    text = flattened(" ".join(said))
    return sorted(
        fits, key=lambda each: flattened(each.id) not in text.split() or each.id == "raci"
    )


def _ask_two_meanings(
    table: DraftTable,
    used: list[str],
    meanings: Mapping[str, Meaning],
    fits: list[LetterSet],
    ours: LetterSet,
) -> None:
    """Ask about a letter that the fitting sets give different meanings, unless a title tells."""
    named = _by_title(table, fits)
    if flattened(named[0].id) in flattened(table.canvas.grid.name + " " + _titles(table)).split():
        return
    likely = _likely(used, fits, ours)
    for letter in used:
        flags = {_flags(known) for each in likely if (known := each.letter(letter)) is not None}
        meaning = meanings.get(letter)
        if len(flags) > 1 and (meaning is None or not meaning.flag):
            names = ", ".join(each.id for each in likely)
            table.ask("letter-means-two", letter=letter, sets=names)


def _likely(used: list[str], fits: list[LetterSet], ours: LetterSet) -> list[LetterSet]:
    """Return the sets of which fewest letters are not used, and that of the plan.

    S beside R, A, C and I is RASCI's: a sheet of RACI-VS would have a V somewhere.
    """
    unused = {each.id: len({letter.symbol for letter in each.letters} - set(used)) for each in fits}
    fewest = min(unused.values())
    return [each for each in fits if unused[each.id] == fewest or each.id == ours.id]


def _titles(table: DraftTable) -> str:
    rows = table.canvas.rows.items()
    return " ".join(t for row, cells in rows if row < table.band.top for t in cells.values())
