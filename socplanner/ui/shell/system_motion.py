"""Whether the system asks programs to show no motion, imported after the start."""

import sys

_CLIENT_AREA_ANIMATION = 0x1042


def system_reduces_motion() -> bool:
    """Return whether animations are switched off in the settings of Windows.

    Qt has no answer for all systems; elsewhere the menu of the program decides.
    """
    if sys.platform == "win32":
        import ctypes

        is_on = ctypes.c_int(1)
        read = ctypes.windll.user32.SystemParametersInfoW
        read(_CLIENT_AREA_ANIMATION, 0, ctypes.byref(is_on), 0)
        return not is_on.value
    return False
