"""A mapping that shares most of another reads as one that was copied and changed."""

from types import MappingProxyType

from hypothesis import given
from hypothesis import strategies as st

from socplanner.domain.overlay import Overlay, layered, unshared_entries

MANY = MappingProxyType({f"r{n}": n for n in range(300)})
keys = st.sampled_from([f"r{n}" for n in (*range(8), 298, 299, 300, 301)])
news = st.dictionaries(keys, st.one_of(st.none(), st.integers(1000, 1009)), max_size=6)


@given(st.lists(news, max_size=8))
def test_a_chain_of_changes_reads_as_a_copy_changed_in_place(
    steps: list[dict[str, int | None]],
) -> None:
    mapping, messages = layered(MANY, {}), dict(MANY)
    for step in steps:
        before, current = mapping, dict(messages)
        mapping = layered(mapping, step)
        for key, value in step.items():
            if value is None:
                messages.pop(key, None)
            else:
                messages[key] = value
        assert before == current
    assert set(mapping.items()) == set(messages.items())
    assert list(mapping) == list(mapping.keys()) == [key for key, _ in mapping.items()]
    assert list(mapping.values()) == [mapping[key] for key in mapping]
    assert len(mapping) == len(messages)
    assert mapping == messages
    for key in ("r0", "r299", "r301", "none"):
        assert mapping.get(key) == messages.get(key)
        assert mapping.get(key, -1) == messages.get(key, -1)
        assert (key in mapping) == (key in messages)
        try:
            result: int | None = mapping[key]
        except KeyError:
            result = None
        assert result == messages.get(key)


def test_few_entries_are_copied_and_many_differences_laid_down() -> None:
    assert isinstance(layered({"a": 1}, {"b": 2}), MappingProxyType)
    few = layered(MANY, {f"r{n}": 0 for n in range(18)})
    assert isinstance(few, Overlay)
    assert few.base is MANY
    again = layered(few, {"r0": 5})
    assert isinstance(again, Overlay)
    assert again.base is MANY
    assert isinstance(layered(few, {"r100": 5}), MappingProxyType)
    assert layered(few, {"r100": 5})["r100"] == 5


def test_laying_one_over_another_merges_neither() -> None:
    first = layered(MANY, {"r0": 5})
    second = layered(first, {"r1": 6})
    assert (second["r0"], second.get("r1"), "r2" in second) == (5, 6, True)
    for each, number in ((first, 1), (second, 2)):
        assert isinstance(each, Overlay)
        assert each.base is MANY
        assert unshared_entries(each) == number
        assert len(list(each.items())) == len(each) == 300
