"""Bodies decoded under a cap, whatever the server says of their length."""

from __future__ import annotations

import zlib

import httpx

ACCEPTED_ENCODINGS = "gzip, deflate"  # bounded decoders exist for these two; brotli and zstd give 200 MB in one step


class BodyTooLarge(httpx.DecodingError):
    """A body that passes the cap once decoded."""


class BodyBroken(httpx.DecodingError):
    """A body whose compression is damaged, stacked, or of a kind that was not asked for."""


async def read_body(response: httpx.Response, cap_bytes: int, *, cut: bool = False) -> bytes:
    """
    Return the decoded body of a streamed *response*, never holding more than *cap_bytes* of it.

    With *cut* a longer body is cut there (robots.txt), else it raises `BodyTooLarge`.

    gzip and deflate alone and unstacked; raise `BodyTooLarge`, `BodyBroken`, or httpx's errors of the connection.
    """
    encoding = response.headers.get("content-encoding", "identity").strip().lower()
    if encoding not in {"gzip", "x-gzip", "deflate", "identity", ""}:
        message = f"content encoding {encoding[:60]!r} was not asked for: only gzip and deflate"
        raise BodyBroken(message)
    decoder = Inflater(encoding, cap_bytes) if encoding not in {"identity", ""} else None
    parts, size = [], 0
    async for raw in response.aiter_raw():
        part = decoder.feed(raw) if decoder else raw
        size += len(part)
        parts.append(part)
        if size > cap_bytes:
            break
    if size > cap_bytes and not cut:
        message = f"body passes {cap_bytes} bytes"
        raise BodyTooLarge(message)
    if size > cap_bytes:
        return b"".join(parts)[:cap_bytes]
    if decoder:
        decoder.finish()
    return b"".join(parts)


class Inflater:
    """Decode gzip (of one or more members) or deflate (with or without zlib's header) under a cap."""

    def __init__(self, encoding: str, cap_bytes: int) -> None:
        self._deflate = encoding == "deflate"
        self._left = cap_bytes
        self._inner: zlib._Decompress | None = None

    def feed(self, raw: bytes) -> bytes:
        """Return what *raw* adds, stopping one byte beyond the cap. Raise `BodyBroken`."""
        parts = []
        while raw:
            if self._inner is None:
                self._inner = zlib.decompressobj(self._window(raw))
            try:
                part = self._inner.decompress(raw, self._left + 1)
            except zlib.error as error:
                message = f"compression is damaged: {error}"
                raise BodyBroken(message) from error
            self._left -= len(part)
            parts.append(part)
            if self._left < 0 or not self._inner.eof:
                break
            raw = self._inner.unused_data
            if not raw.startswith(b"\x1f\x8b"):  # anything but a further gzip member is padding
                break
            self._inner = None
        return b"".join(parts)

    def finish(self) -> None:
        """Raise `BodyBroken` unless the compressed stream came to its end."""
        if self._inner is not None and not self._inner.eof:
            message = "compressed body ends in the middle"
            raise BodyBroken(message)

    def _window(self, raw: bytes) -> int:
        if not self._deflate:
            return 16 + zlib.MAX_WBITS
        has_header = len(raw) > 1 and raw[0] & 0x0F == zlib.DEFLATED and (raw[0] << 8 | raw[1]) % 31 == 0
        return zlib.MAX_WBITS if has_header else -zlib.MAX_WBITS
