"""The licensing network: from the graph to measures, time, figures and files. Import the parts by name:

`graph` reads it from a store, `collapse` makes simple graphs of it, `measures` and `time` describe it, `files` writes
it for other programs, `figures` and `report` draw it (they need matplotlib).
"""

from kg.network.graph import network

__all__ = ["network"]
