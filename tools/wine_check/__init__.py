"""Check the setup program for Windows under Wine: `make windows-check`.

This package is kept as it is until the Windows job of `.github/workflows/release.yml` has run once
on a real Windows; then it is removed, and the checks that only it makes move into that job.
"""
