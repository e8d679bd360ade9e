from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.crawl.dates import parse_date, zone_named
from monitor.crawl.decoding import decode

KST = timezone(timedelta(hours=9))
NOW = datetime(2025, 9, 1, 12, 0, tzinfo=KST)
NINE = datetime(2025, 9, 1, 9, 0, tzinfo=KST)
TITLE = "네이버, 하이퍼클로바 매개변수 2040억개 공개"
RARE = "똠방각하 펲시 햏"  # syllables of cp949 that EUC-KR lacks


def xml(text: str, encoding: str, declared: str | None) -> bytes:
    """Return a feed that says *text*, in *encoding*, and claims *declared*."""
    claim = f' encoding="{declared}"' if declared else ""
    return f'<?xml version="1.0"{claim}?><rss><title>{text}</title></rss>'.encode(encoding)


@pytest.mark.parametrize(
    "declared", ["euc-kr", "EUC-KR", "ks_c_5601-1987", "ksc5601", "x-windows-949", "cp949", "ms949", None]
)
@pytest.mark.parametrize(
    "content_type", ["", "text/xml; charset=euc-kr", "text/xml; charset=utf-8", 'text/xml; charset="KSC5601"']
)
def test_korean_legacy_names_all_mean_cp949(declared: str | None, content_type: str) -> None:
    """Also where the feed holds syllables that its declared encoding lacks, and whatever the header says."""
    assert f"<title>{RARE} {TITLE}</title>" in decode(xml(f"{RARE} {TITLE}", "cp949", declared), content_type)


@pytest.mark.parametrize("declared", ["utf-8", "euc-kr", "cp949", "iso-8859-1", "us-ascii", "nonsense", None])
@pytest.mark.parametrize("content_type", ["", "text/xml; charset=euc-kr", "text/xml; charset=iso-8859-1"])
def test_utf_8_wins_when_it_decodes(declared: str | None, content_type: str) -> None:
    """Whatever the header and the declaration claim."""
    assert f"<title>{RARE} {TITLE}</title>" in decode(xml(f"{RARE} {TITLE}", "utf-8", declared), content_type)


@pytest.mark.parametrize("encoding", ["utf-8", "cp949"])
@pytest.mark.parametrize("bad", [b"\xff", b"\x80", b"\xec\x8d", b"\xc7"])
def test_one_bad_byte_costs_one_character(encoding: str, bad: bytes) -> None:
    """Never the feed: the good titles before and after it stay as they are."""
    body = xml(TITLE, encoding, encoding).replace(b"</title>", b"</title><b>" + bad + b"</b>") + TITLE.encode(encoding)

    text = decode(body)

    assert text.count(TITLE) == 2


@pytest.mark.parametrize(
    ("body", "content_type", "expected"),
    [
        ("<a>가</a>".encode("utf-8-sig"), "", "<a>가</a>"),
        ("<a>가</a>".encode("utf-16"), "", "<a>가</a>"),
        ("<a>가</a>".encode("utf-16-be"), "", "<a>가</a>"),
        ("<a>日本の計画</a>".encode("shift_jis"), "text/xml; charset=shift_jis", "<a>日本の計画</a>"),
        ("<a>가\x00나\x08\x1b\x7f\ufeff</a>".encode(), "", "<a>가나</a>"),
        (b"", "text/xml; charset=", ""),
    ],
    ids=["bom", "utf-16", "utf-16 without bom", "japanese", "controls", "nothing"],
)
def test_other_bytes(body: bytes, content_type: str, expected: str) -> None:
    """Byte order marks, other languages as declared, control characters dropped."""
    assert decode(body, content_type) == expected


@given(st.binary(max_size=300), st.text(max_size=40))
def test_any_bytes_become_text(body: bytes, content_type: str) -> None:
    """Without raising, and without a character that no document may hold."""
    assert not {"\x00", "\x08", "\ufeff"} & set(decode(body, content_type))


