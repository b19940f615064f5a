"""A section of the plan file as a value, and the ids that sections refer to."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, NamedTuple

from socplanner.domain.catalogue import Catalogue
from socplanner.domain.ids import PhaseId
from socplanner.domain.letters import LetterSet
from socplanner.domain.plan import Plan
from socplanner.formats.format_error import FormatError, Path, refused
from socplanner.formats.plan.shapes import Shape, nearest
from socplanner.formats.plan.yaml_reading import Tree

TreeMapping = dict[str, Tree]
"""A mapping of a file that fits its shape, without extension keys."""


@dataclass(slots=True)
class References:
    """What sections refer to: catalogue, letters, and the ids of the sections read so far.

    A reader adds the ids of its section; sections are read in the order of `SECTIONS`.
    """

    catalogue: Catalogue
    letter_set: LetterSet
    custom_sets: tuple[LetterSet, ...] = ()
    parties: frozenset[str] = frozenset()
    roles: frozenset[str] = frozenset()
    phases: frozenset[str] = frozenset()
    phase_order: tuple[PhaseId, ...] = ()
    counterparts: frozenset[str] = frozenset()

    def unknown_party(self, party: str, path: Path) -> FormatError:
        """Return the error for the id `party`, which no party of the file has."""
        if not self.parties:
            return refused("unknown-party", path, party=party)
        near = nearest(party, tuple(sorted(self.parties)))
        return refused("unknown-party-in-file", path, party=party, nearest=near)

    def unknown_phase(self, phase: str, path: Path) -> FormatError:
        """Return the error for the id `phase`, which no phase of the file has."""
        near = nearest(phase, tuple(sorted(self.phases)))
        return refused("unknown-phase-in-file", path, phase=phase, nearest=near)

    def unknown_role(self, role: str, path: Path) -> FormatError:
        """Return the error for the id `role`, which no role of catalogue and file has."""
        near = nearest(role, tuple(sorted(self.roles)))
        return refused("unknown-role-in-file", path, role=role, nearest=near)


class Section(NamedTuple):
    """A key at the top of a plan file with its shape, for one field of `Plan`.

    `read` returns the value of the field from the tree of the section, None where the file has no
    such key; it raises FormatError with the path of what is wrong. `written` returns the tree of a
    plan's value, or None where the key is left out.
    """

    key: str
    field: str
    shape: Shape
    read: Callable[[Tree, References], Any]
    written: Callable[[Plan], Any]
    is_required: bool = False
