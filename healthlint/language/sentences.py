"""Where sentences end: one regex finds the stops, a few word sets tell full stops from abbreviations."""

from __future__ import annotations

import re

from healthlint.language.patterns import lazy_pattern


def split_sentences(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The spans of the sentences of one block of prose, trimmed of white space; a line break ends a sentence.

    A citation mark behind the stop (`.[1]`, `.¹`, `.3 The`) belongs to the sentence that it follows.
    """
    spans: list[tuple[int, int]] = []
    line = start
    while line < end:
        line_end = text.find("\n", line, end)
        if line_end < 0:
            line_end = end
        _split_line(text, line, line_end, spans)
        line = line_end + 1
    return spans


def _split_line(text: str, start: int, end: int, spans: list[tuple[int, int]]) -> None:
    """Add the sentences of one line to `spans`."""
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    begin = start
    for stop in _STOP.finditer(text, start, end):
        if _is_boundary(text, begin, stop, end):
            spans.append((begin, stop.end("marks")))
            begin = stop.end()
    if begin < end:
        spans.append((begin, end))


# A run of stops, what closes with it, citation marks, and the white space before what may be a sentence. The
# look-behinds keep a long run ("......", ". . . .") from being tried again at each of its stops; `++` never backs up.
# Before lower case a sentence goes on, except before "mRNA", "iPhone" and markers of lists ("b. Stretch").
_STOP = lazy_pattern(
    r"""(?P<stops>[.!?…](?<![.!?].)(?<!….)(?<![.!?][ ].)[.!?…]*+(?:[ ]\.(?!\d))*)
        (?P<marks>["'”’»)\]]*+
          (?:[ ]?\[(?:\d[\d,;–—\ -]{0,20}|[a-z]|citation\ needed)\]|[⁰¹²³⁴-⁹][⁰¹²³⁴-⁹,–-]*+)*
          (?P<digits>(?<=[a-z)%”"][.?!”"])\d{1,3}(?:[,–-]\d{1,3})*(?=\s+[A-Z“"(]))?)
        (?:$|\s++(?=[^\Wa-zß-öø-ÿ_]|[^\w\s,;:)\]–—-]|[a-z]{1,3}[A-Z]|[a-z][.)]\s[A-Z])|(?=["“(]?[A-Z]))
    """,
    re.VERBOSE,
)


def _is_boundary(text: str, begin: int, stop: re.Match[str], end: int) -> bool:
    """Whether a sentence that began at `begin` ends at this stop."""
    at, after = stop.start(), stop.end()
    if at == begin:  # "… and so it began": dots before the first word
        return False
    if after == end:
        return True
    stops = stop["stops"]
    if after == stop.end("marks") and not _is_glued_end(text, begin, stop):
        return False
    if stops != ".":
        return _ends_at_mark(text, begin, stop)
    word = text[max(begin, text.rfind(" ", max(begin, at - 40), at) + 1) : at]
    if len(word) > 1 and word.isalpha() and word not in _ABBREVIATIONS:
        return True
    return _ends_after(word, text, begin, stop)


def _ends_at_mark(text: str, begin: int, stop: re.Match[str]) -> bool:
    """Whether `!`, `?` or an ellipsis ends the sentence, a capital or a sign being next."""
    stops, after = stop["stops"], stop.end()
    if stops.strip(". …") == "":
        return _GOES_ON.match(text, after) is None  # "we saw ... I think" goes on, "we saw ... The" does not
    if stop.start("marks") < stop.end("marks") and text[stop.start("marks")] in "\"'”’":
        return _SPEECH.match(text, after) is None  # “Is it safe?” Osei asked.
    return not text.endswith(_SHOUTED, begin, stop.start())


def _ends_after(word: str, text: str, begin: int, stop: re.Match[str]) -> bool:
    """Whether a full stop after this word, which is short, odd or an abbreviation, ends the sentence."""
    after = stop.end()
    tail = _WORD_TAIL.search(word)
    if tail is None:
        return True  # a stop after a sign: `5%.`, `sleep).`, `”.`
    word = tail[0]
    if _ENUMERATOR.fullmatch(text, begin, stop.start()):
        return False
    if len(word) == 1 and word.isalpha():
        return _ends_after_letter(word, text, begin, stop)
    kind = _ABBREVIATIONS.get(word)
    if kind is None and _DOTTED.fullmatch(word):
        kind = _UNLESS_STARTER
    if kind is None:
        return True
    if kind == _NEVER:
        return False
    following = text[after : after + 1]
    if kind == _BEFORE_NUMBER:
        return not following.isdigit() and not stop["digits"]
    if kind == _TIME:
        zone = _OPENING.match(text, after)
        return zone is None or zone["word"] not in _ZONES
    return _starts_sentence(text, after)


def _ends_after_letter(letter: str, text: str, begin: int, stop: re.Match[str]) -> bool:
    """Whether one letter and a stop end the sentence (`vitamin D.`) or are an initial (`J. Smith`)."""
    before = text[max(begin, stop.start() - 30) : stop.start() - 1].split()
    if before and (before[-1].lower() in _LETTERED or (letter == "I" and before[-1].islower())):
        return True
    if len(before) > 1 and before[-1] in ("and", "or", "&") and len(before[-2].rstrip(",")) == 1:
        return True  # "vitamins A, C and E."
    return _starts_sentence(text, stop.end())


def _starts_sentence(text: str, at: int) -> bool:
    """Whether the word here opens sentences (`The`, `However,`, `Usually,`) rather than going on with a name."""
    opening = _OPENING.match(text, at)
    return opening is not None and (opening["word"] in _STARTERS or opening["adverb"] is not None)


def _is_glued_end(text: str, begin: int, stop: re.Match[str]) -> bool:
    """Whether a stop without a space behind it ends a sentence all the same: `sleep.The`, not `Ph.D`, `a.Com`."""
    at, after = stop.start(), stop.end()
    left = text[max(begin, at - 40) : at].rpartition(" ")[2]
    around = left + text[after : after + 20].partition(" ")[0]
    if any(sign in around for sign in ("/", "@", "_", "www.")):
        return False
    opening = _OPENING.match(text, after)
    word = opening["word"] if opening else ""
    if word in _DOMAINS or not (word[1:].islower() or word in ("A", "I")):
        return False
    ends_plainly = left[-2:].isalpha() and left[-2:].islower() and len(left) > 1
    return ends_plainly or left.endswith((")", "%", "”")) or stop["marks"] != "" or word in _STARTERS


_WORD_TAIL = lazy_pattern(r"[^\W_]+(?:[.'’][^\W_]+)*$")
_DOTTED = lazy_pattern(r"(?:[A-Za-z]\.)+[A-Za-z]")
_ENUMERATOR = lazy_pattern(r"[(\[*#•–-]*\s?(?:\d{1,3}|[A-Za-z]|[ivx]{1,4}|[IVX]{1,4})")
_OPENING = lazy_pattern(r"""["'“‘(\[]*(?P<word>[A-Za-z]+)(?![.\w])(?:(?<=ly)(?P<adverb>),)?""")
_GOES_ON = lazy_pattern(r"I\b|[^\w\s\"'“‘(\[]")
_SPEECH = lazy_pattern(
    r"(?:[A-Z][\w.'’-]*\s+){1,4}(?:said|says|asks|asked|wrote|writes|adds|added|replied|replies|wonders|wondered)\b"
)
_SHOUTED = ("Yahoo", "Jeopardy")

_NEVER, _BEFORE_NUMBER, _UNLESS_STARTER, _TIME = "never", "number", "starter", "time"


def _abbreviations() -> dict[str, str]:
    """Every abbreviation that ends with a stop, and what it takes for that stop to end a sentence."""
    never = """
        Dr Drs Mr Mrs Ms Messrs Prof Profs Rev Hon Sen Sens Rep Reps Gov Gen Col Capt Sgt Lt Cmdr Maj Pres Supt vs Vs
        VS v eg e.g E.g ie i.e I.e cf Cf viz approx Approx ca incl Incl esp resp aka a.k.a w.r.t
    """
    number = """
        No Nos no nos Fig Figs fig figs Vol vol Vols pp Pp pg Ch ch Chap Sec Sect Eq Eqs Ref Refs Tab App Ver Art Jan
        Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun Ext ext Tel tel Par
        est Est max min avg Bldg Rm Apt Suppl
    """
    starter = """
        St Ste Mt Ft Inc Ltd Co Corp Cos LLC Bros Jr Sr Esq al Assn Assoc Dept dept Univ Inst Natl Intl Org Ave Blvd
        Rd Hwy Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Mass Md Mich Minn Miss Mo Mont Neb Nev Okla
        Ore Pa Tenn Tex Va Vt Wash Wis Wyo Penn Ont Que Ph.D PhD Pharm.D Psy.D Ed.D Sc.D Dr.P.H M.Sc B.Sc Ph D.Phil
        spp subsp var ed eds Ed Eds trans cert
    """
    kinds = {_NEVER: never, _BEFORE_NUMBER: number, _UNLESS_STARTER: starter}
    table = {word: kind for kind, words in kinds.items() for word in words.split()}
    return table | dict.fromkeys(["a.m", "p.m", "A.M", "P.M"], _TIME)


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_ABBREVIATIONS = _abbreviations()

# Words before a letter that is a name, so that the stop behind it ends the sentence: "vitamin D.", "hepatitis B."
_LETTERED = _words("""
    vitamin vitamins hepatitis influenza flu type types group groups plan part class category option choice grade
    letter immunoglobulin strain serotype subtype coenzyme protein factor section appendix table figure exhibit step
    team arm medicare provitamin pro-vitamin schedule level
""")
_STARTERS = _words("""
    The A An This That These Those It Its He She They We You His Her Their Our Your My I If When While Although Though
    Because Since As At By For From In On To With But And Or Nor So Yet However Moreover Also Some Many Most Several
    Both Each Every Other Others Another What Which Who Whose Why How Where There Here Then Thus Therefore No Not Do
    Does Did Is Are Was Were Can Could Should Would Will May Might Must Have Has According During After Before Until
    Despite Even Only One Two Three All Any Such Now Today Last Unlike Among About Over Under Between Through Without
    Within Once Instead Still Meanwhile Nevertheless Nonetheless Furthermore Overall Finally First Second More Less
    Few Research Researchers Scientists Doctors Experts Patients People Adults Women Men Children Studies Symptoms
    Take Talk Ask Tell Try Use Make Keep Get Eat Drink Avoid See Check Call
""")
_ZONES = _words("""
    ET EST EDT CT CST CDT MT MST MDT PT PST PDT GMT UTC BST Eastern Central Mountain Pacific Monday Tuesday Wednesday
    Thursday Friday Saturday Sunday January February March April May June July August September October November
    December
""")
_DOMAINS = _words("Com Org Net Edu Gov Io Uk Info Biz Js Md Pdf Html")
