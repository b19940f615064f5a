"""Matrices made elsewhere: how a sheet is understood, and how it maps onto a plan."""
