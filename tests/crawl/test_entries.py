from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scripted_server import NOON, Reply, Server, reader_of, rss

from monitor.crawl.clean_feeds import read_clean
from monitor.crawl.forgiving import read_with_feedparser
from monitor.crawl.items import Feed, plain_text
from monitor.crawl.links import article_key, clean_link, portal_of
from monitor.crawl.reading import same_items
from monitor.model import Entry


def entries_of_body(server: Server, body: bytes, content_type: str = "text/xml") -> tuple[Entry, ...]:
    """Return the entries of a feed that the server gives with this body."""
    return reader_of(server.answers(Reply(200, (("Content-Type", content_type),), body))).poll().entries


ATOM = """<?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom"><title>누리경제</title>
<entry><title type="html">KT &amp;lt;믿음&amp;gt; 공개</title><id>tag:nuri.example,2021:1</id>
<link rel="alternate" href="https://nuri.example/news/1000001"/><updated>2021-05-25T13:00:00+09:00</updated>
<author><name>김하나</name></author>
<summary type="html">&lt;p&gt;첫 문단&lt;/p&gt;&lt;p&gt;둘째 문단&lt;/p&gt;</summary></entry></feed>"""
SITEMAP = """<?xml version="1.0" encoding="UTF-8"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
 xmlns:n="http://www.google.com/schemas/sitemap-news/0.9"><url><loc>https://nuri.example/news/1000001</loc>
<n:news><n:publication><n:name>누리경제</n:name><n:language>ko</n:language></n:publication>
<n:publication_date>2021-05-25T13:00:00+09:00</n:publication_date><n:title>KT &lt;믿음&gt; 공개</n:title>
</n:news></url></urlset>"""
JSON = json.dumps(
    {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "누리경제",
        "items": [
            {
                "id": "1",
                "url": "https://nuri.example/news/1000001",
                "title": "KT <믿음> 공개",
                "date_published": "2021-05-25T13:00:00+09:00",
                "content_html": "<p>첫 문단</p><p>둘째 문단</p>",
                "authors": [{"name": "김하나"}],
            }
        ],
    }
)


@pytest.mark.parametrize("body", [ATOM, SITEMAP, JSON], ids=["atom", "sitemap", "json"])
def test_every_kind_of_source_lists_the_same_article(server: Server, body: str) -> None:
    """RSS is everywhere else in these tests."""
    (entry,) = entries_of_body(server, body.encode())

    assert (entry.guid, entry.title) == ("nuri.example/1000001", "KT <믿음> 공개")
    assert entry.published is not None
    assert entry.published.isoformat() == "2021-05-25T13:00:00+09:00"
    assert entry.summary in {"", "첫 문단\n둘째 문단"}


def test_an_index_of_sitemaps_says_what_to_name(server: Server) -> None:
    """Its sitemaps are the sources."""
    body = b'<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><sitemap><loc>https://nuri.example/news.xml</loc></sitemap></sitemapindex>'

    found = reader_of(server.answers(Reply(200, (), body))).poll()

    assert "https://nuri.example/news.xml" in found.error


def test_a_guid_that_changes_with_the_headline_is_one_article(server: Server) -> None:
    """An edited headline is told as the same entry, said otherwise."""
    edited = rss("하나, 고침").replace(b"<guid>100001", b"<guid>other-slug")
    reader = reader_of(server.answers(Reply(200, (), rss("하나")), Reply(200, (), edited)))

    first, second = reader.poll(), reader.poll()

    assert first.entries[0].guid == second.entries[0].guid
    assert second.entries[0].title == "하나, 고침"
    assert reader.poll().entries == ()


def test_one_guid_for_all_items_loses_none(server: Server) -> None:
    """The address tells them apart."""
    body = rss("하나", "둘").replace(b"<guid>100001", b"<guid>x").replace(b"<guid>100002", b"<guid>x")

    assert [entry.title for entry in entries_of_body(server, body)] == ["하나", "둘"]


def test_one_address_for_all_items_loses_none(server: Server) -> None:
    """Their own guids tell them apart, else their titles."""
    by_guid = rss("하나", "둘").replace(b"idxno=100001", b"idxno=1").replace(b"idxno=100002", b"idxno=1")
    by_title = by_guid.replace(b"<guid>100001", b"<guid>x").replace(b"<guid>100002", b"<guid>x")

    for body in (by_guid, by_title):
        entries = entries_of_body(server, body)
        assert [entry.title for entry in entries] == ["하나", "둘"]
        assert len({entry.guid for entry in entries}) == 2


