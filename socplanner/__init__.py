"""socplanner: plan who does what in a security-response organisation."""

__version__ = "0.1.0"
