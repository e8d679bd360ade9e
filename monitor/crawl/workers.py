"""
Processes that read what strangers wrote: each job under a time cap and a memory cap, killed on overrun.

A worker is a Python of its own, spoken to by pickled frames over pipes: nothing is inherited from a threaded daemon,
and its death costs the job in hand. Parsing never happens on the event loop.
"""

from __future__ import annotations

import asyncio
import os
import pickle
import signal
import struct
import sys
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

FRAME: Final = struct.Struct("!I")
JOBS_A_WORKER: Final = 2_000  # then it is replaced: what the parsers leak goes with it
LAST_BREATH_S: Final = 1.0
LOAD: Final = "load"  # the job that only imports what another needs
START_S: Final = 60.0  # importing the extractor takes a second, and many on a busy machine
_ROOT: Final = str(Path(__file__).resolve().parents[2])
_MAIN: Final = "from monitor.crawl.worker import main; main()"


@dataclass(frozen=True, slots=True)
class JobFailed:
    """A job that ended without a result, and why."""

    error: str


class Workers:
    """
    A pool of at most *count* worker processes, started when first needed.

    *timeout_s* is the wall clock of one job, which the worker keeps itself: an event loop that is held up condemns no
    job that is done. *memory_bytes* is the address space of one worker.
    """

    def __init__(self, count: int, timeout_s: float, memory_bytes: int) -> None:
        self._timeout_s = timeout_s
        self._memory_bytes = memory_bytes
        self._idle: list[_Worker] = []
        self._slots = asyncio.Semaphore(max(1, count))
        self._closed = False

    async def run(self, job: str, *arguments: object) -> object:
        """
        Return what the job named *job* (see `worker.JOBS`) makes of *arguments*, or `JobFailed`.

        A result is whatever the job returns; the caller checks its type.
        """
        async with self._slots:
            try:
                worker = self._idle.pop() if self._idle else await _start(self._memory_bytes, self._timeout_s)
            except (OSError, TimeoutError, asyncio.IncompleteReadError) as error:
                return JobFailed(f"{job}: no worker process could be started ({type(error).__name__})")
            try:
                await worker.load(job)
                async with asyncio.timeout(self._timeout_s + LAST_BREATH_S):  # its own clock comes first
                    result = await worker.ask(job, arguments)
            except TimeoutError:
                await worker.kill()
                return JobFailed(f"{job}: took over {self._timeout_s:g} s")
            except (OSError, asyncio.IncompleteReadError, pickle.UnpicklingError, EOFError):
                code = await worker.buried()
                if code == -signal.SIGALRM:
                    return JobFailed(f"{job}: took over {self._timeout_s:g} s")
                return JobFailed(f"{job}: the worker died on it (status {code})")
            except BaseException:
                await worker.kill()
                raise
            if worker.jobs >= JOBS_A_WORKER or self._closed:
                await worker.kill()
            else:
                self._idle.append(worker)
            return result

    async def close(self) -> None:
        """End every idle worker; one that is busy ends with its job."""
        self._closed = True
        idle, self._idle = self._idle, []
        for worker in idle:
            await worker.kill()


class _Worker:
    def __init__(self, process: asyncio.subprocess.Process) -> None:
        self._process = process
        self.jobs = 0
        self._loaded: set[str] = set()

    async def load(self, job: str) -> None:
        """Have the modules of *job* imported, if they are not: that is not on the job's clock."""
        if job not in self._loaded:
            async with asyncio.timeout(START_S):
                await self.ask(LOAD, (job,))
            self._loaded.add(job)

    async def ask(self, job: str, arguments: tuple[object, ...]) -> object:
        """Hand over one job, return what comes back."""
        assert self._process.stdin is not None
        self.jobs += 1
        frame = pickle.dumps((job, arguments))
        self._process.stdin.write(FRAME.pack(len(frame)) + frame)
        await self._process.stdin.drain()
        return await self.read()

    async def read(self) -> object:
        assert self._process.stdout is not None
        (size,) = FRAME.unpack(await self._process.stdout.readexactly(FRAME.size))
        return pickle.loads(await self._process.stdout.readexactly(size))  # noqa: S301 - from our own process

    async def kill(self) -> None:
        """End the process now."""
        with suppress(ProcessLookupError):
            self._process.kill()
        await self._end()

    async def buried(self) -> int | None:
        """Return the exit status of a process that ended by itself, or is made to when it only seemed so."""
        try:  # not killed at once: Popen.kill would take the status away from asyncio
            async with asyncio.timeout(LAST_BREATH_S):
                await self._process.wait()
        except TimeoutError:
            await self.kill()
        await self._end()
        return self._process.returncode

    async def _end(self) -> None:
        with suppress(OSError):
            await self._process.communicate()  # closes the pipes, too


async def _start(memory_bytes: int, timeout_s: float) -> _Worker:
    """Start a worker and wait until it says that it is ready."""
    environment = {
        **{
            name: value
            for name, value in os.environ.items()
            if name in {"PATH", "LANG", "LC_ALL", "TZ", "TMPDIR", "HOME"}
        },
        "PYTHONPATH": os.pathsep.join([_ROOT, *filter(None, [os.environ.get("PYTHONPATH")])]),
        "MONITOR_WORKER_MEMORY": str(memory_bytes),
        "MONITOR_WORKER_TIMEOUT": str(timeout_s),
    }
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-c", _MAIN,
        stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.DEVNULL,
        env=environment, limit=2**26,
    )  # fmt: skip
    worker = _Worker(process)
    async with asyncio.timeout(START_S):
        await worker.read()
    return worker
