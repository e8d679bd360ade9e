"""The log: one line an item and its outcome on standard error, for people in a terminal, as JSON on request."""

from __future__ import annotations

import logging
import sys
from datetime import datetime
from typing import Literal

import structlog

LogFormat = Literal["text", "json"]


def set_up_logs(form: LogFormat = "text", *, verbose: bool = False) -> None:
    """Send our lines to standard error, and of the libraries' only warnings: they repeat what ours say."""
    chain: list[structlog.typing.Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.processors.add_log_level,
        _timed,
    ]
    last: structlog.typing.Processor = (
        structlog.processors.JSONRenderer(ensure_ascii=False)
        if form == "json"
        else structlog.dev.ConsoleRenderer(
            colors=sys.stderr.isatty(),
            pad_event_to=10,
            sort_keys=False,
            exception_formatter=structlog.dev.plain_traceback,  # the others print variables, and secrets with them
        )
    )
    structlog.configure(
        processors=[*chain, structlog.processors.format_exc_info, last] if form == "json" else [*chain, last],
        wrapper_class=structlog.make_filtering_bound_logger(logging.DEBUG if verbose else logging.INFO),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
        cache_logger_on_first_use=False,
    )
    logging.basicConfig(
        level=logging.WARNING, stream=sys.stderr, format="%(levelname)s %(name)s %(message)s", force=True
    )


def _timed(_logger: object, _method: str, event: structlog.typing.EventDict) -> structlog.typing.EventDict:
    """Put the time first, to the second, with this machine's offset."""
    return {"timestamp": datetime.now().astimezone().isoformat(timespec="seconds"), **event}
