"""Goes from one part of the window to the next by a key, as F6 does in other programs."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget


def focus_beside(panels: Sequence[QWidget], step: int) -> None:
    """Set the focus to the panel `step` after that with the focus, or else to the first one.

    Panels that are hidden, or where nothing takes keys, are passed over.
    """
    focused = QApplication.focusWidget()
    places = [
        place
        for place, panel in enumerate(panels)
        if focused is not None and (panel is focused or panel.isAncestorOf(focused))
    ]
    start = places[0] if places else -step
    for distance in range(1, len(panels) + 1):
        target = _target(panels[(start + step * distance) % len(panels)])
        if target is not None:
            target.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return


def _target(panel: QWidget) -> QWidget | None:
    """Return what takes the focus in `panel`: its proxy, or the first stop of Tab."""
    if not panel.isVisible():
        return None
    proxy = panel.focusProxy()
    if proxy is not None and proxy.isVisible() and proxy.isEnabled():
        return proxy
    return next(_stops(panel), None)


def _stops(panel: QWidget) -> Iterator[QWidget]:
    """Yield the widgets of `panel` where Tab stops, in the order of Tab."""
    widget = panel.nextInFocusChain()
    while widget is not None and widget is not panel:
        is_stop = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
        if is_stop and widget.isVisible() and widget.isEnabled() and panel.isAncestorOf(widget):
            yield widget
        widget = widget.nextInFocusChain()
