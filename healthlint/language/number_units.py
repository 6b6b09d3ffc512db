"""The words that tell what a number counts; lower case, each with its one canonical spelling."""

from __future__ import annotations


def _table(rows: str) -> dict[str, str]:
    """`mg: milligram, milligrams; …` as a table from every spelling, the canonical one included."""
    table = {}
    for row in rows.split(";"):
        unit, _, spellings = row.strip().partition(":")
        table[unit.lower()] = unit
        table.update((spelling.strip(), unit) for spelling in spellings.split(",") if spelling.strip())
    return table


def word_set(text: str) -> frozenset[str]:
    """The words of a table that is written as running text."""
    return frozenset(text.split())


MEASURES = _table("""
    mg: milligram, milligrams, mgs; mcg: microgram, micrograms, ug, µg, μg, mcgs; ng: nanogram, nanograms; pg:
    picogram, picograms; g: gram, grams, gramme, grammes, gm, gms; kg: kilogram, kilograms, kilo, kilos, kgs; oz:
    ounce, ounces; lb: lbs, pound, pounds; ton: tons, tonne, tonnes; IU: ius, international-unit; unit: units; drop:
    drops; capsule: capsules; tablet: tablets; pill: pills; dose: doses; puff: puffs; spray: sprays; serving:
    servings; portion: portions; glass: glasses; cup: cups; teaspoon: teaspoons, tsp, tsps; tablespoon: tablespoons,
    tbsp, tbsps; slice: slices; cans: cans; bottle: bottles; drink: drinks; pint: pints; quart: quarts; gallon:
    gallons; packet: packets; pack: packs; sip: sips; cigarette: cigarettes; handful: handfuls; pinch: pinches; scoop:
    scoops; clove: cloves; gummy: gummies; ml: milliliter, milliliters, millilitre, millilitres, cc, ccs; L: liter,
    liters, litre, litres, l; dL: deciliter; kcal: calorie, calories, kilocalorie, kilocalories, cal, cals; kJ:
    kilojoule, kilojoules; mm: millimeter, millimeters, millimetre, millimetres; cm: centimeter, centimeters,
    centimetre, centimetres; m: meter, meters, metre, metres; km: kilometer, kilometers, kilometre, kilometres; nm:
    nanometer, nanometers; inch: inches; foot: feet, ft; yard: yards; mile: miles; acre: acres; step: steps; rep:
    reps, repetition, repetitions; °F: °f, fahrenheit; °C: °c, celsius; degree: degrees, °; mmHg: mm-hg; bpm: beats;
    Hz: hertz; kHz: kilohertz; MHz: megahertz; dB: decibel, decibels; W: watt, watts; kW: kilowatts; Gy: grays; mSv:
    millisievert, millisieverts; METs: mets; ppm: ppm; ppb: ppb; point: points; volt: volts; MB: megabytes; GB: gb;
    pixel: pixels; mmol: mmols, millimole, millimoles; mol: mols; mEq: meq; kPa: kpa; lux: lux; rpm: rpm; mph: mph;
    ng/mL: ng/ml; ng/dL: ng/dl; pg/mL: pg/ml; mg/dL: mg/dl; mg/L: mg/l; g/dL: g/dl; mcg/L: ug/l, µg/l, μg/l, mcg/l;
    mcg/dL: ug/dl, µg/dl, μg/dl, mcg/dl; mmol/L: mmol/l; nmol/L: nmol/l; µmol/L: umol/l, µmol/l, μmol/l; mEq/L: meq/l;
    IU/mL: iu/ml; IU/L: iu/l, u/l; mIU/L: miu/l, mu/l; mL/min: ml/min; kg/m2: kg/m², kg/m; mg/kg: mg/kg; g/kg: g/kg;
    kcal/kg: kcal/kg; km/h: km/h, kph
""")
"""Units of dose, food, body and laboratory."""

DURATIONS = _table("""
    second: seconds, sec, secs; minute: minutes, min, mins; hour: hours, hr, hrs, h; day: days; night: nights; week:
    weeks, wk, wks; month: months, mo, mos; year: years, yr, yrs; decade: decades; century: centuries; weekend:
    weekends; trimester: trimesters; fortnight: fortnights; millisecond: milliseconds; semester: semesters
""")

