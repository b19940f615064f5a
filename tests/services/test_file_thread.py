"""A thread for calls that use files: nothing waits for one that is never answered."""

import threading
import time
from collections.abc import Iterator
from functools import partial

import pytest

from socplanner.services.file_thread import FileThread


@pytest.fixture
def answer() -> Iterator[threading.Event]:
    """Return what a call waits for that is not answered."""
    event = threading.Event()
    yield event
    event.set()


def test_calls_are_done_in_order_and_the_newest_of_a_name_counts(answer: threading.Event) -> None:
    thread = FileThread("test")
    done: list[object] = []
    thread.submit("slow", partial(answer.wait, 10))
    assert not thread.wait(0.05)
    for number in range(5):
        thread.submit("read", partial(done.append, number))
    thread.submit("other", partial(done.append, "other"))
    answer.set()
    assert thread.wait(10)
    assert done == [4, "other"]
    thread.end()


def test_what_is_not_answered_delays_no_end(answer: threading.Event) -> None:
    thread = FileThread("test")
    done: list[object] = []
    thread.submit("slow", partial(answer.wait, 10))
    thread.submit("later", partial(done.append, 1))
    begun = time.monotonic()
    thread.end(0.1)
    assert time.monotonic() - begun < 5
    assert thread.has_ended
    answer.set()
    thread.submit("later", partial(done.append, 2))
    assert done == []


def test_an_end_waits_for_what_is_answered() -> None:
    thread = FileThread("test")
    done: list[object] = []
    thread.submit("call", partial(done.append, 1))
    thread.end(10)
    assert done == [1]


def test_an_error_of_the_disk_ends_no_thread() -> None:
    thread = FileThread("test")
    done: list[object] = []

    def fail() -> None:
        raise OSError

    thread.submit("call", fail)
    thread.submit("next", partial(done.append, 1))
    thread.end(10)
    assert done == [1]


def test_a_thread_that_an_error_has_ended_begins_again(monkeypatch: pytest.MonkeyPatch) -> None:
    caught: list[type[BaseException]] = []
    monkeypatch.setattr(threading, "excepthook", lambda args: caught.append(args.exc_type))
    thread = FileThread("test")
    done: list[object] = []

    def fail() -> None:
        raise ZeroDivisionError

    thread.submit("call", fail)
    until = time.monotonic() + 10
    while not caught and time.monotonic() < until:
        time.sleep(0.01)
    time.sleep(0.05)
    thread.submit("next", partial(done.append, 1))
    thread.end(10)
    assert (caught, done) == ([ZeroDivisionError], [1])
