"""Where the settings of a whole machine are looked for; read only where there is a file.

Where there is none, looking for it is all a start pays for.
"""

import os
from collections.abc import Sequence

from socplanner.services.machine_settings import NO_MACHINE_SETTINGS, MachineSettings


def place_of_machine_settings(places: Sequence[str]) -> str | None:
    """Return the first of `places` where a file is, or None."""
    return next((each for each in places if os.path.exists(each)), None)  # noqa: PTH110 it never raises


def machine_settings(places: Sequence[str]) -> MachineSettings:
    """Return what the first file among `places` sets, or nothing where there is none."""
    place = place_of_machine_settings(places)
    if place is None:
        return NO_MACHINE_SETTINGS
    from socplanner.services.machine_reading import read_machine_settings

    return read_machine_settings(place)
