"""Inflected forms of English verbs and nouns, and whether a subject takes a plural verb."""

from __future__ import annotations

import re
from typing import NamedTuple

from healthlint.language.patterns import lazy_pattern


class Forms(NamedTuple):
    """The forms of a verb: cause, causes, caused, caused, causing."""

    base: str
    third: str
    past: str
    participle: str
    gerund: str


def verb_forms(base: str) -> Forms:
    """The forms of a verb given as its lower-case infinitive; the spelling is American where it differs."""
    if base in _WHOLLY_IRREGULAR:
        third, past, participle, gerund = _WHOLLY_IRREGULAR[base]
        return Forms(base, third, past, participle, gerund)
    past, participle = _irregular_past(base) or (_regular_past(base),) * 2
    return Forms(base, _with_s(base), past, participle, _gerund(base))


def plural(noun: str) -> str:
    """The plural of a noun (`risk factor`, `cause of death`, `cause of`), or the noun itself where it has none."""
    if preposition := _PREPOSITION.search(f"{noun} "):  # the blank lets "cause of" end in its preposition
        return plural(noun[: preposition.start()]) + noun[preposition.start() :]
    before, space, last = noun.rpartition(" ")
    return f"{before}{space}{_plural_of_word(last)}"


def is_plural(noun_phrase: str) -> bool:
    """Whether a subject takes a plural verb: `low levels of iron` and `iron and zinc` do, `eating nuts` does not."""
    phrase = _BRACKETS.sub("", noun_phrase).strip(" ,.;:")
    words = phrase.split()
    if not words:
        return False
    first = words[0].lower()
    if len(words) > 2 and (partitive := _PARTITIVE.match(phrase)):  # "a number of women", "most of the pain"
        return is_plural(phrase[partitive.end() :])
    if first in _GERUNDS and not (len(words) == 2 and words[1].lower() in _GERUND_HEADS):
        return " and " in phrase and phrase.rpartition(" and ")[2].split()[0].endswith("ing")
    preposition = _PREPOSITION.search(phrase)
    head = phrase[: preposition.start()] if preposition else phrase
    if first in _PLURAL_FIRST or (first not in ("each", "every", "either", "neither") and _AND.search(head)):
        return True
    if first in _SINGULAR_FIRST:
        return False
    return _is_plural_word(head.split()[-1]) if head.split() else False


def _irregular_past(base: str) -> tuple[str, str] | None:
    """Past and participle of an irregular verb, also behind a prefix (`withdraw`, `overeat`, `underlie`)."""
    if base in _IRREGULAR:
        return _IRREGULAR[base]
    prefix = _VERB_PREFIX.match(base)
    if prefix is None or base == "relay" or base[prefix.end() :] not in _IRREGULAR:
        return None
    past, participle = _IRREGULAR[base[prefix.end() :]]
    return prefix[0] + past, prefix[0] + participle


def _regular_past(base: str) -> str:
    if base.endswith("e"):
        return base + "d"
    if _ENDS_IN_CONSONANT_Y.search(base):
        return base[:-1] + "ied"
    return _stem(base) + "ed"


def _gerund(base: str) -> str:
    if base.endswith("ie"):
        return base[:-2] + "ying"
    if base.endswith("e") and not base.endswith(("ee", "oe", "ye")):
        return base[:-1] + "ing"
    return _stem(base) + "ing"


def _stem(base: str) -> str:
    """The verb as it stands before `-ed` and `-ing`: stop -> stopp, mimic -> mimick."""
    if base.endswith("ic"):
        return base + "k"
    return base + base[-1] if base in _DOUBLING or _ONE_SHORT_SYLLABLE.fullmatch(base) else base


def _with_s(word: str) -> str:
    """A verb in the third person, or a regular noun in the plural."""
    if word.endswith(("s", "x", "z", "ch", "sh")) and word != "stomach":
        return word + "zes" if word in ("quiz", "whiz") else word + "es"
    if _ENDS_IN_CONSONANT_Y.search(word):
        return word[:-1] + "ies"
    return word + "es" if word in _ES_AFTER_O else word + "s"


