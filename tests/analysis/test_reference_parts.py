"""Authors, year, title and venue of references in the styles that people write."""

from __future__ import annotations

import pytest

from healthlint.analysis.reference_parts import Parts, read_parts


@pytest.mark.parametrize(
    ("entry", "parts"),
    [
        (  # APA
            "Osei, B., & Lind, K. T. (2021, May 3). Honey for sore throats. Invented Voices, 4(2), 11–19.",
            Parts(("Osei", "Lind"), 2021, "Honey for sore throats", "Invented Voices"),
        ),
        (
            "World Throat Union. (2019). Guidance on voices. https://example.org/voices",
            Parts(("World Throat Union",), 2019, "Guidance on voices", ""),
        ),
        (  # AMA and Vancouver
            "Marlow TJ, de Vries B, et al. Gargling at home. J Invented Med. 2020;12(3):4-9. doi:10.5555/gargle.1",
            Parts(("Marlow", "Vries"), 2020, "Gargling at home", "J Invented Med"),
        ),
        (
            "Yazar Ş, Åkerlund T. Do lozenges help? A survey of choirs. Sleep 1991;14(2):147. PMID: 12345678",
            Parts(("Yazar", "Åkerlund"), 1991, "Do lozenges help?", "A survey of choirs"),
        ),
        (
            "World Throat Union. Voices of teachers. 5th ed. Halden: WTU; 2015.",
            Parts(("World Throat Union",), 2015, "Voices of teachers", "5th ed. Halden: WTU"),
        ),
        (  # IEEE
            "B. Osei, K. T. Lind, and Ş. Yazar, “Honey for sore throats,” J. Invented Med., vol. 4, no. 2, 2021.",
            Parts(("Osei", "Lind", "Yazar"), 2021, "Honey for sore throats", "J. Invented Med"),
        ),
        (  # Chicago
            "Osei, Berta A., Karl Lind, and Rosa T. Kaur. 2020. “Honey for Sore Throats.” Journal of Invention 3: 1.",
            Parts(("Osei", "Lind", "Kaur"), 2020, "Honey for Sore Throats", "Journal of Invention"),
        ),
        (
            'Osei et al. (2017) — "Gargling and the weekly volume of choirs" — J Choir Sci',
            Parts(("Osei",), 2017, "Gargling and the weekly volume of choirs", "J Choir Sci"),
        ),
        ("Throat Union >> https://example.org/faq", Parts(("Throat Union",), None, "", "")),
        ("Throat Union — Gargling", Parts(("Throat Union",), None, "Gargling", "")),
        ("WTU: Gargling fact sheet", Parts(("WTU",), None, "Gargling fact sheet", "")),
        (
            "Throat Union. Gargling. https://example.org/v. Accessed May 3, 2024.",
            Parts(("Throat Union",), None, "Gargling", ""),
        ),
        ("https://doi.org/10.5555/gargle.1", Parts()),
    ],
    ids=lambda value: value[:30] if isinstance(value, str) else "",
)
def test_the_parts_of_an_entry(entry: str, parts: Parts) -> None:
    assert read_parts(entry) == parts


def test_a_name_at_the_end_of_a_title_is_no_family_name() -> None:
    assert read_parts("Gargling for choirs, Irina V. Zadora.").authors == ()


@pytest.mark.parametrize("name", ["Throat Care UK", "Rosa Kaur M.D."])
def test_a_country_or_a_degree_is_no_initial(name: str) -> None:
    assert read_parts(name).authors == ()


def test_the_day_of_a_visit_is_not_the_year_even_with_a_short_month() -> None:
    assert read_parts("“Gargling for choirs.” link (accessed Jul. 25, 2020).").year is None


def test_letters_behind_the_year_tell_works_apart_and_are_no_part_of_it() -> None:
    assert read_parts("Osei, B. (2021a). Honey. Invented Voices, 4, 11.").year == 2021
