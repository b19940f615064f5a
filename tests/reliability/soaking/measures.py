"""How long gestures take, and what the process keeps of them."""

from __future__ import annotations

import ctypes
import gc
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from statistics import median, quantiles
from typing import NamedTuple

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget


class Timed(NamedTuple):
    """A gesture: its kind, and the seconds of processor time until all was shown."""

    kind: str
    seconds: float


class Kept(NamedTuple):
    """What the process has: MB, objects of Python, widgets, and objects of Qt in the window.

    `mapped` are MB of files, such as fonts and libraries, which the system can drop at any time.
    """

    megabytes: float
    mapped: float
    objects: int
    widgets: int
    children: int
    kinds: Counter[str]


def kept(window: QWidget) -> Kept:
    """Return what the process has once all that is garbage is collected."""
    for _ in range(3):
        gc.collect()
    widgets = QApplication.allWidgets()
    objects = gc.get_objects()
    kinds = Counter(type(each).__name__ for each in objects)
    kinds.update(f"{type(each).__name__} (Qt)" for each in widgets)
    children = len(window.findChildren(QObject))
    return Kept(*resident(), len(objects), len(widgets), children, kinds)


def percentiles(times: Iterable[Timed], kind: str = "") -> tuple[float, float]:
    """Return median and 95th percentile in milliseconds, of one `kind` or of all."""
    chosen = [each.seconds * 1000 for each in times if not kind or each.kind == kind]
    if len(chosen) < 2:
        return (chosen[0], chosen[0]) if chosen else (0.0, 0.0)
    return median(chosen), quantiles(chosen, n=20)[-1]


def grown(before: Kept, after: Kept, most: int = 8) -> Sequence[tuple[str, int]]:
    """Return the classes of which there are more, those with the most first."""
    return (after.kinds - before.kinds).most_common(most)


def _give_back() -> None:
    """Have the allocator return what is free: it would count as kept otherwise."""
    if sys.platform == "linux":
        trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
        if trim is not None:
            trim(0)


def resident() -> tuple[float, float]:
    """Return the MB of memory of the process: its own, and of files that are mapped."""
    gc.collect()
    _give_back()
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    kilobytes = {
        name: each.split()[0]
        for name, _, each in (line.partition(":") for line in lines if "kB" in line)
    }
    return int(kilobytes["RssAnon"]) * 1024 / 1e6, int(kilobytes["RssFile"]) * 1024 / 1e6
