"""The letter sets that fit the letters of a sheet, and letters of the sheet that no set has."""

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
    """Ids of the sets that have every letter, likeliest first, or the letters that no set has."""

    sets: tuple[str, ...]
    unmatched: tuple[str, ...]


def fit_letters(
    table: DraftTable, meanings: dict[str, Meaning], sets: Sequence[LetterSet]
) -> LetterFit:
    """Return which of `sets` fit; ask about letters that do not, or that have two meanings.

    `meanings` are those of legends, `sets` begin with the plan's. Answered letters always fit.
    """
    counts = Counter(
        letter for task in table.tasks for cell in task.cells for letter in cell.letters
    )
    used = [letter for letter in counts if letter != UNDECIDED_LETTER]
    answered = [letter for letter in used if letter in table.answers.letters]
    open_letters = [letter for letter in used if letter not in answered]
    fits = [each for each in sets if all(_fits(each, letter, meanings) for letter in open_letters)]
    if not any(letter in meanings for letter in open_letters) and is_other_set(open_letters):
        fits = []
    if fits:
        _ask_two_meanings(table, open_letters, meanings, fits, sets[0])
        return LetterFit(tuple(each.id for each in _by_title(table, fits)), ())
    best = max(sets, key=lambda each: sum(_fits(each, letter, meanings) for letter in open_letters))
    unmatched = [letter for letter in open_letters if not _fits(best, letter, meanings)]
    if len(unmatched) * 2 > len(open_letters) or is_other_set(open_letters):
        unmatched = open_letters  # another set, of which one or two letters are also in a known one
    _ask_about_letters(table, unmatched, counts, meanings, usual_readings(used, sets))
    return LetterFit((), tuple(unmatched))


def _ask_about_letters(
    table: DraftTable,
    unmatched: list[str],
    counts: Counter[str],
    meanings: Mapping[str, Meaning],
    usual: Mapping[str, str],
) -> None:
    """Ask what letters mean that no set has; one question for all that have a usual meaning."""
    unknown = [
        letter for letter in unmatched if letter not in meanings or not meanings[letter].flag
    ]
    explained = {letter: meanings[letter].text for letter in unknown if letter in meanings}
    suggested = [letter for letter in unknown if letter in usual and not explained.get(letter)]
    if len(suggested) > 1 and not table.answers.singly:
        pairs = ", ".join(f"{letter} = {usual[letter] or '–'}" for letter in suggested)
        readings = tuple(usual[letter] for letter in suggested)
        table.ask("letters-usual", letters=tuple(suggested), readings=readings, pairs=pairs)
        unknown = [letter for letter in unknown if letter not in suggested]
    for letter in unknown:
        values = {"letter": letter, "times": counts[letter], "says": explained.get(letter, "")}
        if letter not in suggested:
            table.ask("own-letter-says" if values["says"] else "own-letter", **values)
        elif usual[letter]:
            table.ask("own-letter-usual", usual=usual[letter], **values)
        else:
            table.ask("own-letter-none", **values)


def _fits(letters: LetterSet, letter: str, meanings: Mapping[str, Meaning]) -> bool:
    """Return whether the set has `letter`, and no legend gives it another meaning."""
    set_letter = letters.letter(letter)
    if set_letter is None:
        return False
    meaning = meanings.get(letter)
    flag = meaning.flag if meaning is not None else ""
    return not flag or flag in _flags(set_letter)


def _flags(letter: Letter) -> tuple[str, ...]:
    return tuple(flag for flag in FLAGS if getattr(letter, flag))


def _by_title(table: DraftTable, fits: list[LetterSet]) -> list[LetterSet]:
    """Return the sets, first the ones that the sheet's name or a title above the table names."""
    top = table.band.top
    titles = [table.canvas.grid.name]
    titles += [t for row, cells in table.canvas.rows.items() if row < top for t in cells.values()]
    text = flattened(" ".join(titles))
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
    """Ask about letters with different meanings in the fitting sets, unless a title names a set."""
    ranked = _by_title(table, fits)
    if flattened(ranked[0].id) in flattened(table.canvas.grid.name + " " + _titles(table)).split():
        return
    likely = _likely(used, fits, ours)
    for letter in used:
        flags = {
            _flags(set_letter) for each in likely if (set_letter := each.letter(letter)) is not None
        }
        meaning = meanings.get(letter)
        if len(flags) > 1 and (meaning is None or not meaning.flag):
            names = ", ".join(each.id for each in likely)
            table.ask("letter-means-two", letter=letter, sets=names)


def _likely(used: list[str], fits: list[LetterSet], ours: LetterSet) -> list[LetterSet]:
    """Return the sets with the fewest unused letters, and `ours`, the plan's set.

    S beside R, A, C and I is RASCI's: a sheet of RACI-VS would have a V somewhere.
    """
    unused = {each.id: len({letter.symbol for letter in each.letters} - set(used)) for each in fits}
    fewest = min(unused.values())
    return [each for each in fits if unused[each.id] == fewest or each.id == ours.id]


def _titles(table: DraftTable) -> str:
    rows = table.canvas.rows.items()
    return " ".join(t for row, cells in rows if row < table.band.top for t in cells.values())
