"""What is each field of a promise called, in both languages?

Used wherever a standard is shown. A field without a label here is a mistake that a test finds.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from ophold.law import promises
from ophold.standard.shape import RemarkKind, State, Text


def _fields(kind: type, **labels: tuple[str, str]) -> dict[tuple[type, str], Text]:
    return {(kind, name): Text(da=da, en=en) for name, (da, en) in labels.items()}


LABELS: Mapping[tuple[type, str], Text] = MappingProxyType(
    _fields(
        promises.ResponsePromise,
        within=("Svar inden for", "Answer within"),
        start=("Regnes fra", "Runs from"),
        acute_fast=("Hurtigere i akutte tilfælde", "Faster in acute cases"),
        meaning=("Tallet gælder", "The number holds"),
        percent=("Af 100 sager", "Of 100 cases"),
        for_groups=("En anden frist for", "Another deadline for"),
        remitted_within=("Sager, Ankestyrelsen sender tilbage", "Cases that Ankestyrelsen sends back"),
    )
    | _fields(
        promises.HearingPromise,
        always=("Udkastet sendes altid i høring", "The draft is always sent in hearing"),
        within=("Tid til at svare", "Time to reply"),
        counted_from=("Regnes fra", "Runs from"),
    )
    | _fields(
        promises.FollowUpPromise,
        first=("Første opfølgning", "First follow-up"),
        then=("Derefter", "After that"),
        by_need=("Også efter behov", "Also by need"),
        running=("Følges løbende", "Followed continuously"),
        decision_may_shorten=("Afgørelsen kan sige oftere", "The decision may say more often"),
        more_often_for=("Oftere for", "More often for"),
    )
    | _fields(
        promises.GrantLength,
        review_after=("Ses efter, når der er gået", "Reviewed after"),
        until_purpose_met=("Til formålet er opfyldt", "Until the purpose is met"),
        by_purpose=("Efter formål og mål", "By purpose and goals"),
        when_over=("Når tiden er gået", "When the time has passed"),
    )
    | _fields(
        promises.EndingGrounds,
        grounds=("Slutter, når", "Ends when"),
        may=("Teksten siger »kan«", 'The text says "may"'),
    )
    | _fields(
        promises.RespitePromise,
        guideline=("Udgangspunkt om året", "Starting point a year"),
        individual=("Vurderes for den enkelte", "Judged in each case"),
        pattern_weekends=("Weekender i tekstens forklaring", "Weekends in the text's explanation"),
        pattern_full_days_per_weekend=("Døgn pr. weekend", "Full days a weekend"),
        pattern_holiday_weeks=("Ferieuger", "Weeks of holiday"),
    )
    | _fields(
        promises.ComplaintRoute,
        to=("Klagen sendes til", "The complaint is sent to"),
        address=("Adresse", "Address"),
        email=("E-mail", "E-mail"),
        citizen_within=("Klagen skal være modtaget inden", "The complaint must be received within"),
        oral=("Man kan klage mundtligt", "One can complain orally"),
        reassessed_within=("Vurderes igen inden", "Reassessed within"),
        copy_to_citizen=("Kopi til borgeren", "Copy to the citizen"),
        conduct_to=("Klage over sagsbehandling og personale", "Complaints about case handling and staff"),
        adviser=("Borgerrådgiver", "Citizens' adviser"),
    )
    | _fields(promises.Contact, points=("Henvendelse til", "Turn to"))
    | _fields(
        promises.TargetGroup,
        limbs_named=("Lovens grupper, som teksten nævner", "Statute's groups that the text names"),
        offered_with_may=("Grupper, hvor teksten siger »kan«", 'Groups of which the text says "may"'),
        least_age=("Mindste alder", "Least age"),
        also_requires=("Teksten kræver, at man", "The text requires that one"),
        residents_only=("Kun kommunens egne borgere", "The municipality's own citizens only"),
    )
    | _fields(
        promises.CitizenConditions,
        conditions=("Der er brug for, at man", "One is expected to be one who"),
        wished_only=("Det er ønsker og ikke krav", "These are wishes and not conditions"),
    )
    | _fields(
        promises.LeastIntrusive,
        tested_first=("Mindre indgribende hjælp prøves først", "Less intrusive help is tested first"),
        decision_follows_inquiry=("Afgørelsen følger en grundig undersøgelse", "The decision follows thorough inquiry"),
    )
    | _fields(promises.CaseSteps, steps=("Rækkefølgen", "The order"))
    | _fields(
        promises.GoalsPromise,
        with_citizen=("Mål sættes sammen med borgeren", "Goals are set with the citizen"),
        criteria=("Målene skal være", "Goals are to be"),
        at_the_grant=("Sættes ved bevillingen", "Set at the grant"),
        action_plan=("Handleplanen (SEL § 141)", "The action plan (SEL section 141)"),
    )
    | _fields(
        promises.Extent,
        levels=("Støttens trin", "Levels of support"),
        round_the_clock=("Støtte hele døgnet er mulig", "Support round the clock is possible"),
        granted_as_frame=("Bevilges som en ramme", "Granted as a frame"),
    )
    | _fields(promises.Exclusions, excluded=("Opholdet rummer ikke", "The stay does not hold"))
    | _fields(
        promises.HolidayEscort,
        possible=("Personale kan tage med", "Staff can come along"),
        within=("I op til", "For up to"),
        joint_outings=("Fælles udflugter om året", "Joint outings a year"),
        beyond_facility_level=("Ud over stedets eget niveau", "Beyond the facility's own level"),
    )
    | _fields(
        promises.ProviderChoice,
        free_choice=("Frit valg", "Free choice"),
        wish_weighed=("Borgerens ønske indgår", "The citizen's wish is weighed"),
        weighed=("Der lægges vægt på", "Weight is given to"),
        area=("Hvor", "Where"),
        cheapest_of_equally_suited=("Det billigste af to lige egnede", "The cheapest of two equally suited"),
        equal_suitability_recorded=("At de er lige egnede, skrives ned", "That they suit equally is written down"),
        grant_names_facility=("Afgørelsen nævner stedet", "The decision names the facility"),
        together_with_citizen=("Vælges sammen med borgeren", "Chosen together with the citizen"),
    )
    | _fields(
        promises.ProviderRequirements,
        on_tilbudsportalen=("Står på Tilbudsportalen", "Listed on Tilbudsportalen"),
        approved=("Godkendt", "Approved"),
        trained_staff=("Uddannet personale", "Trained staff"),
        competence_matches=("Egnet til borgerens vanskeligheder", "Competent for the citizen's difficulties"),
        status_report_every=("Status til kommunen", "Status report to the municipality"),
    )
    | _fields(
        promises.NoVacancy,
        interim_solution=("Midlertidig løsning imens", "An interim solution meanwhile"),
        waiting_list=("Der er en venteliste", "There is a waiting list"),
    )
    | _fields(
        promises.OwnPayment,
        lines=("Der betales for", "One pays for"),
        from_income=("Beregnes ud fra indkomsten", "Reckoned from income"),
        own_home=("Beholder man egen bolig", "If one keeps a home of one's own"),
        no_income=("Uden indtægt", "Without income"),
        public_housing_terms=("Nævner vilkår for almene boliger", "Names the terms of public housing"),
        own_home_for=("Egen bolig fritager i", "An own home exempts for"),
        personal_allowance=("Rådighedsbeløb", "Personal allowance"),
    )
    | _fields(
        promises.Notices,
        acknowledged_within=("Kvittering for ansøgningen inden", "A receipt for the application within"),
        interim_within=("Besked om, hvor sagen er, inden", "Word on how far the case is within"),
    )
    | _fields(
        promises.Committee,
        name=("Udvalg", "Committee"),
        meets_every=("Mødes", "Meets"),
        calendar=("Mødedage", "Meeting days"),
        papers_before=("Sagen skal være klar før mødet", "The case must be ready before the meeting"),
        oral_answer=("Svaret siges også mundtligt", "The answer is also told orally"),
        written_within=("Skriftlig afgørelse efter mødet inden", "Written decision after the meeting within"),
    )
    | _fields(
        promises.AssessmentPromise,
        method=("Metode", "Method"),
        report_within=("Udredningen er færdig inden", "The assessment is finished within"),
        least_level=("Tærskel på den nationale skala", "Threshold on the national scale"),
        threshold_da=("Anden tærskel", "Another threshold"),
        threshold_en=("Anden tærskel på engelsk", "Another threshold in English"),
    )
    | _fields(
        promises.Delegation,
        to=("Afgør på kommunens vegne", "Decides for the municipality"),
        decides=("Afgør", "Decides"),
        agreement=("Aftalen står i", "The agreement stands in"),
    )
)

STATES: Mapping[State, Text] = MappingProxyType(
    {
        State.FIXED: Text(da="fastsat", en="fixed"),
        State.SILENT: Text(da="standarden er tavs", en="the standard is silent"),
        State.INDIVIDUAL: Text(da="vurderes i hver enkelt sag", en="judged in each case"),
        State.ELSEWHERE: Text(da="fastsat i et andet dokument", en="fixed in another document"),
        State.INHERITS_STATUTE: Text(da="følger loven", en="follows statute"),
    }
)

REMARKS: Mapping[RemarkKind, Text] = MappingProxyType(
    {
        RemarkKind.AMBIGUOUS: Text(da="Kan læses på flere måder", en="Can be read in more ways than one"),
        RemarkKind.CONTRADICTION: Text(da="Modsiger sig selv", en="Contradicts itself"),
        RemarkKind.SILENT: Text(da="Siges ikke", en="Not stated"),
        RemarkKind.BEYOND_STATUTE: Text(da="Afviger fra loven", en="Differs from statute"),
        RemarkKind.OUTDATED: Text(da="Forældet henvisning", en="Outdated reference"),
        RemarkKind.COPY_ERROR: Text(da="Hører til en anden tekst", en="Belongs to another text"),
        RemarkKind.READING: Text(da="Sådan læses det her", en="How it is read here"),
    }
)
