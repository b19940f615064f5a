"""What the planner has decided of each difference; a plain change is taken unless left out."""

from collections.abc import Iterable

from socplanner.domain.duty_values import Accepted, DutyAddress
from socplanner.domain.reimport.review import Difference, Review


class Choices:
    """Remembers, for each topic, the value to take; None leaves what the plan says."""

    def __init__(self) -> None:
        """Begin with nothing decided by hand."""
        self._chosen: dict[DutyAddress, str | None] = {}

    def of(self, difference: Difference) -> str | None:
        """Return the value to take, or None to leave the plan as it is."""
        chosen = self._chosen.get(difference.address, _UNTOUCHED)
        if chosen is not _UNTOUCHED and (chosen is None or chosen in difference.proposals):
            return None if difference.pending else chosen
        return difference.proposals[0] if difference.is_sure else None

    def choose(self, difference: Difference, value: str | None) -> None:
        """Take `value`, or leave what the plan says; ValueError for what nobody offers."""
        if value is not None and value not in difference.proposals:
            raise ValueError(value)
        self._chosen[difference.address] = value

    def choose_all(self, differences: Iterable[Difference], *, is_accepted: bool) -> None:
        """Take or leave each of `differences` that offers just one value."""
        for each in differences:
            if can_be_ticked(each):
                self.choose(each, each.proposals[0] if is_accepted else None)
            elif not is_accepted:
                self.choose(each, None)

    def accepted(self, review: Review) -> tuple[Accepted, ...]:
        """Return all that is to be taken of `review`."""
        chosen = ((each.address, self.of(each)) for each in review.differences)
        return tuple(Accepted(address, value) for address, value in chosen if value is not None)


def can_be_ticked(difference: Difference) -> bool:
    """Return whether there is just one thing to take, and nothing to be answered before."""
    return len(difference.proposals) == 1 and not difference.pending


_UNTOUCHED = "\0"
