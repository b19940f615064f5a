"""The places of the machine-wide settings file; it is read only where there is one.

Where there is none, a start costs no more than looking for it.
"""

import os
from collections.abc import Sequence

from socplanner.services.machine_settings import NO_MACHINE_SETTINGS, MachineSettings


def place_of_machine_settings(places: Sequence[str]) -> str | None:
    """Return the first of `places` where a file is, or None."""
    return next((each for each in places if os.path.exists(each)), None)  # noqa: PTH110 it never raises


def machine_settings(places: Sequence[str]) -> MachineSettings:
    """Return the settings of the first file among `places`; none set where there is no file."""
    place = place_of_machine_settings(places)
    if place is None:
        return NO_MACHINE_SETTINGS
    from socplanner.services.machine_reading import read_machine_settings

    return read_machine_settings(place)
