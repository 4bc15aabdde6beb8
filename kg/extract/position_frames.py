"""The grammar of appointments, departures and offices held: masked sentence → who, which office, what happened, when.

Frames are tried in order; what one has read, a later one leaves alone.
"""

from __future__ import annotations

from kg.extract.position_coming import COMING
from kg.extract.position_frame import Frame
from kg.extract.position_staying import STAYING

FRAMES: tuple[Frame, ...] = (*COMING, *STAYING)
