"""Erlang C: how long callers wait for one of several agents.

It assumes calls at random, one queue, and callers who never give up. It asks for too many agents
where there are few calls, and real alerts come in bursts: a floor for the busiest hour, no more.
Above 85 to 90 % occupancy the wait may still be short, but people burn out.
"""

from math import ceil, exp
from typing import NamedTuple

MOST_AGENTS = 2_000


class QueueLoad(NamedTuple):
    """Calls in an interval, and how long each takes; both times in seconds."""

    calls: float
    interval: float
    handling: float

    @property
    def erlangs(self) -> float | None:
        """The agents that would be busy without a break; None for an interval of nothing."""
        return self.calls * self.handling / self.interval if self.interval else None


def waiting_share(load: QueueLoad, agents: int) -> float | None:
    """Return the share of callers who wait; None where the queue would grow for ever."""
    erlangs = load.erlangs
    if erlangs is None or agents <= erlangs or agents < 1:
        return None
    blocked = 1.0
    for number in range(1, agents + 1):
        blocked = erlangs * blocked / (number + erlangs * blocked)
    busy = erlangs / agents
    return blocked / (1 - busy * (1 - blocked))


def service_level(load: QueueLoad, agents: int, within: float) -> float | None:
    """Return the share of callers who are answered `within` seconds."""
    waiting = waiting_share(load, agents)
    erlangs = load.erlangs
    if waiting is None or erlangs is None or not load.handling:
        return None
    return 1 - waiting * exp(-(agents - erlangs) * within / load.handling)


def mean_wait(load: QueueLoad, agents: int) -> float | None:
    """Return how many seconds a caller waits on average."""
    waiting = waiting_share(load, agents)
    if waiting is None or load.erlangs is None:
        return None
    return waiting * load.handling / (agents - load.erlangs)


def occupancy(load: QueueLoad, agents: int) -> float | None:
    """Return the share of their time in which `agents` are busy."""
    return None if load.erlangs is None or agents < 1 else load.erlangs / agents


def agents_for(load: QueueLoad, level: float, within: float) -> int | None:
    """Return the fewest agents who answer the share `level` of callers `within` seconds.

    None for a share of 1, and where `MOST_AGENTS` are not enough.
    """
    if load.erlangs is None or level >= 1:
        return None
    for agents in range(max(1, int(load.erlangs)), MOST_AGENTS):
        answered = service_level(load, agents, within)
        if answered is not None and answered >= level:
            return agents
    return None


def employed_for(agents: int, shrinkage: float) -> int | None:
    """Return how many people to employ for `agents` at once, of whom a share is away."""
    return ceil(round(agents / (1 - shrinkage), 9)) if shrinkage < 1 else None
