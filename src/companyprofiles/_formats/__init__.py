"""The core's own exporters, one module each."""
