"""In which language an article is written, by its script and by the small words that every text is full of."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from healthlint.language.patterns import lazy_pattern
from healthlint.model.span import TextSpan

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence, Set

    from healthlint.analysis.hits import Hits
    from healthlint.analysis.sentences import Sentence, Sentences
    from healthlint.analysis.zones import Zone
    from healthlint.model.context import Knowledge
    from healthlint.model.document import Document

ENGLISH = "english"


class Language(NamedTuple):
    """The language of the prose, in lower case; an empty name stands for one that is only known not to be English."""

    name: str = ENGLISH
    place: TextSpan | None = None  # the first words that are not English

    @property
    def is_english(self) -> bool:
        """Whether rules that read English have something to read here."""
        return self.name == ENGLISH


def find_language(
    document: Document, zones: tuple[Zone, ...], sentences: Sentences, hits: Hits, knowledge: Knowledge
) -> Language:
    """The language of an article. Less than a short paragraph tells nothing and counts as English.

    So does a text of which a third is English, such as one that quotes a long passage in another language.
    """
    if not _is_western(hits.folded) and _OTHER_LETTERS.search(hits.folded):
        place = _in_another_script(hits.folded, _prose(document, zones, sentences))
        if place is not None:
            return Language("", place)
    return _by_small_words(document, hits, _prose(document, zones, sentences), knowledge)


def _is_western(text: str) -> bool:
    """Whether a text has no more than the letters and signs of Western Europe, as most have; told much faster."""
    try:
        text.encode("cp1252")
    except UnicodeEncodeError:
        return False
    return True


_FEWEST_WORDS, _MANY_WORDS = 30, 100
_ENOUGH_WORDS = 200  # that settle the matter where they are English
_SHORTEST = 4  # words of a sentence that is looked at
_THIRD, _FEW = 0.07, 0.03  # shares of small words: English prose has 0.22, and telegrams hardly less than 0.10
_FOREIGN, _AS_DECLARED = 0.08, 0.04  # shares of another language's; prose in it has 0.15 and more, English nearly none
_CLEARLY = 1.2  # times as many as of the next best language
_LONGEST_PLACE = 80  # characters
_WORD = lazy_pattern(r"[^\W\d_]+(?:'[^\W\d_]+)*")
_OTHER_LETTERS = lazy_pattern(  # told by what they are not, since nearly every letter is of the first of these ranges
    r"[^\u0000-\u036f\u1d00-\u2c7f\u2e00-\u303f\u31a0-\u31ef\u3200-\u33ff\ua700-\ua7ff\ud800-\uf8ff\ufb00-\U0010ffff]+"
)
_UNSPACED = lazy_pattern(r"[\u0e00-\u0eff\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")  # Thai, Chinese …
_LETTERS_OF_A_WORD = 2  # in a script without spaces
_DECLARING = ("lang", "language", "locale", "inlanguage", "og:locale", "content-language")


def _prose(document: Document, zones: tuple[Zone, ...], sentences: Sentences) -> Iterator[Sentence]:
    """What may be sentences of the article, and no headings, cells of tables or addresses."""
    for index, block in enumerate(document.blocks):
        if zones[index] in ("front", "body") and block.kind not in ("heading", "cell"):
            for sentence in sentences.of_block(index):
                if document.text.find("://", sentence.start, sentence.end) < 0:
                    yield sentence


def _in_another_script(folded: str, prose: Iterable[Sentence]) -> TextSpan | None:
    """The first words in a script other than the Latin one, if most letters of the prose are of such a script."""
    words = letters = others = 0
    first: Sentence | None = None
    for sentence in prose:
        found = _OTHER_LETTERS.findall(folded, sentence.start, sentence.end)
        letters += sum(map(len, _WORD.findall(folded, sentence.start, sentence.end)))
        if found:
            first = first or sentence
            others += sum(map(len, found))
            words += len(found) + len(_UNSPACED.findall("".join(found))) // _LETTERS_OF_A_WORD
    if first is None or others * 2 < letters or words < _FEWEST_WORDS:
        return None
    return _opening(folded, first)


def _by_small_words(document: Document, hits: Hits, prose: Iterable[Sentence], knowledge: Knowledge) -> Language:
    """The language of sentences by their share of small words."""
    english = _terms(knowledge, ENGLISH)
    words: list[str] = []
    is_settled = False
    other: Sentence | None = None  # the first sentence without an English word
    for sentence in prose:
        found = _WORD.findall(hits.folded, sentence.start, sentence.end)
        if len(found) < _SHORTEST:
            continue
        words += found
        if other is None and english.isdisjoint(found):
            other = sentence
        if not is_settled and len(words) >= _ENOUGH_WORDS:
            if _share(words, english) >= _THIRD:
                return Language()
            is_settled = True
    if len(words) < _FEWEST_WORDS or other is None or (share := _share(words, english)) >= _THIRD:
        return Language()
    name, foreign = _best(words, knowledge)
    place, is_declared_foreign = _opening(hits.folded, other), _is_declared_foreign(document)
    if foreign >= (_AS_DECLARED if is_declared_foreign else _FOREIGN):
        return Language(name, place)
    if share < _FEW and (is_declared_foreign or len(words) >= _MANY_WORDS) and not hits["placeholders.fillers"]:
        return Language("", place)  # in whatever language
    return Language()


def _best(words: Sequence[str], knowledge: Knowledge) -> tuple[str, float]:
    """The language, other than English, with the most small words, and their share; no name if two come close."""
    names = [name.partition(".")[2] for name in knowledge.lexicons if name.startswith("function-words.")]
    shares = [(_share(words, _terms(knowledge, name)), name) for name in names if name != ENGLISH]
    (best, name), (second, _) = sorted(shares, reverse=True)[:2]
    return (name if best >= _CLEARLY * second else ""), best


def _share(words: Sequence[str], small: Set[str]) -> float:
    return sum(word in small for word in words) / len(words)


def _terms(knowledge: Knowledge, language: str) -> Set[str]:
    return {entry.term for entry in knowledge.lexicons[f"function-words.{language}"].entries}


def _is_declared_foreign(document: Document) -> bool:
    """Whether the metadata names another language than English: `lang: de`."""
    declared = [field.value.strip().lower() for field in document.fields if field.key.lower() in _DECLARING]
    return bool(declared) and not any(value.startswith("en") for value in declared)


def _opening(folded: str, sentence: Sentence) -> TextSpan:
    """The first words of a sentence."""
    end = min(sentence.end, sentence.start + _LONGEST_PLACE)
    blank = folded.rfind(" ", sentence.start, end)
    return TextSpan(sentence.start, blank if end < sentence.end and blank > sentence.start else end)
