"""Write a table of rules/facts from a looked-up one.

usage: python tools/facts.py established_pairs.csv
       python tools/facts.py source_tiers.csv
       python tools/facts.py crisis_lines.csv | emergency_numbers.csv | retired_lines.csv
       python tools/facts.py upper_limits.csv | iu_factors.csv

The first becomes established-pairs.yaml. It has the columns exposure, direction, outcome, max_strength, population,
source_title, source_url, source_year_or_reviewed and looked_up. A row that was not looked up, or whose source has no
public address, is written as `verified: false`: it may silence a finding and never causes one.

The second becomes source-tiers.yaml. It has the columns domain_or_pattern, tier and reason. Farms and vendors of
products are left out: to name one takes more than our own judgement. Shops are known by the form of their addresses.

The next become crisis-lines.yaml, emergency-numbers.yaml and retired-lines.yaml. Only numbers that were looked up at
a public address are written, and only for the regions that a configuration can name, and lines without a country.

The last become upper-limits.yaml and iu-factors.yaml. Only upper limits of a day and of what is sold as a supplement
are written, not guidance levels.
"""

from __future__ import annotations

import csv
import re
import sys
from pathlib import Path

import yaml

ROOT = Path(__file__).resolve().parents[1]
FACTS = ROOT / "rules/facts"
PAIRS_ABOUT = (
    "Causes and effects that medicine has settled, so that saying so is no overstatement. max_strength is a ceiling: "
    "causal, or can (may cause, side effect, risk factor). Pairs are never transitive. Written by tools/facts.py."
)
PAIRS_COLUMNS = ("exposure", "direction", "outcome", "max_strength", "population")

TIERS_ABOUT = (
    "What kind of source an address is. `match` says what `address` is: a host with everything below it and a path (no "
    "value), a part of a path (path), the beginning of a host (host) or of a DOI (doi). The longest wins. The tiers "
    "are our own judgement of what a site is, not of what stands on it. Written by tools/facts.py."
)
TIERS = {
    "journal": "journal",
    "reference-database": "database",
    "agency": "agency",
    "guideline": "guideline",
    "news": "news",
    "consumer-portal": "portal",
    "social-video": "social",
    "wiki": "wiki",
    "preprint": "preprint",
    "press-release": "press-release",
}
JUDGED = {"title": "Own judgement by the kind of site: see the page of HL505", "date": "2026-11-22"}
RELEASED = {
    "newsroom.": ("host", "press-release"),
    "/press-release/": ("path", "press-release"),
    "/press-releases/": ("path", "press-release"),
    "/news-releases/": ("path", "press-release"),
}
SOLD = {
    "/blogs/": ("path", "shop"),
    "/products/": ("path", "shop"),
    "/shop/": ("path", "shop"),
    "/cart/": ("path", "shop"),
    "shop.": ("host", "shop"),
    "store.": ("host", "shop"),
    "myshopify.com": ("", "shop"),
}
UNREVIEWED = {
    **{f"10.1101/{digit}": ("doi", "preprint") for digit in range(10)},  # 10.1101/gr… are journals of the same house
    "10.21203/rs": ("doi", "preprint"),
    "10.20944/preprints": ("doi", "preprint"),
    "10.2139/ssrn": ("doi", "preprint"),
    "10.31234/": ("doi", "preprint"),
    "10.26434/chemrxiv": ("doi", "preprint"),
    "10.48550/arxiv": ("doi", "preprint"),
}
DEPOSITS = {"osf.io", "zenodo.org", "figshare.com"}  # of data, slides and papers, reviewed or not
PUBLIC = dict.fromkeys(("gov", "mil", "gov.uk", "gov.au", "govt.nz", "gc.ca", "nhs.uk", "europa.eu"), ("", "agency"))
ACADEMIC = dict.fromkeys(("edu", "ac.uk", "edu.au", "ac.nz"), ("", "academic"))