def _plural_of_word(word: str) -> str:
    if word in _PLURALS:
        return _PLURALS[word]
    if word in _SINGULAR_S or word.endswith("itis") or (word.endswith("s") and word in _ALWAYS_PLURAL):
        return word
    if word.endswith(("sis", "xis")):
        return word[:-2] + "es"
    for ending, replacement in _ENDINGS:
        if word.endswith(ending) and word not in ("human", "german", "shaman", "talisman"):
            return word[: -len(ending)] + replacement
    return _with_s(word)


def _is_plural_word(word: str) -> bool:
    lower = word.lower().strip("“”\"'‘")
    if lower in _PLURAL_WORDS or lower in _ALWAYS_PLURAL:
        return True
    if not lower.endswith("s") or lower in _SINGULAR_S or lower.endswith(("ss", "us", "is", "'s", "’s")):
        return False
    return not (word.isupper() and len(word) > 1)  # "RLS", "IBS"; but "NSAIDs"


def _pairs(text: str) -> dict[str, str]:
    words = text.split()
    return dict(zip(words[::2], words[1::2], strict=True))


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _irregular_verbs(text: str) -> dict[str, tuple[str, str]]:
    """`lead led; rise rose risen` as a table of past and participle; one word stands for both."""
    table = {}
    for row in text.split(";"):
        base, past, *participle = row.split()
        table[base] = (past, participle[0] if participle else past)
    return table


_WHOLLY_IRREGULAR = {
    "be": ("is", "was", "been", "being"),
    "have": ("has", "had", "had", "having"),
    "do": ("does", "did", "done", "doing"),
    "go": ("goes", "went", "gone", "going"),
    "undergo": ("undergoes", "underwent", "undergone", "undergoing"),
}
_IRREGULAR = _irregular_verbs("""
    bear bore borne; beat beat beaten; become became become; begin began begun; bend bent; bet bet; bid bid; bind
    bound; bite bit bitten; bleed bled; blow blew blown; break broke broken; breed bred; bring brought; build built;
    burst burst; buy bought; cast cast; catch caught; choose chose chosen; cling clung; come came come; cost cost;
    creep crept; cut cut; deal dealt; dig dug; draw drew drawn; drink drank drunk; drive drove driven; eat ate eaten;
    fall fell fallen; feed fed; feel felt; fight fought; find found; flee fled; fly flew flown; forbid forbade
    forbidden; forget forgot forgotten; forgive forgave forgiven; freeze froze frozen; get got gotten; give gave
    given; grind ground; grow grew grown; hang hung; hear heard; hide hid hidden; hit hit; hold held; hurt hurt; keep
    kept; know knew known; lay laid; lead led; leave left; lend lent; let let; lie lay lain; lose lost; make made;
    mean meant; meet met; pay paid; put put; quit quit; read read; rid rid; ride rode ridden; ring rang rung; rise
    rose risen; run ran run; say said; see saw seen; seek sought; sell sold; send sent; set set; shake shook shaken;
    shed shed; shine shone; shoot shot; show showed shown; shrink shrank shrunk; shut shut; sing sang sung; sink sank
    sunk; sit sat; sleep slept; slide slid; speak spoke spoken; speed sped; spend spent; spin spun; spit spat; split
    split; spread spread; spring sprang sprung; stand stood; steal stole stolen; stick stuck; sting stung; strike
    struck; strive strove striven; swear swore sworn; sweep swept; swell swelled swollen; swim swam swum; swing swung;
    take took taken; teach taught; tear tore torn; tell told; think thought; throw threw thrown; thrust thrust;
    understand understood; wake woke woken; wear wore worn; weep wept; win won; wind wound; withstand withstood; write
    wrote written
""")
_VERB_PREFIX = lazy_pattern(r"(?:over|under|out|up|off|re|un|with|fore|mis)-?")
_ENDS_IN_CONSONANT_Y = lazy_pattern(r"(?:[^aeiou]|qu)y$")
_ONE_SHORT_SYLLABLE = lazy_pattern(r"(?:qu|[^aeiou])*[aeiou][^aeiouwxy]")  # stop, swab, quit; not fix, need, sleep
_DOUBLING = _words("""
    admit permit commit submit omit emit remit transmit begin forget regret rebut deter defer infer refer prefer
    confer transfer occur recur incur concur control patrol compel expel propel dispel repel excel rebel equip overlap
    unplug outrun outfit reset upset offset forbid rerun overrun undercut handicap kidnap format program zigzag
""")

