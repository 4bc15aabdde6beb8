"""Acquire stage: paths → (source name, bytes) of every file below them, archives opened, and issues."""

from kg.acquire.paths import read_paths

__all__ = ["read_paths"]