LINES_ABOUT = (
    "Lines of help for people in a crisis, by region. `contact` is what is dialled, texted or opened; `site` is the "
    "service's own address. Numbers change: each row says where it was seen. Written by tools/facts.py."
)
NUMBERS_ABOUT = (
    "What to call in an emergency and after a poisoning, by region. A row that is not verified may show that an "
    "article gives help, and is never offered. Written by tools/facts.py."
)
RETIRED_ABOUT = "Lines of help that were closed or replaced, and what took their place. Written by tools/facts.py."
LIMITS_ABOUT = (
    "The most of a nutrient that is thought to do no harm, a day, by authority (`region` eu, or us for all others) and "
    "age in years: least <= age < most. `form` supplement: what food brings does not count. Written by tools/facts.py."
)
LIMIT_COLUMNS = ("nutrient", "region", "group", "least", "most", "limit", "unit", "form")
FACTORS_ABOUT = "What one international unit of a nutrient weighs. Written by tools/facts.py."
NOT_TAKEN = {"chloride", "fluoride", "nickel", "vanadium"}  # nobody is told to take these by the milligram
REGIONS = ("us", "uk", "ie", "eu", "au", "nz", "ca", "international")
IN_CRISIS = re.compile(r"suicid|crisis|emotional|cope|helplines|directory$|urgent mental")
NO_LINE = re.compile(r"not a crisis| then press |chat")
EMERGENCIES = {
    "us": {
        "title": "VA: PTSD treatment",
        "url": "https://www.va.gov/health-care/health-needs-conditions/mental-health/ptsd/",
        "date": "2026-11-22",
    }
}


def main() -> None:
    """Read the table named on the command line and write the facts."""
    with Path(sys.argv[1]).open(encoding="utf-8", newline="") as table:
        rows = list(csv.DictReader(table))
    if "tier" in rows[0]:
        write("source-tiers", TIERS_ABOUT, ("address", "match", "tier"), tier_facts(rows), {"judged": JUDGED})
    elif "hours" in rows[0]:
        write("crisis-lines", LINES_ABOUT, ("region", "service", "contact", "site"), *line_facts(rows))
    elif "emergency_number" in rows[0]:
        write("emergency-numbers", NUMBERS_ABOUT, ("region", "service", "contact", "site"), *number_facts(rows))
    elif "retired_contact" in rows[0]:
        columns = ("region", "contact", "service", "instead", "instead_service", "status", "since")
        write("retired-lines", RETIRED_ABOUT, columns, *retired_facts(rows))
    elif "limit" in rows[0]:
        write("upper-limits", LIMITS_ABOUT, LIMIT_COLUMNS, *limit_facts(rows))
    elif "factor" in rows[0]:
        write("iu-factors", FACTORS_ABOUT, ("nutrient", "form", "factor", "unit"), *factor_facts(rows))
    else:
        facts, sources = pair_facts(rows)
        write("established-pairs", PAIRS_ABOUT, PAIRS_COLUMNS, facts, sources)


def tier_facts(rows: list[dict[str, str]]) -> list[dict[str, object]]:
    """The rows of the table of tiers, those that hold for every site at the end."""
    found: dict[str, tuple[str, str]] = {}
    for row in rows:
        address, tier = row["domain_or_pattern"].removeprefix("*.").removeprefix("www."), TIERS.get(row["tier"], "")
        if tier == "portal" and (not row["reason"].startswith("commercial") or address.endswith(".edu")):
            tier = "patients"  # written by hospitals, charities and public bodies for patients
        if address in DEPOSITS:
            tier = "deposit"
        if tier and "*" not in address:
            found.setdefault(address, ("", tier))
    found |= {"osf.io/preprints": ("", "preprint"), "emedicinehealth.com": ("", "portal")}
    found |= {**UNREVIEWED, **RELEASED, **SOLD, **PUBLIC, **ACADEMIC}
    return [
        {"address": address, **({"match": match} if match else {}), "tier": tier, "source": "judged"}
        for address, (match, tier) in found.items()
    ]