_PLURALS = _pairs("""
    child children grandchild grandchildren foot feet tooth teeth goose geese mouse mice louse lice ox oxen person
    people life lives knife knives wife wives midwife midwives half halves calf calves leaf leaves loaf loaves self
    selves shelf shelves hoof hooves elf elves thief thieves wolf wolves scarf scarves bacterium bacteria ovum ova
    datum data medium media spectrum spectra symposium symposia curriculum curricula diverticulum diverticula atrium
    atria septum septa addendum addenda criterion criteria phenomenon phenomena mitochondrion mitochondria ganglion
    ganglia fungus fungi bacillus bacilli stimulus stimuli nucleus nuclei thrombus thrombi embolus emboli alveolus
    alveoli bronchus bronchi villus villi locus loci radius radii nevus nevi genus genera corpus corpora alumnus
    alumni vertebra vertebrae larva larvae alga algae papilla papillae bursa bursae pupa pupae appendix appendices
    cortex cortices matrix matrices vertex vertices larynx larynges pharynx pharynges helix helices gas gases bias
    biases lens lenses pancreas pancreases iris irises pelvis pelvises axis axes
""")
_ENDINGS = (("woman", "women"), ("man", "men"), ("coccus", "cocci"), ("self", "selves"))
_ES_AFTER_O = _words("go do undergo forgo veto echo potato tomato hero mango mosquito torpedo embargo")
_ALWAYS_PLURAL = _words("""
    people cattle police data media species series offspring feces genitals forceps biceps triceps statistics
    antibiotics they we you these those both many several few others folks men women children
""")
_SINGULAR_S = _words("""
    diabetes rabies measles mumps herpes shingles rickets news scabies caries ascites gas bias lens pancreas canvas
    atlas christmas chaos ethos cosmos asbestos thermos yes genetics epigenetics economics mathematics physics
    politics obstetrics pediatrics paediatrics geriatrics gymnastics orthopedics aerobics genomics pus
""")
_PLURAL_WORDS = frozenset(_PLURALS.values()) | {"women", "men", "cocci"}
_PLURAL_FIRST = _words("these those many several few both two three four five six seven eight nine ten they we you")
_SINGULAR_FIRST = _words("a an this that each every one another either neither it he she")
_GERUNDS = _words("""
    adding addressing avoiding being boosting breathing choosing consuming correcting cutting doing drinking eating
    exercising feeling gaining getting giving having improving keeping limiting living losing lowering maintaining
    making managing quitting raising reducing replacing restoring skipping smoking spending stopping supplementing
    taking treating using walking wearing working
""")
_GERUND_HEADS = _words("aids conditions costs disorders drinks habits hours pains pants patterns problems rates shoes")
_BRACKETS = lazy_pattern(r"\s*\([^()]*\)|\s*\[[^\[\]]*\]")
_AND = lazy_pattern(r"\s(?:and|&|as well as)\s|\s\+\s", re.IGNORECASE)
_PARTITIVE = lazy_pattern(
    r"(?:an? (?:(?:large|small|growing|great|wide|whole) )?"
    r"(?:number|lot|range|variety|majority|minority|handful|couple) of|the (?:vast )?majority of|"
    r"(?:most|some|all|half|none|plenty|lots|any|two-thirds|a third|a quarter) of|"
    r"\d[\d.,]*\s?(?:%|percent|per cent) of)\s(?:the |these |those |your |their |our )?",
    re.IGNORECASE,
)
_PREPOSITION = lazy_pattern(
    r"\s(?:of|in|for|with|without|from|to|on|at|by|that|which|who|during|among|between|like|such|including|after|before|"
    r"under|over|into|near|against|around|about|across|per|than|behind|caused|linked|related)\s",
    re.IGNORECASE,
)