PEOPLE = word_set("""
    people persons person adults adult children child kids kid teens teenagers teenager adolescents youngsters youths
    infants infant babies baby newborns toddlers women woman men man males male females female boys girls patients
    patient outpatients inpatients participants participant subjects subject volunteers volunteer individuals
    individual americans canadians britons australians europeans residents citizens households families students
    pupils undergraduates employees workers nurses doctors physicians surgeons pharmacists clinicians veterans
    soldiers smokers nonsmokers drinkers users customers survivors mothers moms fathers parents couples twins siblings
    athletes runners players seniors elders members respondents recipients donors carriers sufferers victims
    fatalities dead consumers clients inmates prisoners diabetics caregivers retirees drivers passengers travelers
    travellers beneficiaries enrollees controls responders readers subscribers followers
""")
"""Nouns for people; a number of them is a count."""

EVENTS = word_set("""
    deaths death cases case visits hospitalizations hospitalisations admissions births pregnancies infections injuries
    suicides overdoses prescriptions surgeries operations procedures diagnoses attacks strokes fractures falls
    episodes miscarriages transplants biopsies mammograms screenings scans vaccinations immunizations cancers tumors
    tumours illnesses outbreaks calls lives relapses amputations accidents crashes emergencies complications cesareans
    abortions homicides murders readmissions reports complaints lawsuits stillbirths transfusions colonoscopies
""")
"""Nouns for what happens to people; a number of them is a count."""

STUDIES = word_set("studies trials papers articles reviews surveys hospitals clinics centers centres mice rats")
"""Nouns for what research counts; a number of them is a count too."""

COUNTED = PEOPLE | EVENTS | STUDIES

# Words before a number that make it a name: "type 2", "SPF 30", "Figure 2", "top 10".
NAMING = word_set("""
    type types stage stages grade grades phase phases step steps figure figures fig figs table tables chapter chapters
    page pages pp p spf ph bmi class category part parts question questions tip tips rule rules myth myths reason item
    items no nos number numbers exhibit appendix box level levels tier version versions windows ios iphone room suite
    route highway top title section sections lesson round formula chromosome chromosomes trisomy schedule zone channel
    episode season volume vol issue score scores scored scoring iq scale omega factor cohort arm unit experiment v
    medicare model method article option answer choice cluster rank ranked ranks ranking
""")
# Words that do so unless people or events are counted behind the number: "day 7", not "each week 200 deaths".
NAMES_OF_DAYS = word_set("day days week weeks month year night visit session cycle")

MONTHS = word_set("""
    january february march april may june july august september october november december jan feb mar apr jun jul aug
    sep sept oct nov dec
""")

# What a percentage of is on a label or in advice on food, not a finding about people: "2% milk", "70% alcohol".
LABELLED = word_set("""
    milk cream dark cocoa cacao chocolate whole juice cotton wool natural organic pure sure certain lean dv rda rdi
    rdis alcohol isopropyl ethanol ethyl benzoyl hydrogen hydrocortisone lidocaine minoxidil salicylic acetic glycolic
    azelaic lactic solution gel ointment concentration strength proof retinol niacinamide permethrin deet picaridin
    humidity vinegar saline fruit wheat rye cashmere silk linen polyester vegetable vegan honest committed cranberry
    grapefruit beef turkey off discount rebate capsaicin menthol urea yogurt yoghurt
""")
LABELLED_LESS = word_set("sodium fat sugar salt calories cholesterol carbs caffeine sugars")  # "50% less sodium"

SERVED = word_set("""
    plate plates bowl pill pills tablet tablets capsule banana avocado lemon lime apple orange grapefruit onion
    sandwich recipe meal meals mixture dough batter portion portions serving box bag bottle can pizza glass egg muffin
    bagel dose doses grains diet calories
""")
COMPARATIVES = word_set("""
    as more less fewer higher lower greater larger bigger smaller faster slower likelier worse better stronger longer
    shorter riskier deadlier cheaper thicker heavier safer older quicker costlier
""")
"""Words by which a multiple or a fraction compares: `three times higher`, `a third less`."""

RELATIVE = word_set("""
    risk risks rate rates odds chance chances number numbers likelihood incidence prevalence mortality deaths cases
    amount probability frequency proportion percentage level levels size time length cost costs price growth survival
    speed death threat danger hazard calories energy hospitalizations average usual normal
""")
"""Nouns that a multiple is of: `double the risk`, `twice the rate`."""
