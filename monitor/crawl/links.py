"""
Addresses of articles: cleaned of what only counts visits, and reduced to what tells one article from another.

An article is its outlet and the number in its address. The guid of a feed changes with the headline in some outlets and
is one for all items in others; the number does neither.
"""

from __future__ import annotations

import re
from functools import lru_cache
from html import unescape
from typing import Final
from urllib.parse import parse_qsl, quote, urlencode, urljoin, urlsplit, urlunsplit

_COUNTS_VISITS: Final = re.compile(
    r"(?i)^(?:utm_\w+|fbclid|gclid|dclid|msclkid|yclid|igshid|mc_[ce]id|_ga|ref|referer|referrer|rss|plink|cooper|"
    r"from|src|source|input|site|cid_from|sns|share|mobile|outputtype|pcview|view|ntype|inflow|spi_ref|rssid)$"
)
_MARKS_VISITS_ONLY_AS: Final = {  # names that elsewhere tell articles apart: they go only with these values
    "view": {"pc", "mobile", "rss", "amp"}, "source": {"rss", "feed", "naver", "daum", "google"},
    "from": {"rss", "feed", "sns", "naver", "daum", "share"}, "src": {"rss", "feed", "sns"}, "site": {"rss"},
    "input": {"rss", "1179m", "1195m", "1195p"}, "mobile": {"1", "0", "y", "n", "true", "false"},
    "outputtype": {"amp"}, "share": {"1", "true"},
}  # fmt: skip
# Most links: nothing to resolve, drop, quote or put in lower case.
_PLAIN_LINK: Final = re.compile(
    r"https?://[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,8}/[A-Za-z0-9/._-]{0,400}(?:\?(?:idxno|no|id|aid|ncd)=\w{1,40})?"
)
# Most links again: host, path, at most one name and value, nothing escaped.
_SIMPLE_LINK: Final = re.compile(r"https?://([a-z0-9.-]+)(?::\d+)?(/[^?#&%+]*)(?:\?(\w{1,20})=(\w{1,40}))?")
_NUMBER_NAMES: Final = re.compile(
    r"(?i)^(?:idxno|aid|article_?id|articleno|news_?id|newsidx|news_no|newscode|no|idx|id|seq|num|key|ncd|uid|artid|"
    r"arcid|gid|sn|bidx|contid|news_seq|oid|cd|ud|nid|art_id|document_srl|p)$"
)
_SAME_HOST: Final = re.compile(r"^(?:www\d?|m|mobile|amp|mnews|m-news|mweb)\.(?=[^.]+\.)")
_SAME_PAGE: Final = re.compile(r"(?:/(?:amp|index\.\w{3,5}))?/*$")
_ID_SEGMENT: Final = re.compile(r"^(?:[A-Za-z]{0,6}[-_]?\d[\dA-Za-z]*|[A-Z0-9]{20,})(?:\.\w{2,5})?$")
_DAY_SEGMENT: Final = re.compile(r"^(?:19|20)\d\d(?:\d\d){0,2}$|^\d{1,2}$")
_FEWEST_DIGITS: Final = 4
_SURE_DIGITS: Final = 6  # a shorter number may be of one section only
_LONGEST_URL: Final = 2048

_PORTALS: Final = (
    (re.compile(r"^(?:n\.|m\.|entertain\.)?(?:news|sports)\.naver\.com$|^n\.news\.naver\.com$"), "naver"),
    (re.compile(r"^(?:v|news\.v|media|m\.media|news)\.daum\.net$"), "daum"),
    (re.compile(r"^news\.google\.com$"), "google"),
    (re.compile(r"^(?:news\.)?nate\.com$|^m\.news\.nate\.com$"), "nate"),
    (re.compile(r"^(?:news\.)?zum\.com$|^m\.news\.zum\.com$"), "zum"),
)


