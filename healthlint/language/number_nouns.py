"""The words that follow a number: what it counts."""

from __future__ import annotations

from healthlint.language.number_units import COUNTED, word_set
from healthlint.language.patterns import lazy_pattern


def words_ahead(folded: str, at: int) -> list[str]:
    """Up to seven words that follow without a sign between them; hyphens divide words too."""
    ahead = _AHEAD.match(folded, at)
    return ahead[0].replace("-", " ").split() if ahead else []


def counted_noun(folded: str, at: int) -> tuple[str, int]:
    """The noun for people, events or studies that is counted here, behind at most three adjectives, and its end.

    Of several in a row it is the last: `200 adult patients`.
    """
    noun, end = "", at
    for number, word in enumerate(words_ahead(folded, at)):
        at += len(word) + 1
        if word in COUNTED:
            noun, end = word, at
        elif noun or number == 3 or word in _NO_ADJECTIVES:
            break
    return noun, end


_AHEAD = lazy_pattern(r"(?:[ -](?:u\.[sk]\.|[a-z]++(?:'s?)?)(?![a-z0-9])){1,7}")
_NO_ADJECTIVES = word_set("""
    a about after against all among an and are as at be been because before being between but by can compared could
    did do does each every for found from had has have how if in into is it its may might more less most not of off on
    only or out over per said says she so some such than that the their them then there these they this those through
    times to under until up versus was we were what when where which while who whose will with within without would
    you your he percent years months weeks days hours minutes
""")
