"""A gate for each host: at most so many connections, a pause between starts, and closed while the host asks for it."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable


class HostGate:
    """
    Who wants to ask the host passes here. *clock* is monotonic: a wall clock that steps opens nothing too early.

    *pause_s* may be raised by a crawl-delay, never lowered.
    """

    def __init__(self, connections: int, pause_s: float, clock: Callable[[], float]) -> None:
        self.pause_s = pause_s
        self._slots = asyncio.Semaphore(connections)
        self._turn = asyncio.Lock()
        self._clock = clock
        self._next_start = float("-inf")
        self._closed_until = float("-inf")
        self.waiting = 0

    @property
    def closed_s(self) -> float:
        """Return for how many seconds more the host is not to be asked, 0 when it may be."""
        return max(0.0, self._closed_until - self._clock())

    @property
    def idle(self) -> bool:
        """Tell whether nothing would be forgotten with this gate."""
        return not self.waiting and not self.closed_s and self._clock() >= self._next_start

    def close(self, seconds: float) -> None:
        """Keep the host from being asked for *seconds* from now."""
        self._closed_until = max(self._closed_until, self._clock() + seconds)

    @asynccontextmanager
    async def passed(self) -> AsyncIterator[None]:
        """Wait for a slot and for this caller's turn, hold the slot inside the block."""
        self.waiting += 1
        try:
            async with self._slots:
                async with self._turn:
                    wait_s = self._next_start - self._clock()
                    if wait_s > 0:
                        await asyncio.sleep(wait_s)
                    self._next_start = self._clock() + self.pause_s
                yield
        finally:
            self.waiting -= 1
