"""Makes the enumerations of Qt without the detours that `enum` takes for each member.

PySide6 makes all enumerations of a class when the class is first touched, by calling `Enum` or one
of its kin: before the first paint more than two hundred, with four thousand members, a quarter of
what a start costs. For each member `enum` puts a stand-in into the class, takes it out again, and
looks through all bases for a property of that name. Here `enum` makes the class without members,
and they are then written into it as they would be in the end.

What comes out is the same; tests compare every enumeration of Qt. Whatever is not plain is left to
`enum`, and so is everything where Python keeps books in an enumeration that are not known here.
"""

import sys
from collections.abc import Sequence
from enum import Enum, EnumType, Flag, IntEnum, IntFlag
from typing import Any

_KINDS = (Enum, IntEnum, Flag, IntFlag)
_TAKEN = {"", "mro"}.union(*(vars(base) for kind in _KINDS for base in kind.__mro__))
_BOOKS = {
    *("_generate_next_value_", "_member_map_", "_member_names_", "_member_type_", "_new_member_"),
    *("_use_args_", "_value2member_map_", "_value_repr_"),
    *("_hashable_values_", "_unhashable_values_", "_unhashable_values_map_"),
    *("_all_bits_", "_boundary_", "_flag_mask_", "_inverted_", "_singles_mask_"),
}
_ASKED = ("cls", "class_name", "names")
_by_python: Any = vars(EnumType).get("_create_")


def make_enums_quickly() -> None:
    """Have whoever calls `Enum` or its kin with names and numbers get the enumeration sooner."""
    if _by_python is None or _by_python.__code__.co_varnames[: len(_ASKED)] != _ASKED:
        return
    books = {name for name in vars(_by_python(Flag, "Empty", ())) if name[1] != "_"}
    if books <= _BOOKS:
        EnumType._create_ = _create  # type: ignore[attr-defined]  # it is none of the public ones


def _create(cls: type[Enum], class_name: str, names: Any, **given: Any) -> type[Enum]:
    """Do what `EnumType._create_` does, called as that is, by `EnumType.__call__`."""
    if given.get("module") is None:
        given["module"] = sys._getframe(2).f_globals.get("__name__")  # noqa: SLF001  # as it does
    is_quick = cls in _KINDS and given.get("type") is None and _are_plain(names)
    made: type[Enum] = _by_python(cls, class_name, () if is_quick else names, **given)
    if is_quick:
        _fill(made, names)
    return made


def _are_plain(members: object) -> bool:
    """Tell whether `members` are names, each once and none with a meaning, and whole numbers."""
    if not isinstance(members, list):
        return False
    try:
        numbers = dict(members)
        return (
            len(numbers) == len(members)
            and {int}.issuperset(map(type, numbers.values()))
            and _TAKEN.isdisjoint(numbers)
            and not [name for name in numbers if name[0] == "_"]
        )
    except (TypeError, ValueError):
        return False


def _fill(made: Any, members: Sequence[tuple[str, int]]) -> None:
    """Write `members` into `made`, which has none."""
    is_flag, is_number = issubclass(made, Flag), issubclass(made, int)
    named, names, numbered = made._member_map_, made._member_names_, made._value2member_map_
    new, put = made._new_member_, type.__setattr__
    for name, number in members:
        member = numbered.get(number)
        if member is None:
            member = numbered[number] = new(made, number) if is_number else new(made)
            member._name_, member._value_ = name, number
            member.__objclass__, member._sort_order_ = made, len(names)
            if not is_flag or _is_single_bit(number):
                names.append(name)
        named[name] = member
        put(made, name, member)
    if "_hashable_values_" in vars(made):
        made._hashable_values_.extend(numbered)
    if is_flag:
        _keep_books_of_bits(made, list(numbered))


def _keep_books_of_bits(made: Any, numbers: list[int]) -> None:
    """Write down which bits the flags of `made` have, and go through them as they were named."""
    mask = singles = 0
    for number in numbers:
        mask |= number
        if _is_single_bit(number):
            singles |= number
    made._flag_mask_ = mask
    made._singles_mask_ = singles
    made._all_bits_ = 2 ** mask.bit_length() - 1
    order = [made[name]._value_ for name in made._member_names_]
    if order != sorted(order):
        made._iter_member_ = made._iter_member_by_def_


def _is_single_bit(number: int) -> bool:
    return number > 0 and not number & (number - 1)
