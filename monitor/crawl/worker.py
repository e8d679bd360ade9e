"""What runs inside a worker process: read a frame, do the job under this process's caps, write a frame."""

from __future__ import annotations

import os
import pickle
import resource
import signal
import sys
from importlib import import_module
from typing import TYPE_CHECKING, BinaryIO, Final

from monitor.crawl.workers import FRAME, LOAD, JobFailed

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

JOBS: Final[Mapping[str, str]] = {
    "feed": "monitor.crawl.forgiving:read_with_feedparser",
    "mended feed": "monitor.crawl.clean_feeds:read_mended",
    "sitemap": "monitor.crawl.clean_feeds:read_sitemap",
    "links": "monitor.crawl.discovery:feed_links",
    "page": "monitor.crawl.pages:read_page",
}  # named, since a worker that only reads feeds does without the extractor


def main() -> None:
    """Serve jobs from standard input until it ends."""
    incoming, outgoing = sys.stdin.buffer, _own_stdout()
    _cap_memory(int(os.environ["MONITOR_WORKER_MEMORY"]))
    timeout_s = float(os.environ["MONITOR_WORKER_TIMEOUT"])
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the daemon's to answer
    _write(outgoing, "ready")
    while header := incoming.read(FRAME.size):
        frame = incoming.read(FRAME.unpack(header)[0])
        job, arguments = pickle.loads(frame)  # noqa: S301 - from our own daemon
        signal.setitimer(signal.ITIMER_REAL, 0 if job == LOAD else timeout_s)  # SIGALRM ends us, whatever we are at
        result = _do(job, arguments)
        signal.setitimer(signal.ITIMER_REAL, 0)
        _write(outgoing, result)


def load(job: str) -> Callable[..., object]:
    """Return the function that does *job*."""
    module, _, name = JOBS[job].partition(":")
    function: Callable[..., object] = getattr(import_module(module), name)
    return function


def _own_stdout() -> BinaryIO:
    """Return the pipe to the daemon, and send what libraries print elsewhere."""
    pipe = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    return pipe


def _cap_memory(size_bytes: int) -> None:
    if size_bytes:
        resource.setrlimit(resource.RLIMIT_AS, (size_bytes, size_bytes))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _do(job: str, arguments: tuple[object, ...]) -> object:
    try:
        if job == LOAD:
            return load(str(arguments[0])).__name__
        return load(job)(*arguments)
    except MemoryError:
        return JobFailed(f"{job}: took over the memory that it may")
    except Exception as error:  # noqa: BLE001 - the per-item guard: parsers raise what they like on hostile input
        return JobFailed(f"{job}: {type(error).__name__}: {str(error)[:200]}")


def _write(outgoing: BinaryIO, result: object) -> None:
    frame = pickle.dumps(result)
    outgoing.write(FRAME.pack(len(frame)) + frame)
    outgoing.flush()
