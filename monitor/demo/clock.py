"""A clock that jumps from story to story and runs in between: five years in forty seconds."""

from __future__ import annotations

import threading
import time
from datetime import datetime, timedelta


class LapsedClock:
    """Call it for the time of the history. It never goes back."""

    def __init__(self, start: datetime) -> None:
        self._at = start
        self._since = time.monotonic()
        self._lock = threading.Lock()

    def __call__(self) -> datetime:
        """Return the time of the history, aware."""
        with self._lock:
            return self._at + timedelta(seconds=time.monotonic() - self._since)

    def jump(self, to: datetime) -> None:
        """Set it to *to*, or leave it where it is further on."""
        now = self()
        with self._lock:
            self._at = max(to, now)
            self._since = time.monotonic()
