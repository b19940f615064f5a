"""The search for roles, the same on the board and in the matrix."""

from collections.abc import Mapping

from socplanner.domain.catalogue import Role
from socplanner.domain.ids import PartyId
from socplanner.domain.letters import Cell
from socplanner.domain.plan import Plan
from socplanner.wording.folding import begins_code, code_beginning, fold
from socplanner.wording.language import Words
from socplanner.wording.terms import function_name, party_initials, party_name, role_label


class RoleSearch:
    """Finds roles by code, name or function, or by a party with a letter in them.

    An empty text matches every role.
    """

    def __init__(self, text: str, plan: Plan, words: Words) -> None:
        """Search for `text` in the names of `plan` in the language of `words`."""
        self._wanted = _folded(text)
        self._code_beginning = _code_beginning(text, plan)
        self._words = words
        functions = {role.function for role in plan.roles()} if self._wanted else set()
        self._functions = frozenset(
            code for code in functions if self._is_in(function_name(code, plan.catalogue, words))
        )
        self.parties: frozenset[PartyId] = frozenset(
            party.id
            for party in plan.parties
            if self._wanted
            and not self._code_beginning
            and (
                self._is_in(party_name(party, words))
                or self._wanted == _folded(party_initials(party, words))
            )
        )

    @property
    def is_empty(self) -> bool:
        """Whether the text is empty, so that every role matches."""
        return not self._wanted

    def finds(self, role: Role, letters: Mapping[PartyId, Cell]) -> bool:
        """Return whether `role` with these `letters` of parties matches."""
        return not self._wanted or self.names(role) or not self.parties.isdisjoint(letters)

    def names(self, role: Role) -> bool:
        """Return whether `role` matches by its own name or its function, not by a party."""
        if self._code_beginning:
            return begins_code(self._code_beginning, role.code)
        return role.function in self._functions or self._is_in(role_label(role, self._words))

    def _is_in(self, text: str) -> bool:
        return self._wanted in _folded(text)


def _code_beginning(text: str, plan: Plan) -> str:
    """Return the beginning of codes that `text` is, if a role of `plan` has such a code."""
    beginning = code_beginning(text)
    is_used = beginning and any(begins_code(beginning, role.code) for role in plan.roles())
    return beginning if is_used else ""


def _folded(text: str) -> str:
    """Return `text` for comparison, without spaces around it."""
    return fold(text).strip()
