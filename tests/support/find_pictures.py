"""The picture of the chapter on finding things."""

from tests.support.studio import Studio

_TEXTS = {"ja": "ネトワーク", "en": "netwrok"}


def palette(studio: Studio) -> None:
    """Take the palette over the board, with a typing error in its field."""
    studio.window.show()
    studio.window.show_view("board")
    studio.process_events()
    commands = studio.program.commands.palette
    commands.toggle()
    commands.palette.search.complete()
    commands.palette.panel.field.setText(_TEXTS[studio.language])
    studio.shoot(studio.window, "palette")
    commands.palette.cancel()


SHOTS = (palette,)
