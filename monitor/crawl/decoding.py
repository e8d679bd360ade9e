"""
Bytes to text: the header and the declaration propose, the bytes decide.

UTF-8 wins when it decodes strictly. Korean legacy names all mean cp949, since EUC-KR feeds carry cp949 syllables. One
broken byte costs one character, never the feed.
"""

from __future__ import annotations

import codecs
import re

_KOREAN = frozenset(
    (
        "euckr",
        "ksc56011987",
        "ksc5601",
        "ksx1001",
        "korean",
        "cp949",
        "ms949",
        "uhc",
        "windows949",
        "xwindows949",
        "949",
    )
)
# Names that are too often a lie to be followed against the bytes.
_UNTOLD = frozenset(("", "utf8", "ascii", "usascii", "latin1", "iso88591", "windows1252", "cp1252"))
_DECLARED = re.compile(
    rb"""<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{1,40})|<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{1,40})""",
    re.IGNORECASE,
)
_IN_HEADER = re.compile(r"""charset\s*=\s*["']?\s*([\w.:-]{1,40})""", re.IGNORECASE)
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (b"<\0", "utf-16-le"),
    (b"\0<", "utf-16-be"),
)
_HANGUL = re.compile("[가-힣]")
# C0 but tab and line ends, DEL, C1, surrogates, noncharacters, the BOM inside a text
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufeff\ufffe\uffff]")
_SCANNED_BYTES = 4096


def decode(body: bytes, content_type: str = "") -> str:
    """
    Return the text of *body* without control characters, whatever it and *content_type* claim of its encoding.

    What cannot be decoded becomes U+FFFD, one for each broken byte. Never raises.
    """
    return drop_controls(_decode(body, content_type))


def drop_controls(text: str) -> str:
    """Return *text* without characters that neither XML nor a reader wants."""
    return _CONTROLS.sub("", text)


def _decode(body: bytes, content_type: str) -> str:
    for bom, encoding in _BOMS:
        if body.startswith(bom):
            return body.decode(encoding, "replace")
    try:
        if b"\x1b$" not in body[:_SCANNED_BYTES]:  # ISO-2022-KR is all ASCII too
            return body.decode("utf-8")
    except UnicodeDecodeError:
        pass
    declared = _declared(body, content_type)
    if declared and declared not in _KOREAN | _UNTOLD:
        try:
            return body.decode(declared)
        except (LookupError, UnicodeDecodeError):
            pass
    return max((body.decode(encoding, "replace") for encoding in ("utf-8", "cp949")), key=_korean_score)


def _declared(body: bytes, content_type: str) -> str:
    """Return the encoding that the document names, else the one of the header; '' for one too often a lie."""
    inside = _DECLARED.search(body, 0, _SCANNED_BYTES)
    header = _IN_HEADER.search(content_type)
    names = [(inside[1] or inside[2]).decode("ascii", "ignore")] if inside else []
    names += [header[1]] if header else []
    plain = [re.sub(r"[\s_.:-]", "", name.lower()) for name in names]
    return next((name for name, short in zip(names, plain, strict=True) if short not in _KOREAN | _UNTOLD), "")


def _korean_score(text: str) -> int:
    """Weigh a decoding: Hangul speak for it, broken bytes and the rare syllables of mojibake against it."""
    return len(_HANGUL.findall(text)) - 4 * text.count("\ufffd")