def test_an_item_listed_twice_is_one_entry(server: Server) -> None:
    """As in feeds that repeat their top story."""
    body = rss("하나", "하나").replace(b"idxno=100002", b"idxno=100001&amp;utm_source=rss")

    assert len(entries_of_body(server, body)) == 1


def test_euc_kr_feeds_with_rare_syllables_are_read(server: Server) -> None:
    """The whole way, from bytes to entries."""
    body = rss("똠방 햏 하나").decode().replace("UTF-8", "euc-kr").encode("cp949")

    assert entries_of_body(server, body)[0].title == "똠방 햏 하나"


def test_titles_keep_signs_and_lose_markup(server: Server) -> None:
    """Entities once or twice, CDATA, tags; a sign of less-than stays."""
    body = rss(
        "<![CDATA[ <b>GPT-3</b> &amp; 하이퍼클로바 ]]>",
        "A&amp;amp;B &amp;quot;말&amp;quot; &#039;&amp;#8230;&#039;",
        "5 &lt; 6조",
    )

    assert [entry.title for entry in entries_of_body(server, body)] == [
        "GPT-3 & 하이퍼클로바",
        "A&B \"말\" '…'",
        "5 < 6조",
    ]


def test_a_broken_feed_is_still_read(server: Server) -> None:
    """Bare ampersands, entities of HTML, a blank first line, an end cut off."""
    body = b"\n" + rss("LG & KT &nbsp;&hellip;", "둘")[:-40]

    assert [entry.title for entry in entries_of_body(server, body)][:1] == ["LG & KT …"]


@pytest.mark.parametrize(
    "link",
    [
        "javascript:alert(1)",
        "data:text/html,x",
        "",
        "mailto:a@b.example",
        "file:///etc/passwd",
        "https://u:p@hanbit.example/1",
    ],
)
def test_links_that_are_no_pages_make_no_entry(server: Server, link: str) -> None:
    """What a person would click must be a page of the web."""
    body = rss("하나", "둘").replace(b"https://hanbit.example/news/articleView.html?idxno=100001", link.encode())
    body = body.replace(b"<guid>100001</guid>", b"")

    assert [entry.title for entry in entries_of_body(server, body)] == ["둘"]


SAME = [
    "https://www.aitimes.com/news/articleView.html?idxno=138677",
    "http://aitimes.com/news/articleView.html?idxno=138677",
    "https://m.aitimes.com/news/articleView.html?idxno=138677&utm_source=rss&utm_medium=feed",
    "https://www.aitimes.com/news/articleView.html?rss=1&idxno=138677#top",
    "https://www.aitimes.com/news/articleView.html?idxno=138677&fbclid=abc",
    "\n https://www.aitimes.com/news/articleView.html?idxno=138677&amp;ref=rss \n",
]


@pytest.mark.parametrize("link", SAME)
def test_one_article_has_one_key(link: str) -> None:
    """Scheme, host for phones, counters of visits, fragments, white space make no other article."""
    assert article_key(clean_link(link)) == "aitimes.com/138677"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://a.example/news/1000001", "https://a.example/news/1000002"),
        ("https://a.example/view?no=1234", "https://a.example/view?no=1235"),
        ("https://a.example/it/view?no=1234", "https://a.example/car/view?no=1234"),
        ("https://a.example/2021/05/25/naver-hyperclova/", "https://a.example/2021/05/25/naver-cloud/"),
        ("https://a.example/20210525/slug-one", "https://a.example/20210525/slug-two"),
        ("https://a.example/news?page=1", "https://a.example/news?page=2"),
        ("https://a.example/2021/05/25/1", "https://a.example/2021/05/25/2"),
        ("https://n.news.naver.com/article/001/0012345678", "https://n.news.naver.com/article/002/0012345678"),
    ],
)
def test_two_articles_have_two_keys(one: str, other: str) -> None:
    """Numbers, days, slugs, sections with short numbers, presses on a portal."""
    assert article_key(clean_link(one)) != article_key(clean_link(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://a.example/news/it/11406521", "https://a.example/news/business/11406521"),
        ("https://a.example/article/11406521/old-headline", "https://a.example/article/11406521/new-headline"),
        ("https://a.example/article/11406521.html", "https://m.a.example/article/11406521/amp"),
        ("https://a.example/read.php?sec=it&aid=20210525001", "https://a.example/read.php?aid=20210525001&view=rss"),
    ],
)
def test_one_number_is_one_article(one: str, other: str) -> None:
    """In another section, under another headline, as AMP page."""
    assert article_key(clean_link(one)) == article_key(clean_link(other))


