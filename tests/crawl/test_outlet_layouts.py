"""Pages as Korean outlets build theirs: one article comes out of each, also where its content system is not known."""

from __future__ import annotations

from datetime import UTC, datetime

import magazine_pages
import outlet_pages
import portal_pages
import pytest
from outlet_pages import LINES, SPOKEN, TITLE

from monitor.crawl.dates import parse_date
from monitor.crawl.pages import CONTAINERS, read_page

PAGES = outlet_pages.PAGES | portal_pages.PAGES | magazine_pages.PAGES
BROADCASTERS = {"ytn", "sbs", "kbs", "mbc", "jtbc"}
FIRST_WORDS = {
    "ddaily": "[한빛데일리 김하나 기자] ",
    "inews24": "[한빛뉴스 김하나 기자] ",
    "yna": "(서울=한빛통신) 김하나 기자 = ",
    "newsis": "[서울=한빛통신] 김하나 기자 = ",
    "news1": "(서울=한빛통신) 김하나 기자 = ",
    "edaily": "[한빛데일리 김하나 기자] ",
    "fnnews": "[한빛뉴스] ",
    "herald": "[한빛경제=김하나 기자] ",
    "tf": "[한빛팩트 | 김하나 기자] ",
    "newspim": "[서울=한빛핌] 김하나 기자 = ",
}  # of the text, where a desk signs there


def expected_lines(outlet: str) -> list[str]:
    """Return the lines of the article on the page of *outlet*."""
    first, *others = SPOKEN if outlet in BROADCASTERS else LINES
    return [FIRST_WORDS.get(outlet, "") + first, *others]


@pytest.mark.parametrize("outlet", PAGES)
def test_every_outlets_page_yields_the_article(outlet: str) -> None:
    """Its text and no more, title, byline, both times with minutes, canonical address."""
    found = read_page(PAGES[outlet].encode(), "text/html; charset=utf-8", "https://hanbit.example/news/1")

    assert found is not None
    now = datetime(2026, 3, 1, tzinfo=UTC)
    times = [parse_date(written, now) for written in (found.published, found.modified)]
    assert found.text.split("\n") == expected_lines(outlet)
    assert (found.title, found.author, found.canonical) == (TITLE, "김하나", "https://hanbit.example/news/1")
    assert [time and f"{time:%m-%d %H:%M}" for time in times] == ["02-25 13:46", "02-25 15:02"]


@pytest.mark.parametrize("outlet", PAGES)
def test_an_unknown_content_system_yields_the_same(outlet: str) -> None:
    """Where no name of a known content system stands, the sentences themselves tell where the article is."""
    page = PAGES[outlet]
    for _, name in sorted(CONTAINERS, key=lambda known: -len(known[1])):
        page = page.replace(name, "q" * len(name))

    found = read_page(page.encode(), "text/html; charset=utf-8")

    assert found is not None
    assert found.text.split("\n") == expected_lines(outlet)
