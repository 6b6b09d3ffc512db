"""What may happen to a paragraph between the first time that it is written and the second."""

from __future__ import annotations

from typing import TYPE_CHECKING

from healthlint.language.sentences import split_sentences

if TYPE_CHECKING:
    import random
    from collections.abc import Callable, Mapping, Sequence

    Change = Callable[[str, Sequence[str], random.Random], str | None]


def _keep(text: str, vocabulary: Sequence[str], rng: random.Random) -> str | None:
    """The paragraph as it is."""
    return text


def _replace(share: float) -> Change:
    def change(text: str, vocabulary: Sequence[str], rng: random.Random) -> str | None:
        """The paragraph with a share of its words, but no numbers, replaced by any others."""
        words = text.split()
        places = [index for index, word in enumerate(words) if not any(map(str.isdigit, word))]
        for index in rng.sample(places, min(round(share * len(words)), len(places))):
            bare = words[index].strip(_MARKS)
            words[index] = words[index].replace(bare, rng.choice(vocabulary)) if bare else words[index]
        return " ".join(words)

    return change


def _reorder(text: str, vocabulary: Sequence[str], rng: random.Random) -> str | None:
    """The paragraph with its sentences in another order; None where it has only one."""
    sentences = [text[start:end] for start, end in split_sentences(text, 0, len(text))]
    if len(sentences) < 2:
        return None
    return " ".join(_rotated(sentences, rng.randint(1, len(sentences) - 1)))


def _rotated(sentences: list[str], by: int) -> list[str]:
    return sentences[by:] + sentences[:by]


def _hedge(text: str, vocabulary: Sequence[str], rng: random.Random) -> str | None:
    """The paragraph with every hedge and synonym of the table swapped; None where fewer than two stand in it."""
    words = text.split()
    swapped = [_swap(word, rng) for word in words]
    changed = sum(one != other for one, other in zip(words, swapped, strict=True))
    return " ".join(swapped) if changed >= 2 else None


def _swap(word: str, rng: random.Random) -> str:
    """Another word that does the same work, with the same capital and the same comma behind it."""
    bare = word.strip(_MARKS)
    others = _OTHERS.get(bare.lower())
    if not others:
        return word
    other = rng.choice(others)
    return word.replace(bare, other.capitalize() if bare[0].isupper() else other)


CHANGES: Mapping[str, Change] = {
    "word for word": _keep,
    "10% of words": _replace(0.1),
    "30% of words": _replace(0.3),
    "sentences moved": _reorder,
    "hedged, synonyms": _hedge,
}

_MARKS = ".,;:!?()\"'“”"
_GROUPS = """
    is/may be; are/may be; may/might/can/could; causes/may cause; cause/might cause; helps/may help/supports;
    help/support/assist; reduces/may reduce/lowers; reduce/lower/cut; increases/may raise; increase/raise/boost;
    improves/can improve; improve/enhance/better; leads/may lead; prevents/may prevent; prevent/avoid; has/can have;
    makes/can make; shows/suggests; showed/found/suggested; shown/found/suggested; found/observed; proves/indicates;
    will/may; always/often; often/frequently/commonly; usually/typically/generally; never/rarely; all/most;
    many/several; people/individuals/patients; doctor/physician/clinician; doctors/physicians;
    important/crucial/essential/key; common/frequent/widespread; severe/serious; study/trial; studies/trials;
    research/evidence; researchers/scientists; symptoms/signs; condition/disorder; illness/disease;
    treatment/therapy; medicine/medication; medicines/drugs; risk/likelihood; begin/start; begins/starts; use/take;
    used/taken; using/taking; need/require; needs/requires; about/around/roughly; large/big; small/little;
    quickly/rapidly; slowly/gradually; include/contain; includes/contains; enough/sufficient; difficult/hard;
    choose/pick/select; get/receive; gets/receives; keep/maintain; because/since; but/yet; also/too; very/quite;
    however/still; such/similar; before/ahead of; during/throughout; each/every; best/ideal; good/sound; bad/poor;
    right/proper; amount/quantity; part/portion; kind/type; way/manner; day/daytime; night/evening; problem/issue;
    problems/issues; change/shift; changes/shifts; eat/consume; eating/consuming
"""
_OTHERS = {
    word: [other for other in group if other != word]
    for group in ([each.strip() for each in row.split("/")] for row in _GROUPS.split(";"))
    for word in group
}
