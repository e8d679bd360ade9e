"""Old articles as people have them: JSON lines, a folder of saved pages, a WARC file, each as a run of articles."""

from __future__ import annotations

import gzip
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote, urlsplit

from monitor.cli.lines import BadLineError, open_lines
from monitor.crawl.articles import article_of_page, rules_in_force
from monitor.crawl.pages import read_page
from monitor.model import Entry

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from monitor.config import Outlet
    from monitor.model import Article

PAGES: Final = {".html", ".htm", ".xhtml"}
WARCS: Final = (".warc", ".warc.gz")
MOST_BYTES: Final = 2_000_000  # of a page; more is no article and takes the extractor ten seconds


def count_of(path: Path) -> int | None:
    """
    Return how many articles there are at *path*, None where counting costs as much as reading.

    :raises BadLineError: there is nothing at *path*
    """
    if path.is_dir():
        return len(_pages_in(path))
    if not path.exists():
        msg = f"{path}: is not there"
        raise BadLineError(msg)
    if path.name.endswith(WARCS):
        return None
    with path.open("rb") as file:
        return sum(1 for line in file if line.strip())


def read_archive(path: Path, outlets: Sequence[Outlet]) -> Iterator[Article]:
    """
    Yield the articles at *path*, in the order in which they lie there; pages that hold none are passed over.

    *outlets* give a page its name, rules and time zone by its domain.

    :raises BadLineError: it cannot be read
    """
    if path.is_dir():
        return _folder(path, outlets)
    if path.name.endswith(WARCS):
        return _warc(path, outlets)
    return open_lines(path)


def _folder(path: Path, outlets: Sequence[Outlet]) -> Iterator[Article]:
    for page in _pages_in(path):
        try:
            body, saved = page.read_bytes(), datetime.fromtimestamp(page.stat().st_mtime, UTC)
        except OSError as err:
            msg = f"{page}: {err.strerror}"
            raise BadLineError(msg) from err
        article = _article(_address_of(page, path), body, "text/html", outlets, saved)
        if article is not None:
            yield article


def _warc(path: Path, outlets: Sequence[Outlet]) -> Iterator[Article]:
    from warcio.archiveiterator import ArchiveIterator  # noqa: PLC0415  # only who has a WARC file needs it
    from warcio.exceptions import ArchiveLoadFailed  # noqa: PLC0415

    try:
        with path.open("rb") as file:
            for record in ArchiveIterator(file):
                kind = record.http_headers.get_header("Content-Type", "") if record.http_headers else ""
                if record.rec_type != "response" or "html" not in kind or record.http_headers.get_statuscode() != "200":
                    continue
                at = datetime.fromisoformat(record.rec_headers.get_header("WARC-Date"))
                body = record.content_stream().read(MOST_BYTES + 1)
                article = _article(record.rec_headers.get_header("WARC-Target-URI"), body, kind, outlets, at)
                if article is not None:
                    yield article
    except (OSError, ArchiveLoadFailed, ValueError, gzip.BadGzipFile) as err:
        msg = f"{path}: {err}"
        raise BadLineError(msg) from err


def _article(url: str, body: bytes, kind: str, outlets: Sequence[Outlet], saved: datetime) -> Article | None:
    """Return the article on a saved page, None where there is none. *saved* serves for a page that has no date."""
    outlet = _outlet_of(url, outlets)
    if len(body) > MOST_BYTES:
        return None
    rules = rules_in_force(outlet.pages, saved) if outlet else None
    page = read_page(body, kind, url, rules)
    if page is None:
        return None
    name = outlet.name if outlet else urlsplit(url).hostname or "file"
    entry = Entry(name, url, url, page.title, None)
    return article_of_page(entry, page, url, saved, outlet.zone if outlet else "Asia/Seoul")


def _outlet_of(url: str, outlets: Iterable[Outlet]) -> Outlet | None:
    host = urlsplit(url).hostname or ""
    return next((o for o in outlets for domain in o.domains if host == domain or host.endswith(f".{domain}")), None)


def _pages_in(folder: Path) -> list[Path]:
    return sorted(page for page in folder.rglob("*") if page.suffix.lower() in PAGES)


def _address_of(page: Path, folder: Path) -> str:
    """Return the address of a saved page: folders named like hosts, as wget saves them, else a file address."""
    parts = page.relative_to(folder).parts
    if "." in parts[0] and len(parts) > 1:
        return "https://" + unquote("/".join(parts))
    return page.resolve().as_uri()
