"""Enumerations made quickly are those that Python makes; whatever is not plain, Python makes."""

import copy
import types
from collections.abc import Callable, Iterator
from enum import KEEP, Enum, EnumType, Flag, IntEnum, IntFlag
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6 import QtCore, QtGui, QtWidgets

from socplanner.services import qt_enums
from socplanner.services.qt_enums import make_enums_quickly

KINDS = (Enum, IntEnum, Flag, IntFlag)
Members = list[tuple[str, int]]


@pytest.fixture(autouse=True)
def _python_comes_back() -> Iterator[None]:
    before = vars(EnumType)["_create_"]
    make_enums_quickly()
    yield
    EnumType._create_ = before  # type: ignore[attr-defined]


def is_quick() -> bool:
    """Tell whether enumerations are made quickly now."""
    return vars(EnumType)["_create_"] is qt_enums._create


def by_python(kind: Any, members: object) -> type[Enum]:
    """Return the enumeration that Python makes of `members`."""
    EnumType._create_ = qt_enums._by_python  # type: ignore[attr-defined]
    try:
        return quickly(kind, members)
    finally:
        make_enums_quickly()


def quickly(kind: Any, members: object) -> type[Enum]:
    """Return the enumeration that PySide gets for `members`."""
    made: type[Enum] = kind("Colour", members, boundary=KEEP)
    return made


def told(flags: Flag) -> str:
    """Return the single flags in `flags`; Python stumbles over some of those of Qt."""
    try:
        return repr(list(flags))
    except (AttributeError, ValueError) as error:
        return str(error)


def tried(found: Enum, numbers: list[int]) -> Iterator[object]:
    """Yield what a flag gives when it is combined with others of its kind."""
    kind = type(found)
    for number in numbers:
        other = kind(number)
        for result in (found | other, found & other, found ^ other, ~found):  # type: ignore[operator]
            yield repr(result), result.value, told(result), bool(result)
            yield other in result


def asked(kind: type[Enum], number: int) -> str:
    """Return what the enumeration says to a number, be it an error."""
    try:
        return repr(kind(number))
    except (TypeError, ValueError) as error:
        return str(error)


def shown(kind: type[Enum]) -> list[object]:
    """Return all that can be seen of an enumeration."""
    said: list[object] = [
        list(kind.__members__),
        [each.name for each in kind],
        [each.name for each in reversed(kind)],
        sorted(vars(kind)),
        sorted(dir(kind)),
        kind.__bases__,
        kind.__module__,
    ]
    said += [(book, repr(vars(kind)[book])) for book in sorted(qt_enums._BOOKS & set(vars(kind)))]
    for name, member in kind.__members__.items():
        assert getattr(kind, name) is kind[name] is member is kind(member.value)
        assert copy.deepcopy(member) is member
        said += [member.name, member.value, repr(member), str(member), f"{member}", hash(member)]
        said += [sorted(vars(member).keys() - {"__objclass__"}), vars(member)["_sort_order_"]]
        said += [type(member).__name__, isinstance(member, int)]
    said += [dir(member) for member in list(kind)[:2]]
    said += [asked(kind, number) for number in (0, 3, -2, 12_345_678)]
    if issubclass(kind, Flag):
        few = list(kind.__members__.values())[:8]
        for member in few:
            said += tried(member, [each.value for each in few])
    return said


def made_or_refused(
    make: Callable[[Any, Members], type[Enum]], kind: type[Enum], members: Members
) -> object:
    """Return all that can be seen of what is made, or why it cannot be."""
    try:
        return shown(make(kind, members))
    except Exception as error:  # noqa: BLE001  # whatever it is, it must be the same
        return type(error), str(error)


def enumerations_of_qt() -> Iterator[type[Enum]]:
    """Yield every enumeration that PySide has made of Qt's."""
    for module in (QtCore, QtGui, QtWidgets):
        for name in dir(module):
            found = getattr(module, name)
            inner = vars(found).values() if isinstance(found, type) else ()
            for each in (found, *inner):
                if isinstance(each, type) and issubclass(each, Enum) and each not in KINDS:
                    yield each