def clean_link(link: str, base: str = "") -> str:
    """
    Return *link* absolute, without fragment and visit counters; '' for what is no address of the web.

    Spaces and line ends around it go, `&amp;` is undone once more, and characters that no address may hold are quoted.
    """
    if _PLAIN_LINK.fullmatch(link):
        return link
    if len(link) > 2 * _LONGEST_URL:
        return ""
    written = re.sub(r"[\x00-\x20\x7f]+", lambda found: "%20" if found[0] == " " else "", unescape(link.strip()))
    try:
        parts = urlsplit(urljoin(base, written))
        host, port = (parts.hostname or "").rstrip("."), parts.port
    except ValueError:
        return ""
    if parts.scheme not in {"http", "https"} or not host or parts.username is not None or len(written) > _LONGEST_URL:
        return ""
    standard = {"http": 80, "https": 443}[parts.scheme]
    netloc = host.lower() if ":" not in host else f"[{host.lower()}]"
    netloc += f":{port}" if port and port != standard else ""
    path = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._")
    return urlunsplit((parts.scheme, netloc, path, _clean_query(parts.query), ""))


def _clean_query(query: str) -> str:
    """Return *query* as it was written, less the pairs that only count visits."""
    pairs = (pair for pair in query.split("&") if pair)
    kept = [pair for pair in pairs if not _only_counts_visits(*pair.partition("=")[::2])]
    return quote("&".join(kept), safe="/%:@!$&'()*+,;=~-._?[]|")


def _only_counts_visits(name: str, value: str) -> bool:
    if not _COUNTS_VISITS.match(name):
        return False
    only = _MARKS_VISITS_ONLY_AS.get(name.lower())
    return only is None or value.lower() in only


def article_key(link: str) -> str:
    """
    Return what tells this article from others of its outlet: host and number, else host, path and query.

    *link* is clean (see `clean_link`).

    http and https, `www.` and `m.` hosts, AMP pages, section names and headlines in the path make no difference.

    >>> article_key("https://m.aitimes.com/news/articleView.html?idxno=138677")
    'aitimes.com/138677'
    """
    if simple := _SIMPLE_LINK.fullmatch(link):
        hostname, path, name, value = simple.groups()
        pairs = [(name, value)] if name else []
    else:
        parts = urlsplit(link)
        hostname, path, pairs = (parts.hostname or "").lower(), parts.path, sorted(parse_qsl(parts.query))
    host = _one_host(hostname)
    numbers = [value for name, value in pairs if _NUMBER_NAMES.match(name) and _count_digits(value)]
    if (digits := _count_digits("".join(numbers))) >= _SURE_DIGITS:
        return f"{host}/{'/'.join(numbers)}"
    path = _SAME_PAGE.sub("", path)
    if digits >= _FEWEST_DIGITS:
        return f"{host}{path}/{'/'.join(numbers)}"
    if number := _number_in(path):
        return f"{host}/{number}"
    return f"{host}{path}" + (f"?{urlencode(pairs)}" if pairs else "")


@lru_cache(maxsize=512)
def _one_host(hostname: str) -> str:
    """Return one name for the hosts that show an outlet's articles to desks and to phones."""
    return _SAME_HOST.sub("", hostname)


def _number_in(path: str) -> str:
    """Return the segments of *path* that number the article (with the day before it), '' when none does surely."""
    segments = [segment for segment in path.split("/") if segment]
    found = [segment for segment in segments if _ID_SEGMENT.match(segment)]
    if not found or segments.index(found[-1]) < len(segments) - 2:  # a number, then at most a headline
        return ""
    number = found[-1].partition(".")[0]
    if _count_digits(number) < _SURE_DIGITS and len(found) == 1:
        return "/".join([*segments[: segments.index(found[-1])], number]) if _count_digits(number) > 1 else ""
    if _DAY_SEGMENT.match(number) and len(found) < 2:  # noqa: PLR2004 - a day and nothing else numbers no article
        return ""
    if not _DAY_SEGMENT.match(number) and _count_digits(number) >= _FEWEST_DIGITS:
        days = [segment for segment in found[:-1] if segment.isdigit()]
        return "/".join([*days, number])
    is_last = segments[-1] == found[-1]
    return "/".join([*found[:-1], number]) if is_last and len(found) > 1 and len("".join(found)) > 8 else ""  # noqa: PLR2004 - a day has eight digits


def _count_digits(text: str) -> int:
    return sum(map(str.isdigit, text))


def portal_of(link: str) -> str:
    """Return the name of the portal that *link* is a copy on ('naver', 'daum', …), '' for an outlet's own page."""
    host = (urlsplit(link).hostname or "").lower()
    return next((name for hosts, name in _PORTALS if hosts.match(host)), "")
