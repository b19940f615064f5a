"""The planner's choices about differences; a sure change is imported unless it is left out."""

from collections.abc import Iterable

from socplanner.domain.duty_values import Accepted, DutyAddress
from socplanner.domain.reimport.review import Difference, Review


class Choices:
    """Stores the value to import for each address; None keeps the value of the plan."""

    def __init__(self) -> None:
        """Begin without choices of the planner."""
        self._chosen: dict[DutyAddress, str | None] = {}

    def of(self, difference: Difference) -> str | None:
        """Return the value to import, or None to leave the plan as it is."""
        if self._is_chosen(difference):
            return None if difference.pending else self._chosen[difference.address]
        return difference.proposals[0] if difference.is_sure else None

    def is_open(self, difference: Difference) -> bool:
        """Return whether only the planner can decide, and has not yet."""
        return not (self._is_chosen(difference) or difference.is_sure or difference.pending)

    def choose(self, difference: Difference, value: str | None) -> None:
        """Choose `value`, None to keep that of the plan; raise ValueError if it is not proposed."""
        if value is not None and value not in difference.proposals:
            raise ValueError(value)
        self._chosen[difference.address] = value

    def choose_all(self, differences: Iterable[Difference], *, is_accepted: bool) -> None:
        """Import or leave out all `differences`; those with several values are only left out."""
        for difference in differences:
            if not is_accepted:
                self.choose(difference, None)
            elif has_one_proposal(difference) and not difference.pending:
                self.choose(difference, difference.proposals[0])

    def accepted(self, review: Review) -> tuple[Accepted, ...]:
        """Return the values of `review` to import, by address."""
        chosen = ((each.address, self.of(each)) for each in review.differences)
        return tuple(Accepted(address, value) for address, value in chosen if value is not None)

    def _is_chosen(self, difference: Difference) -> bool:
        """Return whether the planner chose something that is still proposed."""
        if difference.address not in self._chosen:
            return False
        value = self._chosen[difference.address]
        return value is None or value in difference.proposals


def has_one_proposal(difference: Difference) -> bool:
    """Return whether exactly one value is proposed."""
    return len(difference.proposals) == 1