def pair_facts(rows: list[dict[str, str]]) -> tuple[list[dict[str, object]], dict[str, dict[str, str]]]:
    """The rows of the table of pairs, and their sources by name."""
    sources: dict[str, dict[str, str]] = {}
    ids: dict[str, str] = {}
    facts = []
    for row in rows:
        told = (column for column in PAIRS_COLUMNS if row[column] not in ("", "general"))
        fact: dict[str, object] = {column: row[column] for column in told}
        url = row["source_url"]
        if row["looked_up"] == "yes" and url.startswith("http"):
            if url not in ids:
                ids[url] = source_id(row["source_title"], sources)
                sources[ids[url]] = {"title": row["source_title"], "url": url, "date": row["source_year_or_reviewed"]}
            fact["source"] = ids[url]
        else:
            fact["verified"] = False
        facts.append(fact)
    return facts, sources


def line_facts(rows: list[dict[str, str]]) -> tuple[list[dict[str, object]], dict[str, dict[str, str]]]:
    """The lines for people in a crisis, and their sources by name."""
    facts: list[dict[str, object]] = []
    sources: dict[str, dict[str, str]] = {}
    for row in rows:
        if (
            row["region"] in REGIONS
            and IN_CRISIS.search(row["what_for"])
            and not NO_LINE.search(f"{row['what_for']} {row['contact']}")
        ):
            fact = {key: row[key] for key in ("region", "service", "contact")}
            if "(EU " in row["service"]:  # the number that members of the Union share
                fact["region"] = "eu"
            site = {"site": row["official_url"]} if row["official_url"] else {}
            if row["contact_type"] == "url" and row["official_url"]:  # an address is its own source
                source = {"title": row["service"], "url": row["official_url"], "date": row["date_of_source"]}
                facts.append({**fact, **site, "source": source_of(source, sources)})
            elif is_public(row):
                facts.append({**fact, **site, "source": source_of(cited(row, row["date_of_source"]), sources)})
    return facts, sources


def number_facts(rows: list[dict[str, str]]) -> tuple[list[dict[str, object]], dict[str, dict[str, str]]]:
    """The emergency numbers, then the poison lines, and their sources by name."""
    facts: list[dict[str, object]] = []
    sources: dict[str, dict[str, str]] = {}
    for row in (row for row in rows if row["region"] in REGIONS):
        seen = {"source": source_of(cited(row, ""), sources)} if is_public(row) else {"verified": False}
        urgent: dict[str, object] = dict(seen)
        if row["region"] in EMERGENCIES:
            urgent = {"source": source_of(EMERGENCIES[row["region"]], sources)}
        also = "" if "memory" in row["also"] else row["also"][:3]
        facts += (
            {"region": row["region"], "service": "emergency services", "contact": number, **urgent}
            for number in re.findall(r"\d{3}", f"{row['emergency_number']} {also}")
        )
        if row["poison_line"]:
            service = row["poison_service"].split("(")[0].strip()
            facts.append({"region": row["region"], "service": service, "contact": row["poison_line"], **seen})
    return facts, sources


def retired_facts(rows: list[dict[str, str]]) -> tuple[list[dict[str, object]], dict[str, dict[str, str]]]:
    """The lines that no longer exist and were seen as such, and their sources by name."""
    facts: list[dict[str, object]] = []
    sources: dict[str, dict[str, str]] = {}
    for row in rows:
        has_number = re.fullmatch(r"1-800-273-TALK|[\d ()-]{7,}|text \d+", row["retired_contact"])
        if (
            row["region"] in REGIONS
            and is_public(row)
            and (has_number or re.fullmatch(r"[\w.-]+\.\w+", row["retired_contact"]))
        ):
            facts.append({
                "region": row["region"],
                "contact": row["retired_contact"],
                "service": row["retired_service"],
                "instead": row["replacement_contact"],
                "instead_service": row["replacement_service"],
                "status": re.split(r"[ ,(]", row["status"])[0],
                "since": row["since"],
                "source": source_of(cited(row, ""), sources),
            })  # fmt: skip
    return facts, sources