@pytest.mark.parametrize(
    ("link", "portal"),
    [
        ("https://n.news.naver.com/article/001/0012345678", "naver"),
        ("https://v.daum.net/v/20210525090000123", "daum"),
        ("https://news.google.com/rss/articles/CBMi", "google"),
        ("https://www.yna.co.kr/view/AKR20210525000100017", ""),
    ],
)
def test_portals_are_known(link: str, portal: str) -> None:
    """A copy on a portal is no second source."""
    assert portal_of(link) == portal


WORDS = st.text(st.sampled_from("가나다 네이버AB12.,'\"&<>;…·%()-"), min_size=1, max_size=30)
ITEMS = st.lists(
    st.tuples(
        WORDS,
        WORDS,
        st.integers(100_000, 999_999),
        st.booleans(),
        st.sampled_from(["", "<dc:creator>김하나</dc:creator>"]),
    ),
    min_size=1,
    max_size=4,
)


@settings(max_examples=150, deadline=None)
@given(ITEMS, st.booleans())
def test_the_fast_reader_reads_as_feedparser_does(items: list[tuple[str, str, int, bool, str]], cdata: bool) -> None:  # noqa: FBT001 - hypothesis passes by position
    """On every clean feed that it takes: same links, titles, guids, dates, summaries, authors."""

    def wrapped(text: str) -> str:
        escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
        return f"<![CDATA[{text}]]>" if cdata and "]]>" not in text else escaped

    rows = "".join(
        f"<item><title>{wrapped(title)}</title><link>https://a.example/{number}</link>"
        f"<guid isPermaLink='{'true' if permanent else 'false'}'>https://a.example/{number}</guid>"
        "<pubDate>Tue, 25 May 2021 09:00:00 +0900</pubDate>"
        f"<description>{wrapped(summary)}</description>{author}</item>"
        for title, summary, number, permanent, author in items
    )
    text = f'<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>x</title>{rows}</channel></rss>'
    clean, whole = read_clean(text), read_with_feedparser(text)

    assert clean is None or (isinstance(whole, Feed) and same_items(clean, whole))


def test_the_fast_reader_leaves_what_it_does_not_know() -> None:
    """Markup in a title, an unknown element, an element twice, ill-formed XML: feedparser's."""
    clean = rss("하나").decode()

    assert read_clean(clean) is not None
    assert read_clean(clean.replace("<title>하나", "<title><b>하</b>나")) is None
    assert read_clean(clean.replace("<guid>", "<x>1</x><guid>")) is None
    assert read_clean(clean.replace("<guid>", "<title>둘</title><guid>")) is None
    assert read_clean(clean.replace("하나", "하나 & 둘")) is None


@given(st.text(max_size=200))
def test_any_markup_becomes_plain_text(markup: str) -> None:
    """Without raising, on one line."""
    assert "\n" not in plain_text(markup)


def test_a_time_ahead_of_now_is_no_time(server: Server) -> None:
    """A feed that dates its items next year says nothing of when they appeared."""
    body = rss("하나").replace(b"2021", b"2022")
    entry = entries_of_body(server, body)[0]

    assert (entry.published, NOON.year) == (None, 2021)


def test_a_search_feed_names_articles_without_the_outlet(server: Server) -> None:
    """Google ends each headline with ' - outlet'; what is found there is found only for discovery."""
    body = rss("누리전자 - 한별통신 합병 - 한빛일보").replace(
        b"https://hanbit.example/news/articleView.html?idxno=100001", b"https://news.google.com/rss/articles/CBMiX0"
    )
    reader = reader_of(server.answers(Reply(200, (), body)))
    reader.source = replace(reader.source, kind="search")

    assert [entry.title for entry in reader.poll().entries] == ["누리전자 - 한별통신 합병"]
