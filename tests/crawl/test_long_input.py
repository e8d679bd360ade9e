from __future__ import annotations

import time
from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from monitor.crawl.dates import parse_date
from monitor.crawl.decoding import decode
from monitor.crawl.items import harmless, looks_like, over_long_tag, plain_text
from monitor.crawl.links import article_key, clean_link
from monitor.crawl.page_heads import names_of, without_site
from monitor.crawl.page_text import clean_lines
from monitor.crawl.timing import wait_asked_s

NOW = datetime(2021, 5, 25, tzinfo=UTC)
SIZE = 100_000
PIECES = [
    "<", "<a", "<!--", "<script", "<figure>", "&", "&#", "&amp;", "]]>", "<![CDATA[", "<!DOCTYPE [", "<?xml ", "(", "[",
    " ", "\n", "\u3000", "\ufeff", "가", "1", "1,", "2021.", "2021-05-25 ", "오전 9", "encoding=", "charset=",
    "max-age=",
    "기자 ", "김하나 기자 ", "김하나, ", "a@", "a@b.", "ⓒ ", "사진=", "▲ ", "관련기사 ", "| ", " - 뉴스",
    "/1", "?a=1", "&idxno=1", "%", "=",
]  # fmt: skip
READERS: dict[str, Callable[[str], object]] = {
    "plain_text": plain_text,
    "harmless": harmless,
    "looks_like": looks_like,
    "over_long_tag": over_long_tag,
    "clean_link": lambda text: clean_link(f"https://a.example/{text}"),
    "article_key": lambda text: article_key(f"https://a.example/{text}"),
    "parse_date": lambda text: parse_date(text, NOW),
    "decode": lambda text: decode(text.encode(), text[:1000]),
    "decode bytes": lambda text: decode(text.encode("cp949", "replace") + b"\xff"),
    "clean_lines": lambda text: clean_lines([text, text[:240], text[:150]], text[:500]),
    "names_of": lambda text: names_of(text[:500]),
    "without_site": lambda text: without_site(text[:1000], "뉴스"),
    "wait_asked_s": lambda text: wait_asked_s({"cache-control": text, "expires": text[:200]}, NOW),
}


PATIENCE_S = 3.0  # of CPU; ten times what the slowest takes, a pattern that goes back and forth takes minutes


@pytest.mark.parametrize("reader", READERS)
def test_hostile_repetition_takes_no_time(reader: str) -> None:
    """No pattern goes back and forth over a hundred thousand characters that a stranger chose."""
    slow = []
    for piece in PIECES:
        text = piece * (SIZE // len(piece))
        started = time.process_time()
        READERS[reader](text)
        if (took_s := time.process_time() - started) > PATIENCE_S:
            slow.append((piece, took_s))

    assert slow == []
