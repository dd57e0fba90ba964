"""Which words may a promise be written with, and what do they mean to a reader?

The vocabulary is closed so that a misspelt word is refused instead of quietly meaning nothing. A municipality that
needs a new word gets it here, in both languages. Levels of support are not here: they stay in the standard's own words.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from ophold.standard.shape import Text


def _words(**pairs: tuple[str, str]) -> Mapping[str, Text]:
    return MappingProxyType({word: Text(da=da, en=en) for word, (da, en) in pairs.items()})


_COUNTED_FROM = _words(receipt=("modtagelsen", "receipt"), sent=("afsendelsen", "sending"))

_WAYS = _words(
    digital_post=("Digital Post", "Digital Post"),
    email=("e-mail", "e-mail"),
    letter=("brev", "letter"),
    phone=("telefon", "telephone"),
    in_person=("personligt fremmøde", "in person"),
    form=("ansøgningsskema", "application form"),
)

_ENDING_FACTS = _words(
    goals_met=("målene er nået", "the goals are met"),
    purpose_met=("formålet er opfyldt", "the purpose is met"),
    manages_without_support=("du kan klare dig uden opholdets støtte", "you manage without the support of the stay"),
    own_home_possible=("du kan klare dig i egen bolig", "you can manage in a home of your own"),
    lasting_need=("et varigt behov er fastslået", "a lasting need is established"),
    functioning_changed_substantially=(
        "din funktionsevne er ændret så meget, at stedet ikke længere passer",
        "your functioning has changed so much that the place no longer fits",
    ),
)

_WEIGHED = _words(
    geography=("geografi", "geography"),
    economy=("økonomi", "economy"),
    network=("netværk", "network"),
    wishes=("dine ønsker", "your wishes"),
    need=("dit behov", "your need"),
    resources=("dine ressourcer", "your resources"),
    competence=("stedets faglige kompetence", "the facility's professional competence"),
    price=("prisen", "the price"),
    professional=("faglige hensyn", "professional considerations"),
    physical_frame=("stedets fysiske rammer", "the facility's physical surroundings"),
    target_group=("stedets målgruppe", "the facility's target group"),
    methods=("stedets metoder og indsatser", "the facility's methods"),
)

_AREA = _words(
    own_municipality=("kommunens egne steder", "places in the municipality"),
    own_municipality_first=("kommunens egne steder først", "the municipality's own places first"),
    whole_country=("hele landet", "the whole country"),
    proximity=("nærhed", "proximity"),
)

_CONDITIONS = _words(
    motivated=("er motiveret for at flytte ind", "is motivated to move in"),
    cooperates=("samarbejder med stedet", "cooperates with the facility"),
    informs=("giver de relevante oplysninger", "gives the relevant information"),
    takes_part_in_assessment=("medvirker til udredningen", "takes part in the assessment"),
    allows_medical_information=(
        "medvirker til, at lægeoplysninger indhentes",
        "takes part in obtaining medical information",
    ),
    keeps_house_rules=("overholder husordenen", "keeps the house rules"),
)

_LIMBS = {
    "107_2_1": Text(da="SEL § 107, stk. 2, nr. 1", en="SEL section 107(2), no. 1"),
    "107_2_2": Text(da="SEL § 107, stk. 2, nr. 2", en="SEL section 107(2), no. 2"),
    "107_1": Text(da="SEL § 107, stk. 1", en="SEL section 107(1)"),
}

_ALSO_REQUIRES = _words(
    needs_investigation_development_or_stabilisation=(
        "samtidig har behov for udredning, udvikling eller stabilisering",
        "at the same time needs investigation, development or stabilisation",
    ),
    needs_special_effort_for_a_period=(
        "har i en periode behov for en særlig indsats",
        "needs a special effort for a period",
    ),
    only_in_such_a_stay=(
        "har behov, der kun kan dækkes i et midlertidigt botilbud",
        "has needs that can only be met in a temporary residence",
    ),
    not_in_an_ordinary_home=(
        "har behov, der ikke kan dækkes i en almindelig bolig",
        "has needs that cannot be met in an ordinary home",
    ),
    considerably_reduced_functioning=(
        "har betydeligt nedsat funktionsevne",
        "has considerably reduced functioning",
    ),
    needs_support_and_training=(
        "har brug for støtte og træning i hverdagen",
        "needs support and training in daily life",
    ),
    needs_a_temporary_stay_to_reach_it=(
        "har brug for et midlertidigt ophold for at nå det",
        "needs a temporary stay to reach it",
    ),
)

_PAYMENT_LINES = _words(
    rent=("husleje", "rent"),
    power=("el", "power"),
    heat=("varme", "heat"),
    water=("vand", "water"),
    food=("kost", "food"),
    laundry=("vask af tøj", "laundry"),
    cleaning=("rengøring", "cleaning"),
    operation=("anden drift", "other running costs"),
    own_consumption=("eget forbrug", "own consumption"),
    deposit=("indskud eller depositum", "deposit"),
    other_services=("andre ydelser", "other services"),
    optional_services=("valgfrie ydelser", "optional services"),
)

_OWN_HOME = _words(
    special_rules=("særlige regler", "special rules"),
    housing_free=("ingen betaling for boligen", "no payment for the housing"),
    housing_free_if_expenses=(
        "ingen betaling for boligen, når du har udgifter til din egen bolig",
        "no payment for the housing when you have expenses for your own home",
    ),
    housing_paid=("du betaler også for boligen i botilbuddet", "you pay for the housing in the facility as well"),
    whole_stay_free=("ingen betaling for opholdet", "no payment for the stay"),
    whole_stay_free_if_expenses=(
        "som udgangspunkt ingen betaling for opholdet, når du har udgifter til din egen bolig",
        "as a rule no payment for the stay when you have expenses for your own home",
    ),
)

_NO_INCOME = _words(
    special_rules=("særlige regler", "special rules"),
    not_charged=("du opkræves ikke betaling", "you are not charged"),
    paid_for_personal_needs=(
        "du får et beløb til personlige fornødenheder",
        "you are paid an amount for personal needs",
    ),
)

_WHEN_OVER = _words(
    stay_goes_on=("fortsætter opholdet, til der er truffet en ny afgørelse", "the stay goes on until a new decision"),
    stay_ends=("slutter opholdet", "the stay ends"),
)

_ACTION_PLAN = _words(
    is_offered=("tilbydes", "is offered"),
    if_any=("kun hvis der er en", "only if there is one"),
)

_STEPS = _words(
    talk=("samtale om behovet", "talk about the need"),
    interview=("samtale", "interview"),
    advice=("rådgivning om reglerne", "advice on the rules"),
    information=("oplysninger indhentes", "information is gathered"),
    assessment=("samlet vurdering", "overall assessment"),
    hearing=("udkast i partshøring", "draft in hearing"),
    remarks_weighed=("bemærkninger vurderes", "remarks are weighed"),
    decision=("afgørelse", "decision"),
    place_offered=("plads tilbydes", "a place is offered"),
)

_EXCLUDED = _words(
    home_care=("hjemmepleje", "home care"),
    nursing_treatment=("sygeplejefaglig behandling", "nursing treatment"),
    medical_treatment=("lægefaglig behandling", "medical treatment"),
    occupational_therapy=("ergoterapeutisk behandling", "occupational therapy"),
    physiotherapy=("fysioterapeutisk behandling", "physiotherapy"),
    holiday_hours_beyond_facility_level=(
        "timer til ferie ud over stedets eget niveau",
        "hours for holidays beyond the facility's own level",
    ),
    activity_costs_beyond_facility_level=(
        "udgifter til aktiviteter ud over stedets eget niveau",
        "activity costs beyond the facility's own level",
    ),
    others_moving_in=("at andre flytter ind", "others moving in"),
)

_CRITERIA = _words(
    specific=("specifikke", "specific"),
    concrete=("konkrete", "concrete"),
    measurable=("målbare", "measurable"),
    accepted=("accepterede", "accepted"),
    realistic=("realistiske", "realistic"),
    time_bound=("tidsbestemte", "time-bound"),
    evaluable=("evaluerbare", "evaluable"),
)

_COVERS = _words(
    sel_84=("serviceloven § 84 (aflastning)", "SEL section 84 (respite)"),
    sel_85=("serviceloven § 85 (socialpædagogisk støtte)", "SEL section 85 (social-pedagogical support)"),
    sel_103=("serviceloven § 103 (beskyttet beskæftigelse)", "SEL section 103 (sheltered work)"),
    sel_104=("serviceloven § 104 (aktivitets- og samværstilbud)", "SEL section 104 (activity centres)"),
    sel_107=("serviceloven § 107 (midlertidigt ophold)", "SEL section 107 (temporary stays)"),
    sel_108=("serviceloven § 108 (længerevarende ophold)", "SEL section 108 (long-term stays)"),
    sel_109=("serviceloven § 109 (kvindekrisecentre)", "SEL section 109 (women's shelters)"),
    sel_110=("serviceloven § 110 (herberger)", "SEL section 110 (shelters for the homeless)"),
    abl_105=("almenboligloven § 105", "the Public Housing Act section 105"),
)

_METHODS = _words(
    vum=("Voksenudredningsmetoden (VUM)", "the national method for adults (VUM)"),
    own=("kommunens egen metode", "the municipality's own method"),
)

_DECIDES = _words(
    target_group=("hvem der får ophold", "who gets a stay"),
    extent=("støttens omfang", "the extent of support"),
    place=("hvilket sted", "which place"),
    own_payment=("egenbetalingen", "own payment"),
    follow_up=("opfølgningen", "follow-up"),
)

# by promise type and field; a field that is not here takes free text
WORDS: Mapping[tuple[str, str], Mapping[str, Text]] = MappingProxyType(
    {
        ("HearingPromise", "counted_from"): _COUNTED_FROM,
        ("ContactPoint", "ways"): _WAYS,
        ("EndingGrounds", "grounds"): _ENDING_FACTS,
        ("ProviderChoice", "weighed"): _WEIGHED,
        ("ProviderChoice", "area"): _AREA,
        ("CitizenConditions", "conditions"): _CONDITIONS,
        ("TargetGroup", "limbs_named"): MappingProxyType(_LIMBS),
        ("TargetGroup", "offered_with_may"): MappingProxyType(_LIMBS),
        ("GrantLength", "when_over"): _WHEN_OVER,
        ("GoalsPromise", "action_plan"): _ACTION_PLAN,
        ("TargetGroup", "also_requires"): _ALSO_REQUIRES,
        ("OwnPayment", "lines"): _PAYMENT_LINES,
        ("OwnPayment", "own_home"): _OWN_HOME,
        ("OwnPayment", "no_income"): _NO_INCOME,
        ("CaseSteps", "steps"): _STEPS,
        ("Exclusions", "excluded"): _EXCLUDED,
        ("GoalsPromise", "criteria"): _CRITERIA,
        ("AssessmentPromise", "method"): _METHODS,
        ("Delegation", "decides"): _DECIDES,
        ("Header", "covers"): _COVERS,
    }
)
