"""A name stands in two languages, or as one in both."""

from socplanner.domain.local_text import LocalText


def test_a_text_is_returned_in_the_requested_language() -> None:
    text = LocalText("監視", "Monitoring")
    assert (text.in_("ja"), text.in_("en")) == ("監視", "Monitoring")
    assert LocalText.same("SOC") == LocalText("SOC", "SOC")


def test_one_language_changes_without_the_other() -> None:
    text = LocalText("監視", "Monitoring")
    assert text.replaced("ja", "運用") == LocalText("運用", "Monitoring")
    assert text.replaced("en", "Operations") == LocalText("監視", "Operations")


def test_a_name_that_is_the_same_in_both_stays_so() -> None:
    assert LocalText.same("SOC").replaced("en", "CSIRT") == LocalText.same("CSIRT")
