"""Texts that a screen reader reads when they are shown.

The class of Qt is imported with the first one: its enumerations of all roles and events would be
made at every start.
"""

from PySide6.QtWidgets import QWidget


def has_screen_reader() -> bool:
    """Return whether a screen reader, or another program of that kind, is connected."""
    from PySide6.QtGui import QAccessible

    return QAccessible.isActive()


def announce(widget: QWidget, text: str, *, is_urgent: bool = False) -> None:
    """Have a screen reader read `text`, which `widget` shows; at once if it is urgent."""
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

    announcement = QAccessibleAnnouncementEvent(widget, text)
    if is_urgent:
        announcement.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
    QAccessible.updateAccessibility(announcement)
