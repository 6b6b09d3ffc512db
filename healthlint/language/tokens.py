"""Words of a text: where they are, how many, and in a form in which two texts can be compared."""

from __future__ import annotations

from healthlint.language.patterns import lazy_pattern


def words(text: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """The spans of the words: `don't`, `follow-up`, `p.m`, `2.5` and `12,000` are one each."""
    return [match.span() for match in _WORD.finditer(text, start, len(text) if end is None else end)]


def word_count(text: str, start: int = 0, end: int | None = None) -> int:
    """How many words there are in a text or a part of it."""
    return len(_WORD.findall(text, start, len(text) if end is None else end))


def normalise(text: str) -> str:
    """The words of a text for comparing: lower case, straight quotes, single spaces, no punctuation or marks."""
    if not text.isascii():
        text = text.translate(_PLAIN)
    if "[" in text:
        text = _CITATION.sub("", text)
    return " ".join(_WORD.findall(text.lower()))


def content_words(text: str) -> frozenset[str]:
    """The stems of the words that carry meaning: `reduces`, `reduced` and `reducing` are one, `the` is none."""
    return frozenset(stem(word) for word in normalise(text).split() if word not in STOP_WORDS)


def stem(word: str) -> str:
    """A lower-case word without its commonest endings; good for comparing words, not for showing them."""
    if len(word) < 4 or not word.isalpha():
        return word.removesuffix("'s")
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "i"
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        word = word[:-1]
    for ending in ("ingly", "edly", "ing", "ed", "ly"):
        if word.endswith(ending) and len(word) - len(ending) > 2 and _VOWEL.search(word, 0, len(word) - len(ending)):
            word = word[: -len(ending)]
            if word[-1] == word[-2] and word[-1] not in "lsz":  # stopp(ing); but fall(ing), less, buzz
                word = word[:-1]
            break
    if word.endswith("e"):
        return word[:-1]
    return word[:-1] + "i" if word.endswith("y") and len(word) > 3 else word


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_WORD = lazy_pattern(
    r"[^\W_]+(?:['’‑-][^\W_]+|(?<=[0-9])[.,][0-9]+|(?<=\b[A-Za-z])\.[A-Za-z]\b|(?<=\b[A-Z][a-z])\.[A-Z]\b)*"
)
_CITATION = lazy_pattern(r"\[[0-9][0-9,;–\s-]{0,20}\]")
_VOWEL = lazy_pattern("[aeiouy]")
_PLAIN = str.maketrans(
    dict.fromkeys("‘’ʼ`", "'")
    | dict.fromkeys("‐‑", "-")
    | dict.fromkeys("⁰¹²³⁴⁵⁶⁷⁸⁹\u00ad\u200b\u200c\u200d\u2060\ufeff", None)
    | dict(zip("₀₁₂₃₄₅₆₇₈₉", "0123456789", strict=True))
)
STOP_WORDS = _words("""
    a about above after again all also although am an and any are as at be because been before being below between
    both but by can could did do does doing down during each either even ever few for from further had has have
    having he her here hers him his how however i if in into is it it's its itself just may me might more most must
    my no nor not of off often on once only or other our out over own per s same shall she should since so some such
    than that the their them then there these they this those through to too under until up upon very was we were
    what when where whether which while who whom why will with within without would yet you your
""")
