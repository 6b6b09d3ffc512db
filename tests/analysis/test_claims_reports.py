"""How studies report: what was found in whom, signs of a risk, treatments named with whom they are for."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from conftest import StrengthOf


def test_a_sign_of_a_higher_risk_goes_with_it(strength: StrengthOf) -> None:
    assert strength("Low albumin indicates an increased risk of infection.") == "correlational"
    assert strength("The questionnaire indicates an increased workload.") == "none"


def test_what_was_found_in_whom_is_told_in_the_passive_too(strength: StrengthOf) -> None:
    assert strength("Lower scores of quality of life were observed in patients with neuropathy.") == "correlational"
    assert strength("Obesity was more frequently observed among women with gout.") == "correlational"
    assert strength("Lower scores were entered in the table.") == "none"


def test_people_set_apart_may_have_more_of_any_measure(strength: StrengthOf) -> None:
    assert strength("Younger patients have better adherence.") == "correlational"
    assert strength("Younger patients have better phones.") == "none"


def test_the_first_study_to_link_two_things_links_them(strength: StrengthOf) -> None:
    assert strength("The study is the first to link naps with a reduced risk of stroke.") == "correlational"
    assert strength("The team wanted to link naps with a reduced risk of stroke.") == "none"


def test_what_is_set_off_by_commas_does_not_hide_the_verb(strength: StrengthOf) -> None:
    assert strength("Metformin, but not insulin, reduced the risk of stroke.") == "causal"
    assert strength("Yoga, unlike stretching, eased her back pain.") == "causal"


def test_a_treatment_of_persons_or_by_them_acts(strength: StrengthOf) -> None:
    assert strength("Vaccination of nurses protected patients against influenza.") == "causal"
    assert strength("Nurses reduced the dose.") == "none"


def test_what_a_programme_targets_is_no_effect(strength: StrengthOf) -> None:
    assert strength("Interventions targeting loneliness may reduce depression in older adults.") == "conditional"


def test_british_and_clinical_names_count(strength: StrengthOf) -> None:
    assert strength("Targeting leptin may improve glycaemic control.") == "conditional"
    assert strength("Lymphoedema occurred more often after axillary dissection.") == "correlational"
