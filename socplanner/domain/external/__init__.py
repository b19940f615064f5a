"""Responsibility matrices others wrote: what was understood, and how it maps onto a plan."""
