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
        chosen = self._chosen.get(difference.address, _UNTOUCHED)
        if chosen is not _UNTOUCHED and (chosen is None or chosen in difference.proposals):
            return None if difference.pending else chosen
        return difference.proposals[0] if difference.is_sure else None

    def choose(self, difference: Difference, value: str | None) -> None:
        """Choose `value`, None to keep that of the plan; raise ValueError if it is not proposed."""
        if value is not None and value not in difference.proposals:
            raise ValueError(value)
        self._chosen[difference.address] = value

    def choose_all(self, differences: Iterable[Difference], *, is_accepted: bool) -> None:
        """Import or leave out all `differences`; those with several values are only left out."""
        for difference in differences:
            if can_be_ticked(difference):
                self.choose(difference, difference.proposals[0] if is_accepted else None)
            elif not is_accepted:
                self.choose(difference, None)

    def accepted(self, review: Review) -> tuple[Accepted, ...]:
        """Return the values of `review` to import, by address."""
        chosen = ((each.address, self.of(each)) for each in review.differences)
        return tuple(Accepted(address, value) for address, value in chosen if value is not None)


def can_be_ticked(difference: Difference) -> bool:
    """Return whether exactly one value is proposed, and no open question concerns it."""
    return len(difference.proposals) == 1 and not difference.pending


_UNTOUCHED = "\0"
