"""A signal of the system reaches an event loop that runs no Python code."""

import os
import signal
import sys

import pytest
from pytestqt.qtbot import QtBot

from socplanner.services.end_requests import EndRequests

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals are of POSIX")


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_is_a_request(qtbot: QtBot, number: signal.Signals) -> None:
    before = signal.getsignal(number)
    requests = EndRequests()
    with qtbot.waitSignal(requests.requested):
        os.kill(os.getpid(), number)
    requests.end()
    assert signal.getsignal(number) == before