WRITTEN = """
Mon, 01 Sep 2025 09:00:00 KST
Mon, 01 Sep 2025 09:00:00 +0900
Mon,01 Sep 2025 09:00:00 +0900
Mon, 01 Sep 2025 09:00:00
Mon, 01 Sep 2025 09:00:00 GMT+9
Mon, 1 Sep 2025 9:0:0 +0900
Mon, 01 Sep 2025 00:00:00 GMT
Mon, 01 Sep 2025 00:00:00 Z
Mon, 01 Sep 25 00:00:00 UT
Sun, 31 Aug 2025 20:00:00 EDT
Sun, 31 Aug 2025 24:00:00 +0000
월, 01 9월 2025 09:00:00 +0900
01 9월 2025 09:00
Mon Sep  1 09:00:00 2025
Mon Sep  1 09:00:00 KST 2025
Sep 1, 2025 9:00 AM
September 1st, 2025 9:00
2025-09-01 09:00:00
2025-09-01 09:00:00.0
2025-09-01T09:00:00
2025-09-01T09:00:00+09:00
2025-09-01T09:00:00+0900
2025-09-01T09:00:00.000+0900
2025-09-01T00:00:00Z
2025-09-01T00:00:00.123Z
2025-09-01T09:00+09:00
2025-09-01T09:00:00[Asia/Seoul]
2025-09-01 09:00:00 +09:00
2025-09-01(월) 09:00
2025-09-01 오전 9:00
2025-09-01 오전 9:00:00
2025-09-01 9:00 AM
2025.09.01 09:00
2025.09.01. 09:00
2025.9.1 9:00
2025. 9. 1. 오전 9:00
2025/09/01 09:00
2025년 09월 01일 09:00
2025년 9월 1일 오전 9시
2025년 9월 1일 9시 00분
2025년 9월 1일(월) 오전 09:00
25.09.01 09:00
20250901090000
202509010900
1756684800
1756684800000
입력 2025.09.01. 오전 9:00
입력 : 2025.09.01 09:00
기사입력 2025-09-01 09:00
승인 2025.09.01 09:00
기사입력 2025-09-01 09:00 | 최종수정 2025-09-01 11:00
입력 2025.09.01 09:00 수정 2025.09.01 11:00
2025.09.01 09:00 KST
2025.09.01 09:00 (한국시간)
09-01 09:00
09.01 09:00
오늘 09:00
3시간 전
180분 전
3 hours ago
""".strip().splitlines()


@pytest.mark.parametrize("written", WRITTEN)
def test_nine_in_the_morning_of_the_first_of_september(written: str) -> None:
    """However an outlet writes it, in its own zone where none is told."""
    told = parse_date(written, NOW)

    assert told is not None
    assert told.replace(microsecond=0) == NINE


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("2025-09-01 오후 3:20:00", NINE.replace(hour=15, minute=20)),
        ("2025.08.31. 오후 12:05", datetime(2025, 8, 31, 12, 5, tzinfo=KST)),
        ("2025.08.31 오전 12:05", datetime(2025, 8, 31, 0, 5, tzinfo=KST)),
        ("Thu,28 Jul 2022 4:35:5 GMT+9", datetime(2022, 7, 28, 4, 35, 5, tzinfo=KST)),
        ("2025.09.01", NINE.replace(hour=0)),
        ("20250901", NINE.replace(hour=0)),
        ("어제 21:30", datetime(2025, 8, 31, 21, 30, tzinfo=KST)),
        ("방금 전", NOW),
        ("30초 전", NOW - timedelta(seconds=30)),
        ("2일 전", NOW - timedelta(days=2)),
        ("1주일 전", NOW - timedelta(days=7)),
    ],
)
def test_other_times(written: str, expected: datetime) -> None:
    """Afternoon, midnight, days alone, words for a while ago."""
    assert parse_date(written, NOW) == expected


@pytest.mark.parametrize(
    "written", ["", "hello", "2025-13-45 99:99", "2025-02-30 10:00", "0000-00-00", "1970-01-01", "12:30", "제3조"]
)
def test_what_tells_no_time(written: str) -> None:
    """None, rather than a guess."""
    assert parse_date(written, NOW) is None


def test_korean_time_that_is_labelled_gmt() -> None:
    """It lies ahead of now, and is past in Korean time: several outlets print that label."""
    assert parse_date("Mon, 01 Sep 2025 11:50:00 GMT", NOW) == datetime(2025, 9, 1, 11, 50, tzinfo=KST)
    assert parse_date("Mon, 01 Sep 2025 02:50:00 GMT", NOW) == datetime(2025, 9, 1, 2, 50, tzinfo=UTC)


def test_the_zone_is_the_outlets() -> None:
    """A time without a zone is local to the outlet; an unknown zone is Korea's."""
    assert parse_date("2025-09-01 09:00", NOW, zone_named("America/New_York")) == datetime(
        2025, 9, 1, 9, 0, tzinfo=ZoneInfo("America/New_York")
    )
    assert parse_date("2025-09-01 09:00", NOW, zone_named("Nowhere/Land")) == NINE


@given(st.text(max_size=300) | st.from_regex(r"[0-9:./\-년월일시분 오전후TZ+]{1,60}", fullmatch=True))
def test_any_text_tells_a_time_or_none(written: str) -> None:
    """Without raising, and always with a zone."""
    told = parse_date(written, NOW)

    assert told is None or told.tzinfo is not None
