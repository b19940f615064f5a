"""Proves the setup program under Wine: `make windows-check`."""
