"""The start page: what the window shows while no plan is open, or on request.

`StartPage` lays out commands, recent plans (`recent_plans`) and pictures of samples and patterns
(`ui.kit.picture_card`). It opens nothing itself: every choice is a signal that the shell
performs.
"""
