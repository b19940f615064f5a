"""The main window: its construction, its menus, and the commands behind them."""