def test_this_python_keeps_no_books_that_are_not_known() -> None:
    assert is_quick()


def test_every_enumeration_of_qt_is_as_python_makes_it() -> None:
    count = 0
    for each in enumerations_of_qt():
        kind = next(base for base in each.__mro__ if base in KINDS)
        members = [(name, member.value) for name, member in each.__members__.items()]
        assert shown(quickly(kind, members)) == shown(by_python(kind, members)), each
        count += 1
    assert count > 500


NAMES = st.text("abcXYZ_", min_size=1, max_size=3).filter(lambda name: name != "mro")
NUMBERS = st.one_of(st.integers(-9, 40), st.sampled_from([1 << bit for bit in range(33)]))


@given(st.sampled_from(KINDS), st.lists(st.tuples(NAMES, NUMBERS), unique_by=lambda each: each[0]))
def test_any_enumeration_is_as_python_makes_it(kind: type[Enum], members: Members) -> None:
    assert made_or_refused(quickly, kind, members) == made_or_refused(by_python, kind, members)


@pytest.mark.parametrize("name", ["name", "value", "mro", "_missing_", "__len__", "_x", "real"])
def test_names_that_mean_something_are_left_to_python(name: str) -> None:
    made = made_or_refused(quickly, IntEnum, [("red", 1), (name, 2)])
    assert made == made_or_refused(by_python, IntEnum, [("red", 1), (name, 2)])


@pytest.mark.parametrize(
    "members", ["red green", ["red", "green"], {"red": 1, "green": 2}, [("red", "1")], ()]
)
def test_whatever_else_can_be_asked_of_enum_is_given(members: object) -> None:
    assert shown(quickly(Enum, members)) == shown(by_python(Enum, members))


def test_a_kind_of_somebody_is_left_to_python() -> None:
    class Told(Enum):
        def __init__(self, number: int) -> None:
            self.twice = 2 * number

    assert vars(quickly(Told, [("red", 2)])["red"])["twice"] == 4


def test_a_type_mixed_in_is_left_to_python() -> None:
    kind: Any = Enum
    made = kind("Text", [("red", 1)], type=str)
    assert isinstance(made["red"], str)


def test_python_with_other_books_makes_its_enumerations_itself(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    EnumType._create_ = qt_enums._by_python  # type: ignore[attr-defined]
    monkeypatch.setattr(qt_enums, "_BOOKS", qt_enums._BOOKS - {"_flag_mask_"})
    make_enums_quickly()
    assert not is_quick()


def asked_otherwise(cls: type[Enum], name: str, members: object) -> None:
    """Make an enumeration in a Python that names what it asks for by other names."""


@pytest.mark.parametrize("door", [None, asked_otherwise])
def test_python_without_the_door_makes_its_enumerations_itself(
    monkeypatch: pytest.MonkeyPatch, door: object
) -> None:
    EnumType._create_ = qt_enums._by_python  # type: ignore[attr-defined]
    monkeypatch.setattr(qt_enums, "_by_python", door)
    make_enums_quickly()
    assert not is_quick()


def newer(cls: type[Enum], class_name: str, names: object, **given: Any) -> type[Enum]:
    """Make an enumeration in a Python that keeps a book of the values that can be looked up."""
    made: Any = before_newer(cls, class_name, names, **given)
    made._hashable_values_ = []
    return made  # type: ignore[no-any-return]


before_newer: Any = qt_enums._by_python


def test_newer_pythons_find_their_book_of_values_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(qt_enums, "_by_python", newer)
    make_enums_quickly()
    made = quickly(Enum, [("red", 1), ("rouge", 1), ("green", 2)])
    assert vars(made)["_hashable_values_"] == [1, 2]


def test_the_module_is_that_of_the_caller() -> None:
    module = types.ModuleType("painter")
    exec("from enum import Enum\nmade = Enum('Made', [('red', 1)])", vars(module))
    assert vars(module)["made"].__module__ == "painter"
