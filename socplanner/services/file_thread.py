"""A thread for calls that use files beside the work in the window.

Rules:

- The window never waits for a call: a share that does not answer delays the thread alone.
- Of two calls of the same name that wait, the newer one replaces the other: they never queue.
- A thread that still waits for a share when the program ends is left alone, and ends with it.
"""

import contextlib
import threading
from collections.abc import Callable

_LONGEST_END = 1.0
"""Seconds that `end` waits for the calls before it."""


class FileThread:
    """Does calls one after the other; the thread begins with the first."""

    def __init__(self, name: str) -> None:
        """Name the thread."""
        self._name = name
        self._changed = threading.Condition()
        self._waiting: dict[str, Callable[[], object]] = {}
        self._is_busy = self._has_ended = False
        self._thread: threading.Thread | None = None

    def submit(self, name: str, call: Callable[[], object]) -> None:
        """Have `call` done soon, in place of one of this `name` that waits.

        An OSError of it counts as an answer that never came.
        """
        with self._changed:
            if self._has_ended:
                return
            self._waiting[name] = call
            if self._thread is None or not self._thread.is_alive():
                self._is_busy = False
                self._thread = threading.Thread(target=self._run, name=self._name, daemon=True)
                self._thread.start()
            self._changed.notify_all()

    def wait(self, seconds: float) -> bool:
        """Wait until every call is done; return whether that is so after `seconds`."""
        with self._changed:
            return self._changed.wait_for(self._is_idle, seconds)

    @property
    def has_ended(self) -> bool:
        """Whether results are not wanted any more."""
        return self._has_ended

    def end(self, seconds: float = _LONGEST_END) -> None:
        """End after the calls that wait, or leave the thread alone after `seconds`."""
        self.wait(seconds)
        with self._changed:
            self._has_ended = True
            self._waiting = {}
            self._changed.notify_all()
        if self._thread is not None and not self._is_busy:
            self._thread.join(seconds)

    def _is_idle(self) -> bool:
        return not self._waiting and not self._is_busy

    def _run(self) -> None:
        while True:
            with self._changed:
                self._is_busy = False
                self._changed.notify_all()
                self._changed.wait_for(self._has_work)
                if self._has_ended:
                    return
                call = self._waiting.pop(next(iter(self._waiting)))
                self._is_busy = True
            with contextlib.suppress(OSError):
                call()

    def _has_work(self) -> bool:
        return bool(self._waiting) or self._has_ended
