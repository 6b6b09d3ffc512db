"""The YAML files of a rule folder -> `RuleSet`."""

from __future__ import annotations

import re
from importlib import import_module
from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, cast

from healthlint.errors import RuleError, did_you_mean
from healthlint.ruleset.decode import Decoder
from healthlint.ruleset.examples import decode_examples
from healthlint.ruleset.knowledge import assemble, inline_lexicon, load_facts, load_lexicons
from healthlint.ruleset.located import Located
from healthlint.ruleset.spec import SHIPPED_CODES, Later, Rule, RuleFile, RuleSet
from healthlint.ruleset.yaml_tree import read_yaml_file

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Mapping

    from healthlint.analysis import Analysis
    from healthlint.analysis.folder import Folder
    from healthlint.model.context import Lexicon
    from healthlint.model.finding import Finding

NO_RULES = {"lexicons", "facts", "profiles", "wraps"}  # the folders of `rules/` that hold other things


class CheckModule(Protocol):
    """What a module of `healthlint/checks/` offers: `check`, or `check_all` where articles are compared."""

    Params: type
    WORDS: tuple[str, ...]
    VARIANTS: tuple[str, ...]

    @staticmethod
    def check(analysis: Analysis, params: object) -> Iterator[Finding]:
        """The findings in one article."""

    @staticmethod
    def fault(params: object) -> str:
        """What is wrong with parameters that are well typed; empty for nothing, and not every module has it."""

    @staticmethod
    def check_all(folder: Folder, params: object) -> Iterator[Finding]:
        """The findings in many articles, each with its file."""


def read_rules(folder: Path) -> RuleSet:
    """Every rule of the folder, whatever its status, in the order of the codes.

    Raises RuleError with file and line for the first mistake.
    """
    lexicons = load_lexicons(folder / "lexicons")
    facts = load_facts(folder / "facts")
    rules = [
        load_rule(path, lexicons)
        for path in sorted(folder.glob("*/*.yaml"), key=lambda path: path.name)
        if path.parent.name not in NO_RULES
    ]
    for earlier, later in pairwise(rules):
        if earlier.code == later.code:
            raise RuleError(f"code {later.code} is taken by {earlier.path}", later.path)
    return RuleSet(tuple(rules), assemble(lexicons.values(), facts))


def load_rule(path: Path, lexicons: dict[str, Lexicon], beside: Mapping[str, Rule] | None = None) -> Rule:
    """The rule of one file. The phrases that it lists for itself are added to `lexicons`.

    `beside`: the rules, by their codes, that a publisher's own one must not be mistaken for.
    """
    tree = read_yaml_file(path, RuleError)
    plain = Decoder(str(path), RuleError)
    file = plain.decode(tree, RuleFile, "")
    keys = cast("dict[str, Located]", tree.value)
    if not re.fullmatch(r"[A-Z]{2,}\d{3}", file.code):
        raise plain.fail(f'code must be capitals and three digits, not "{file.code}"', keys["code"].line)
    if path.stem != f"{file.code}-{file.name}":
        raise plain.fail(f"the file must be called {file.code}-{file.name}.yaml", keys["code"].line)
    if beside is not None:
        _verify_own(file, beside, plain, keys)
    module = check_module(file.check, plain, keys["check"].line)
    _verify_words(file, module, plain, keys)
    params = _params(keys, module, plain._replace(lexicon=lexicon_finder(file.code, lexicons, lexicons)))
    examples = decode_examples(keys.get("examples"), plain)
    return Rule(
        file=file._replace(scope=None, params=None, examples=None),
        topic=path.absolute().parent.name,
        path=str(path),
        severity=file.severity,
        later_params=Later(lambda: params),
        later_examples=Later(lambda: examples),
    )


def _verify_own(file: RuleFile, beside: Mapping[str, Rule], decoder: Decoder, keys: dict[str, Located]) -> None:
    """Make sure that a publisher's own rule has a code and a name of its own."""
    if file.code.startswith(SHIPPED_CODES):
        raise decoder.fail(
            f"code {file.code}: {SHIPPED_CODES} is for shipped rules; take letters of your own", keys["code"].line
        )
    for other in beside.values():
        if other.code == file.code:
            raise decoder.fail(f"code {file.code} is taken by {other.path}", keys["code"].line)
        if other.file.name == file.name:
            raise decoder.fail(f"name {file.name} is taken by {other.code}; take another", keys["name"].line)


def lexicon_finder(owner: str, known: Collection[str], own: dict[str, Lexicon]) -> Callable[[Located, Decoder], str]:
    """How a decoder turns `{lexicon: name}` into that name, and a list of phrases into a lexicon among `own`."""

    def find(located: Located, decoder: Decoder) -> str:
        if not (isinstance(located.value, dict) and "lexicon" in located.value):
            place = f"{owner}:{located.line}"
            beside = sum(name.startswith(place) for name in own)  # several lists on one line
            lexicon = inline_lexicon(f"{place}.{beside}" if place in own else place, located, decoder)
            own[lexicon.name] = lexicon
            return lexicon.name
        name = decoder.decode(located.value["lexicon"], str, "lexicon")
        if name not in known:
            raise decoder.fail(f'no lexicon is called "{name}"{did_you_mean(name, known)}', located.line)
        return name

    return find


def check_module(kind: str, decoder: Decoder, line: int) -> CheckModule:
    """The module of a kind of check. Raises RuleError where there is none."""
    name = kind.replace("-", "_")
    if not name.isidentifier() or find_spec(f"healthlint.checks.{name}") is None:
        folder = Path(__file__).resolve().parents[1] / "checks"
        kinds = {path.stem.replace("_", "-") for path in folder.glob("[a-z]*.py")}
        raise decoder.fail(f'no check is called "{kind}"{did_you_mean(kind, kinds)}', line)
    return cast("CheckModule", import_module(f"healthlint.checks.{name}"))


def _params(keys: dict[str, Located], module: CheckModule, decoder: Decoder) -> object:
    """The rule's params as the check wants them, its scope among them."""
    located = keys.get("params", Located({}, keys["check"].line))
    if "scope" in keys and isinstance(located.value, dict):
        if "scope" not in module.Params.__annotations__:
            raise decoder.fail("this check takes no scope", keys["scope"].line)
        located = Located({**located.value, "scope": keys["scope"]}, located.line)
    params: object = decoder.decode(located, module.Params, "params")
    problem = module.fault(params) if hasattr(module, "fault") else ""
    if problem:
        raise decoder.fail(f"params: {problem}", located.line)
    return params


def _verify_words(file: RuleFile, module: CheckModule, decoder: Decoder, keys: dict[str, Located]) -> None:
    """Make sure that the rule uses only placeholders and variants that its check fills."""
    words, known = {"match", *module.WORDS}, module.VARIANTS
    for name in file.variants:
        if name not in known:
            raise decoder.fail(
                f'{file.check} has no variant "{name}"{did_you_mean(name, known)}', keys["variants"].line
            )
    texts = [(file.message, "message"), *((text, "related") for text in file.related.values())]
    texts += [(variant.message, "variants") for variant in file.variants.values() if variant.message]
    for text, key in texts:
        for word in re.findall(r"\{([^{}:]*)(?::[a-z ]+)?\}", text):
            if word not in words:
                raise decoder.fail(f'{file.check} fills no "{{{word}}}"{did_you_mean(word, words)}', keys[key].line)