def limit_facts(rows: list[dict[str, str]]) -> tuple[list[dict[str, object]], dict[str, dict[str, str]]]:
    """The upper limits by nutrient, authority and age, and their sources by name."""
    facts: list[dict[str, object]] = []
    sources: dict[str, dict[str, str]] = {}
    for row in rows:
        group = row["population"].split(" (")[0]
        nutrient = row["nutrient"].split(" (")[0]
        if row["kind"] != "UL" or "kg" in row["unit"] or nutrient in NOT_TAKEN or group.startswith("pregnan"):
            continue
        ages = [int(age) for age in re.findall(r"[0-9]+", group)]
        if group.startswith("infants"):
            least, most = ("0", "0.5") if ages[0] == 0 else ("0.5", "1")
        else:
            least = str(ages[0]) if ages else "18"
            most = str(ages[1] + 1) if len(ages) > 1 else "130"
        facts.append({
            "nutrient": nutrient,
            "region": "eu" if row["authority"].startswith("EU") else "us",
            "group": group,
            "least": least,
            "most": most,
            "limit": row["limit"],
            "unit": row["unit"].split()[0],
            "form": "all" if row["applies_to"].startswith(("total", "food", "preformed", "all")) else "supplement",
            **({"source": source_of(cited(row, ""), sources)} if is_public(row) else {"verified": False}),
        })  # fmt: skip
    return facts, sources


def factor_facts(rows: list[dict[str, str]]) -> tuple[list[dict[str, object]], dict[str, dict[str, str]]]:
    """The weights of one international unit, and their sources by name."""
    facts: list[dict[str, object]] = []
    sources: dict[str, dict[str, str]] = {}
    for row in (row for row in rows if row["from_unit"] == "IU"):
        seen = {"source": source_of(cited(row, ""), sources)} if ".gov/" in row["source_url"] else {"verified": False}
        fact = {"nutrient": row["nutrient"], "form": row["form"], "factor": row["factor"]}
        facts.append({**fact, "unit": row["to_unit"].split()[0], **seen})
    return facts, sources


def is_public(row: dict[str, str]) -> bool:
    """Whether a row was seen at an address that anybody can open."""
    return row["looked_up"] == "yes" and row["source_url"].startswith("http")


def cited(row: dict[str, str], date: str) -> dict[str, str]:
    """The source of a row; one without a date is as old as the table."""
    return {"title": row["source_title"], "url": row["source_url"], "date": date or "2026-11-22"}


def source_of(source: dict[str, str], sources: dict[str, dict[str, str]]) -> str:
    """The name of a source, which is added where it is new."""
    for name, known in sources.items():
        if known["url"] == source["url"]:
            return name
    name = source_id(source["title"], sources)
    sources[name] = source
    return name


def write(
    name: str,
    about: str,
    columns: tuple[str, ...],
    facts: list[dict[str, object]],
    sources: dict[str, dict[str, str]],
) -> None:
    """Write one file of facts."""
    said = yaml.safe_dump(about, width=10**6).removesuffix("...\n").strip()
    lines = [f"about: {said}", f"columns: [{', '.join(columns)}]", "sources:"]
    lines += [f"  {key}: {flow(source)}" for key, source in sources.items()]
    lines += ["rows:", *(f"  - {flow(fact)}" for fact in facts)]
    path = FACTS / f"{name}.yaml"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{path.relative_to(ROOT)}: {len(facts)} rows, {len(sources)} sources")


def source_id(title: str, taken: dict[str, dict[str, str]]) -> str:
    """A short name for a source that no other has."""
    words = re.findall(r"[a-z0-9]+", title.lower())[:5]
    name = "-".join(words) or "source"
    number = 2
    unique = name
    while unique in taken:
        unique, number = f"{name}-{number}", number + 1
    return unique


def flow(mapping: dict[str, object] | dict[str, str]) -> str:
    """A mapping on one line of YAML."""
    return yaml.safe_dump(mapping, default_flow_style=True, sort_keys=False, width=10**6, allow_unicode=True).strip()


if __name__ == "__main__":
    main()
