"""Loading Qt puts off what PySide6 seldom needs, and takes nothing away."""

from tests.support.fresh_process import said_by

_WRONG_CALLS = """
from PySide6.QtCore import QObject, QPoint, QRect, QTimer
from PySide6.QtGui import QColor, QPainter
wrong = [
    lambda: QPoint("x"), lambda: QPoint(1, 2, 3, 4), lambda: QObject(colour=1),
    lambda: QTimer().setInterval(), lambda: QTimer().start(msec=1, more=2), lambda: QRect(QPoint()),
    lambda: QColor(1.5, "a"), lambda: QPainter().drawText(1), lambda: QTimer.singleShot("soon"),
]
for call in wrong:
    try:
        call()
    except Exception as error:
        print(type(error).__name__, error)
print(QTimer.singleShot.__doc__)
"""
_LOAD = "from socplanner.services.qt_loading import load_qt; load_qt()\n"
_ENUMERATIONS = """
import pickle
from enum import Enum
from PySide6 import QtCore, QtGui, QtWidgets
for module in (QtCore, QtGui, QtWidgets):
    for found in (getattr(module, name) for name in dir(module)):
        for name in dir(found) if isinstance(found, type) else ():
            kind = getattr(found, name, None)
            if isinstance(kind, type) and issubclass(kind, Enum):
                print(kind, kind.__module__, kind.__qualname__, kind.__bases__, *kind.__members__)
                for member in kind:
                    print(repr(member), member, pickle.dumps(member))
"""
_WAITING = (
    "import sys; print(*sorted(name.rpartition('.')[2] for name, module in sys.modules.items() "
    "if name.startswith('shibokensupport') and type(module).__name__ == '_PutOff'))"
)


def test_a_wrong_call_is_told_in_the_words_of_pyside() -> None:
    told = said_by(_WRONG_CALLS)
    assert "Supported signatures" in told
    assert said_by(_LOAD + _WRONG_CALLS) == told


def test_the_enumerations_are_those_of_pyside() -> None:
    told = said_by(_ENUMERATIONS)
    assert told.count("\n") > 5000
    assert said_by(_LOAD + _ENUMERATIONS) == told


def test_what_writes_type_stubs_and_parses_signatures_waits_until_it_is_asked_for() -> None:
    window = "from PySide6.QtWidgets import QApplication, QWidget; app = QApplication([])\n"
    show = "window = QWidget(); window.show(); app.processEvents()\n"
    waiting = said_by(_LOAD + window + show + _WAITING)
    assert waiting == "enum_sig errorhandler layout parser pyi_generator\n"


def test_python_keeps_its_own_import() -> None:
    code = "import builtins; own = builtins.__import__\n" + _LOAD
    told = said_by(
        code + "from PySide6.QtWidgets import QWidget; print(builtins.__import__ is own)"
    )
    assert told == "True\n"


def test_loading_twice_or_after_others_have_loaded_it_changes_nothing() -> None:
    code = "import PySide6.QtCore\n" + _LOAD + "load_qt()\n"
    assert said_by(code + _WAITING) == "\n"
