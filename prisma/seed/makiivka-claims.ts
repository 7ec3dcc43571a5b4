import type {
  Basis,
  Carries,
  DownwardReason,
  EvidenceKind,
  EvidenceStance,
  Qualifier,
  Reading,
  Standing,
  Topic,
  Verification,
} from "../../lib/vocabulary";
import { inKyiv, inMoscow, inUtc, type Key, type SeedDate } from "./makiivka";

type SeedAttribution = {
  report: Key;
  carries: Carries;
  viaReport: Key | null;
  viaClaimant: Key | null;
  /** Where in the report, in our words. */
  locator: string;
  drift: { raw: string; qualifier: Qualifier } | null;
  misreport: string | null;
  downwardReason: null;
};

type SeedQuantity = {
  qualifier: Qualifier;
  low: number | null;
  high: number | null;
  central: number | null;
  reading: Reading;
};

type CommonClaim = {
  key: Key;
  claimant: Key;
  wording: { text: string; language: string; translation: null; translatedBy: null };
  stated: SeedDate;
  basis: Basis;
  standing: Exclude<Standing, "disowned">;
  isFromMemory: boolean;
  attributions: SeedAttribution[];
};
export type FigureClaim = CommonClaim & {
  type: "figure";
  measure: Key;
  quantity: SeedQuantity;
  relativeTo: Key | null;
};
export type StatementClaim = CommonClaim & { type: "statement"; topic: Topic };
export type SeedClaim = FigureClaim | StatementClaim;

/** A figure; `raw` is its wording. Without a basis it rests on nothing that was stated. */
function figure({
  raw,
  basis = "unstated",
  relativeTo = null,
  ...claim
}: Omit<FigureClaim, "type" | "wording" | "basis" | "relativeTo" | "isFromMemory"> & {
  raw: string;
  basis?: Basis;
  relativeTo?: Key | null;
}): FigureClaim {
  return { type: "figure", ...claim, wording: inEnglish(raw), basis, relativeTo, isFromMemory: false };
}

function statement({
  text,
  ...claim
}: Omit<StatementClaim, "type" | "wording" | "basis" | "isFromMemory"> & { text: string }): StatementClaim {
  return { type: "statement", ...claim, wording: inEnglish(text), basis: "unstated", isFromMemory: false };
}

/** What WION says in its own name, in its article. */
function wionSays(
  key: Key,
  topic: Topic,
  text: string,
  locator: string,
  misreport: string | null = null,
): StatementClaim {
  return statement({
    key,
    claimant: "wion",
    topic,
    text,
    stated: inUtc("2023-01-04"),
    standing: "direct",
    attributions: [own("wion_article", locator, { misreport })],
  });
}

/** Only the English wording of each is known. */
function inEnglish(text: string): CommonClaim["wording"] {
  return { text, language: "en", translation: null, translatedBy: null };
}

function stated(qualifier: Qualifier, low: number | null, high: number | null): SeedQuantity {
  return { qualifier, low, high, central: null, reading: "stated" };
}

const exactly = (n: number) => stated("exact", n, n);
const about = (n: number) => stated("about", n, n);
const atLeast = (n: number) => stated("at_least", n, null);
const moreThan = (n: number) => stated("more_than", n + 1, null);
const upTo = (n: number) => stated("up_to", null, n);
const fewerThanThat = (n: number) => stated("relative", null, n - 1);
const some = stated("some", 1, null);
const notStated = stated("not_stated", null, null);
const hundreds: SeedQuantity = { ...stated("words", 100, 999), reading: "convention" };

type Further = Partial<Pick<SeedAttribution, "viaClaimant" | "drift" | "misreport">>;

function attribution(
  report: Key,
  carries: Carries,
  locator: string,
  {
    viaReport = null,
    viaClaimant = null,
    drift = null,
    misreport = null,
  }: Further & { viaReport?: Key | null } = {},
): SeedAttribution {
  return { report, carries, viaReport, viaClaimant, locator, drift, misreport, downwardReason: null };
}

function own(report: Key, locator: string, further?: Further): SeedAttribution {
  return attribution(report, "own", locator, further);
}

function quote(report: Key, locator: string): SeedAttribution {
  return attribution(report, "quote", locator);
}

function paraphrase(report: Key, locator: string, further?: Further): SeedAttribution {
  return attribution(report, "paraphrase", locator, further);
}

function via(viaReport: Key, report: Key, locator: string, further?: Further): SeedAttribution {
  return attribution(report, "via", locator, { ...further, viaReport });
}

function unattributed(report: Key, locator: string): SeedAttribution {
  return attribution(report, "unattributed", locator);
}

/** A report that nobody here has read: it stands because the outlets named pass it on. */
function unread(carries: Carries, report: Key, outlets: string, further?: Further): SeedAttribution {
  return attribution(
    report,
    carries,
    `place unknown: we did not read it, and know it from ${outlets}`,
    further,
  );
}

/** Places in the WION article. */
const wion = {
  notice: "notice at the head of the text",
  opening: "first sentence",
  happened: "part that tells what happened",
  doubtful: "part that discusses the doubtful figures",
  reuters: "words that it credits to Reuters",
  afterPhones: "just after the words on mobile phones",
  backlash: "part about the backlash",
  institute: "where the institute's assessment is given",
  closing: "closing paragraph",
};

const dwFromCopy = unread("paraphrase", "dw", "a copy on another site");
const girkinFromWion = unread("paraphrase", "reuters_girkin", "WION");
const phonesFromWion = unread("quote", "reuters_phones", "WION");

const figures: FigureClaim[] = [
  figure({
    key: "mod_63",
    claimant: "russian_mod",
    measure: "killed_servicemen",
    raw: "63",
    quantity: exactly(63),
    stated: inMoscow("2023-01-02"),
    basis: "count",
    standing: "reported",
    attributions: [
      via("ria", "ki_toll", "Moscow's first figure of the dead"),
      paraphrase("trt", "Moscow's first figure of the dead"),
      paraphrase("wion_article", "Monday's announcement, in paragraph two", {
        drift: { raw: "at least 63", qualifier: "at_least" },
        misreport: 'Adds "at least", which the other reports do not have.',
      }),
      unread("paraphrase", "ria", "the Kyiv Independent"),
    ],
  }),
  figure({
    key: "mod_89",
    claimant: "russian_mod",
    measure: "killed_servicemen",
    raw: "89",
    quantity: exactly(89),
    stated: inMoscow("2023-01-04"),
    basis: "count",
    standing: "reported",
    attributions: [
      paraphrase("sputnik", "the raised figure, as the general gave it", { viaClaimant: "sevryukov" }),
      paraphrase("wion_article", "Wednesday's statement, halfway through the text"),
      paraphrase("wion_article", wion.opening, {
        drift: { raw: "at least 89", qualifier: "at_least" },
        misreport: 'Adds "at least", and attributes the figure to the Kremlin instead of the ministry.',
      }),
    ],
  }),
  figure({
    key: "stratcom_killed",
    claimant: "stratcom",
    measure: "killed_servicemen",
    raw: "400",
    quantity: exactly(400),
    stated: inKyiv("2023-01-01"),
    standing: "reported",
    attributions: [
      paraphrase("ki_toll", "figures given by Ukraine's army"),
      paraphrase("wion_article", wion.doubtful),
      paraphrase("bne", "figures from Ukraine", {
        drift: { raw: "around 400", qualifier: "about" },
        misreport: 'Puts "around" before the figure.',
      }),
      paraphrase("trt", "figures from Ukraine", {
        drift: { raw: "up to 400", qualifier: "up_to" },
        misreport: "Gives the figure as an upper limit.",
      }),
      paraphrase("rferl", "the total from Kyiv", {
        drift: { raw: "500", qualifier: "exact" },
        misreport: "Puts the total from Kyiv at 500.",
      }),
    ],
  }),
  figure({
    key: "stratcom_injured",
    claimant: "stratcom",
    measure: "injured_servicemen",
    raw: "300",
    quantity: exactly(300),
    stated: inKyiv("2023-01-01"),
    standing: "reported",
    attributions: [
      paraphrase("wion_article", wion.doubtful),
      paraphrase("bne", "figures from Ukraine"),
      via("dw", "dw_copy", "figures from Ukraine"),
      paraphrase("ki_toll", "figures given by Ukraine's army", {
        drift: { raw: "at least 300", qualifier: "at_least" },
        misreport: 'Adds "at least"; three other reports do not.',
      }),
      dwFromCopy,
    ],
  }),
  figure({
    key: "genstaff_equipment",
    claimant: "general_staff",
    measure: "equipment",
    raw: "up to 10 units",
    quantity: upTo(10),
    stated: inKyiv("2023-01-02"),
    standing: "reported",
    attributions: [
      paraphrase("ki_genstaff", "what the General Staff said"),
      via("dw", "dw_copy", "what the General Staff said"),
      paraphrase("wion_article", wion.doubtful, {
        misreport: "Speaks of destroyed equipment alone; the other reports include damaged equipment.",
      }),
      dwFromCopy,
    ],
  }),
  figure({
    key: "genstaff_personnel",
    claimant: "general_staff",
    measure: "casualties_unspecified",
    raw: "being clarified",
    quantity: notStated,
    stated: inKyiv("2023-01-02"),
    standing: "reported",
    attributions: [
      paraphrase("ki_genstaff", "what the General Staff said"),
      via("dw", "dw_copy", "what the General Staff said"),
      paraphrase("wion_article", wion.doubtful, {
        misreport: "Speaks of the number of deaths, where the statement concerned losses of personnel.",
      }),
      dwFromCopy,
    ],
  }),
  figure({
    key: "girkin_hundreds",
    claimant: "girkin",
    measure: "killed_or_wounded",
    raw: "hundreds",
    quantity: hundreds,
    stated: inMoscow("2023-01-02"),
    standing: "reported",
    attributions: [
      paraphrase("ki_toll", "what Girkin posted"),
      paraphrase("bne", "what Girkin posted"),
      via("reuters_girkin", "wion_article", wion.backlash, {
        drift: { raw: 'at least "hundreds"', qualifier: "words" },
        misreport: 'Adds "at least".',
      }),
      girkinFromWion,
    ],
  }),
  figure({
    key: "opreports_500",
    claimant: "operational_reports",
    measure: "killed_servicemen",
    raw: "500",
    quantity: exactly(500),
    stated: inMoscow("2023-01-02"),
    standing: "relayed",
    attributions: [via("dw", "dw_copy", "passage on the Telegram channel"), dwFromCopy],
  }),
  figure({
    key: "tsargrad_hundreds",
    claimant: "tsargrad",
    measure: "casualties_unspecified",
    raw: "hundreds",
    quantity: hundreds,
    stated: inMoscow("2023-01-02"),
    standing: "relayed",
    attributions: [via("dw", "dw_copy", "passage on the Russian broadcaster"), dwFromCopy],
  }),
  figure({
    key: "butkevych_300",
    claimant: "butkevych_sources",
    measure: "killed_servicemen",
    raw: "about 300",
    quantity: about(300),
    stated: inKyiv("2023-01-02"),
    standing: "relayed",
    attributions: [
      via("dw", "dw_copy", "passage on the Ukrainian journalist"),
      unread("paraphrase", "dw", "a copy on another site", { viaClaimant: "butkevych" }),
    ],
  }),
  figure({
    key: "bezsonov_some",
    claimant: "bezsonov",
    measure: "killed_or_wounded",
    raw: "dead and wounded, number unknown",
    quantity: some,
    stated: inMoscow("2023-01-02"),
    standing: "relayed",
    attributions: [
      via("bbc_bezsonov", "bne", "passage on the occupation official"),
      unread("paraphrase", "bbc_bezsonov", "bne IntelliNews"),
    ],
  }),
  figure({
    key: "prorussian_fewer",
    claimant: "pro_russian_authorities",
    measure: "killed_servicemen",
    raw: "far fewer than 400",
    quantity: fewerThanThat(400),
    relativeTo: "stratcom_killed",
    stated: inMoscow("2023-01-02"),
    standing: "reported",
    attributions: [paraphrase("bne", "answer to the figures from Ukraine")],
  }),
  figure({
    key: "uk_300",
    claimant: "uk_mod",
    measure: "killed_wounded_missing",
    raw: "likely over 300",
    quantity: moreThan(300),
    stated: inUtc("2023-01"),
    standing: "reported",
    attributions: [
      paraphrase("rp", "passage on the British assessment"),
      paraphrase("lodi", "passage on the British assessment", {
        misreport: "Says 300 killed, where the figure is of killed, wounded or missing together.",
      }),
    ],
  }),
  figure({
    key: "bbc_named_92",
    claimant: "bbc_russian",
    measure: "killed_servicemen",
    raw: "at least 92",
    quantity: atLeast(92),
    stated: inUtc("2023-01-25"),
    basis: "named_list",
    standing: "relayed",
    attributions: [
      via("bbc_ru_list", "nge", "passage on the names established"),
      via("bbc_ru_list", "meduza", "passage on the names established"),
      via("bbc_ru_list", "moscow_times", "passage on the names established"),
      unread("own", "bbc_ru_list", "Novaya Gazeta Europe, Meduza and The Moscow Times"),
    ],
  }),
  figure({
    key: "bbc_missing_16",
    claimant: "bbc_russian",
    measure: "missing_servicemen",
    raw: "families of at least 16",
    quantity: atLeast(16),
    stated: inUtc("2023-01-25"),
    basis: "count",
    standing: "relayed",
    attributions: [
      via("bbc_ru_list", "nge", "passage on families who are searching"),
      via("bbc_ru_list", "moscow_times", "passage on the missing", {
        drift: { raw: "16", qualifier: "exact" },
        misreport: 'Leaves out "at least".',
      }),
      unread("own", "bbc_ru_list", "Novaya Gazeta Europe and The Moscow Times"),
    ],
  }),
  figure({
    key: "bbc_fate_15",
    claimant: "bbc_russian",
    measure: "fate_unknown",
    raw: "15 of unknown fate",
    quantity: exactly(15),
    stated: inUtc("2023-01-25"),
    basis: "count",
    standing: "relayed",
    attributions: [
      via("bbc_ru_list", "nge", "passage on those whose fate is unknown"),
      unread("own", "bbc_ru_list", "Novaya Gazeta Europe"),
    ],
  }),
  figure({
    key: "idel_named_83",
    claimant: "idel_realii",
    measure: "killed_servicemen",
    raw: "83",
    quantity: exactly(83),
    stated: inUtc("2023-01-01/2023-01-25"),
    basis: "named_list",
    standing: "relayed",
    attributions: [
      via("idel_list", "meduza", "passage on the second named list"),
      unread("own", "idel_list", "Meduza"),
    ],
  }),
  figure({
    key: "shoigu_6000",
    claimant: "shoigu",
    measure: "war_killed",
    raw: "nearly 6,000",
    quantity: about(6000),
    stated: inMoscow("2022-09"),
    standing: "reported",
    attributions: [paraphrase("wion_article", wion.afterPhones)],
  }),
  figure({
    key: "vigil_200",
    claimant: "unattributed_wion",
    measure: "vigil",
    raw: "reportedly 200",
    quantity: exactly(200),
    stated: inUtc("2023-01-01/2023-01-04"),
    standing: "unattributed",
    attributions: [unattributed("wion_article", wion.closing)],
  }),
  figure({
    key: "mod_rockets_4",
    claimant: "russian_mod",
    measure: "rockets",
    raw: "four",
    quantity: exactly(4),
    stated: inMoscow("2023-01-02/2023-01-04"),
    standing: "reported",
    attributions: [paraphrase("wion_article", wion.happened)],
  }),
];

const statements: StatementClaim[] = [
  statement({
    key: "s_bezsonov_time",
    claimant: "bezsonov",
    topic: "time",
    text: "The strike happened in the first minute past midnight.",
    stated: inMoscow("2023-01-01/2023-01-04"),
    standing: "reported",
    attributions: [paraphrase("wion_article", wion.happened)],
  }),
  statement({
    key: "s_sevryukov_time",
    claimant: "sevryukov",
    topic: "time",
    text: "The hit on the base came right after midnight, at the start of 1 January.",
    stated: inMoscow("2023-01-04"),
    standing: "reported",
    attributions: [paraphrase("wion_article", wion.happened)],
  }),
  statement({
    key: "s_genstaff_date",
    claimant: "general_staff",
    topic: "time",
    text: "The date of the strike was 31 December.",
    stated: inKyiv("2023-01-02"),
    standing: "reported",
    attributions: [
      paraphrase("ki_genstaff", "what the General Staff said"),
      via("dw", "dw_copy", "what the General Staff said"),
      dwFromCopy,
    ],
  }),
  wionSays("s_wion_day", "time", "The day of the strike was a Sunday, New Year's Day.", wion.happened),
  statement({
    key: "s_sevryukov_himars",
    claimant: "sevryukov",
    topic: "weapon",
    text: "The strike was carried out with HIMARS that the United States had supplied.",
    stated: inMoscow("2023-01-04"),
    standing: "reported",
    attributions: [paraphrase("wion_article", wion.happened)],
  }),
  statement({
    key: "s_mod_rockets",
    claimant: "russian_mod",
    topic: "weapon",
    text:
      "The building was hit by four HIMARS rockets, whose warheads detonated and made its ceilings " +
      "collapse.",
    stated: inMoscow("2023-01-02/2023-01-04"),
    standing: "reported",
    attributions: [quote("wion_article", wion.happened)],
  }),
  statement({
    key: "s_sevryukov_ukraine",
    claimant: "sevryukov",
    topic: "responsibility",
    text: "The temporary base, which Russian troops were using, was hit by Ukraine.",
    stated: inMoscow("2023-01-04"),
    standing: "reported",
    attributions: [paraphrase("wion_article", wion.happened)],
  }),
  statement({
    key: "s_stratcom_own",
    claimant: "stratcom",
    topic: "responsibility",
    text: "The strike on the school, which killed the troops inside, was carried out by Ukrainian forces.",
    stated: inKyiv("2023-01-01"),
    standing: "reported",
    attributions: [paraphrase("wion_article", wion.doubtful)],
  }),
  wionSays(
    "s_wion_kyiv_silence",
    "context",
    "Kyiv almost never claims in public a strike on territory that Russia controls.",
    wion.doubtful,
  ),
  statement({
    key: "s_mod_phones",
    claimant: "russian_mod",
    topic: "cause",
    text:
      "Above all it came about because troops within reach of Ukrainian weapons turned on mobile phones " +
      "and used them on a large scale, although this was banned.",
    stated: inMoscow("2023-01-04"),
    standing: "relayed",
    attributions: [via("reuters_phones", "wion_article", wion.reuters), phonesFromWion],
  }),
  statement({
    key: "s_mod_tracking",
    claimant: "russian_mod",
    topic: "cause",
    text: "Because phones were used, Ukraine was able to locate the troops and target them.",
    stated: inMoscow("2023-01-04"),
    standing: "relayed",
    attributions: [via("reuters_phones", "wion_article", wion.reuters), phonesFromWion],
  }),
  wionSays(
    "s_wion_no_evidence",
    "context",
    "When it blamed mobile phones, the ministry put forward no evidence.",
    wion.doubtful,
  ),
  wionSays(
    "s_wion_unverified",
    "context",
    "The figures of 400 and 300 from Ukraine had not been independently verified.",
    wion.doubtful,
  ),
  wionSays(
    "s_wion_disclaimer",
    "context",
    "What is said, photographed and filmed in the war is beyond WION's own means to verify.",
    wion.notice,
  ),
  statement({
    key: "s_mod_more_bodies",
    claimant: "russian_mod",
    topic: "context",
    text: "More bodies were found, and for that reason the toll went up.",
    stated: inMoscow("2023-01-04"),
    standing: "reported",
    attributions: [paraphrase("wion_article", wion.doubtful)],
  }),
  statement({
    key: "s_girkin_doubt",
    claimant: "girkin",
    topic: "context",
    text: "The military has put the toll too low.",
    stated: inMoscow("2023-01-02/2023-01-04"),
    standing: "relayed",
    attributions: [via("reuters_girkin", "wion_article", wion.backlash), girkinFromWion],
  }),
  statement({
    key: "s_girkin_equipment",
    claimant: "girkin",
    topic: "cause",
    text: "The dead were so many because there was uncamouflaged military equipment at the site.",
    stated: inMoscow("2023-01-02/2023-01-04"),
    standing: "relayed",
    attributions: [via("reuters_girkin", "wion_article", wion.backlash), girkinFromWion],
  }),
  statement({
    key: "s_girkin_generals",
    claimant: "girkin",
    topic: "cause",
    text: "Russia's generals do not learn, and they are to blame for the losses.",
    stated: inMoscow("2023-01-02/2023-01-04"),
    standing: "relayed",
    attributions: [via("reuters_girkin", "wion_article", wion.backlash), girkinFromWion],
  }),
  statement({
    key: "s_shoigu_inquiry",
    claimant: "shoigu",
    topic: "responsibility",
    text: "An investigation is under way, and the officials to blame will be held to account.",
    stated: inMoscow("2023-01-02/2023-01-04"),
    standing: "relayed",
    attributions: [
      via("bbc_minister", "wion_article", wion.backlash, {
        misreport:
          "Attributes this to the minister, although what else was said that day came from the ministry; " +
          "which of them said it remains to be checked.",
      }),
      unread("paraphrase", "bbc_minister", "WION"),
    ],
  }),
  statement({
    key: "s_shoigu_measures",
    claimant: "shoigu",
    topic: "context",
    text: "Measures are under way to prevent a repetition.",
    stated: inMoscow("2023-01-02/2023-01-04"),
    standing: "relayed",
    attributions: [
      via("bbc_minister", "wion_article", wion.backlash, {
        misreport:
          "As with the promise of an inquiry, it may have been the ministry rather than the minister.",
      }),
      unread("quote", "bbc_minister", "WION"),
    ],
  }),
  statement({
    key: "s_mironov_demand",
    claimant: "mironov",
    topic: "demand",
    text:
      "Liability must fall on those who allowed soldiers to be gathered in an unprotected building, and on " +
      "the superiors who did not make it secure.",
    stated: inMoscow("2023-01-01/2023-01-04"),
    standing: "reported",
    attributions: [quote("wion_article", wion.backlash)],
  }),
  statement({
    key: "s_isw_criticism",
    claimant: "isw",
    topic: "context",
    text: "Over the strike, Russian commentators heavily criticised their country's military leadership.",
    stated: inUtc("2023-01-01/2023-01-04"),
    standing: "reported",
    attributions: [quote("wion_article", wion.institute)],
  }),
  statement({
    key: "s_isw_campaign",
    claimant: "isw",
    topic: "context",
    text:
      "Nationalist opinion in Russia may be less moved by the country's air and missile campaign than the " +
      "Kremlin had wanted.",
    stated: inUtc("2023-01-01/2023-01-04"),
    standing: "reported",
    attributions: [quote("wion_article", wion.institute)],
  }),
  statement({
    key: "s_isw_narrative",
    claimant: "isw",
    topic: "context",
    text:
      "Failures of this kind loosen the Russian president's control of the domestic narrative and leave " +
      "the pro-war camp harder to please.",
    stated: inUtc("2023-01-01/2023-01-04"),
    standing: "reported",
    attributions: [paraphrase("wion_article", wion.institute)],
  }),
  statement({
    key: "s_isw_blame",
    claimant: "isw",
    topic: "responsibility",
    text:
      "Local officials and mobilised men will probably be blamed by the ministry for its weak operational " +
      "security.",
    stated: inUtc("2023-01-01/2023-01-04"),
    standing: "reported",
    attributions: [quote("wion_article", wion.institute)],
  }),
  wionSays(
    "s_wion_biggest_admitted",
    "context",
    "Of all single attacks in the war, this is the one with the most deaths that Russia has admitted.",
    wion.afterPhones,
  ),
  wionSays(
    "s_wion_first_since",
    "context",
    "Since September 2022 nothing had been said by Russia about its dead.",
    wion.afterPhones,
  ),
  wionSays(
    "s_wion_biggest_attack",
    "context",
    "In the war, this is possibly Kyiv's heaviest blow against Moscow.",
    wion.opening,
  ),
  wionSays(
    "s_wion_war_start",
    "context",
    "24 February 2021 was the day on which the war began.",
    wion.opening,
    "The year is wrong: Russia's full-scale invasion of Ukraine dates from 24 February 2022.",
  ),
  statement({
    key: "s_housing",
    claimant: "unattributed_wion",
    topic: "context",
    text: "The vocational school served as quarters for Russian troops.",
    stated: inUtc("2023-01-01/2023-01-04"),
    standing: "unattributed",
    attributions: [unattributed("wion_article", wion.happened)],
  }),
  wionSays("s_wion_occupied", "context", "Makiivka has been in Moscow's hands since 2014.", "paragraph two"),
  wionSays(
    "s_wion_discontent",
    "context",
    "Public criticism of the military leadership has since come from war correspondents and people close " +
      "to the separatists.",
    "paragraph that follows the institute's assessment",
  ),
  wionSays("s_wion_samara", "context", "Among the dead were mobilised men from Samara.", wion.closing),
  statement({
    key: "s_vigil_rite",
    claimant: "unattributed_wion",
    topic: "context",
    text: "The vigil had flowers at a monument, an Orthodox priest who prayed, and guns fired in salute.",
    stated: inUtc("2023-01-01/2023-01-04"),
    standing: "unattributed",
    attributions: [unattributed("wion_article", wion.closing)],
  }),
  statement({
    key: "s_uk_most",
    claimant: "uk_mod",
    topic: "context",
    text: "Of the more than 300, the majority were killed or are missing.",
    stated: inUtc("2023-01"),
    standing: "reported",
    attributions: [paraphrase("rp", "passage on the British assessment")],
  }),
];

/** In the order in which they are logged and numbered: figures, then statements. */
export const claims: SeedClaim[] = [...figures, ...statements];

type SeedSupersession = {
  newer: Key;
  older: Key;
  downwardReason: DownwardReason | null;
  note: string | null;
};

export const supersessions: SeedSupersession[] = [
  {
    newer: "mod_89",
    older: "mod_63",
    downwardReason: null,
    note: "The ministry raised its own figure, from 63 on 2 January to 89 on 4 January 2023.",
  },
];

type SeedAssessment = {
  claim: Key;
  status: Exclude<Verification, "corroborated">;
  reason: string;
  whatWouldChange: string | null;
  evidence: { kind: EvidenceKind; stance: EvidenceStance; report: Key | null; url: null; note: string }[];
};

export const assessments: SeedAssessment[] = [
  {
    claim: "bbc_named_92",
    status: "documented",
    reason:
      "The figure is reported to rest on a named list: BBC News Russian is said to have the names of at " +
      "least 92 servicemen killed in the strike. We know the list only through Novaya Gazeta Europe, " +
      "Meduza and The Moscow Times: in our record all three give this figure and credit it to BBC News " +
      "Russian. We have not read the list, and have checked neither its names nor how they were " +
      "established. The status says that a named list is the evidence; it does not say that the figure is " +
      "right or complete.",
    whatWouldChange:
      "Reading the list itself: names that stand in it twice, or people who did not die in this strike, " +
      "would call for a new assessment. So would a correction by BBC News Russian.",
    evidence: [
      {
        kind: "named_list",
        stance: "supports",
        report: "bbc_ru_list",
        url: null,
        note:
          "The named list of BBC News Russian, 25 January 2023. Not read by us; known through three other " +
          "outlets.",
      },
    ],
  },
  {
    claim: "idel_named_83",
    status: "documented",
    reason:
      "The figure is reported to rest on a named list: Idel.Realii is said to have the names of 83 " +
      "servicemen killed in the strike. We know the list only through Meduza, which in our record gives " +
      "this figure and credits it to Idel.Realii. We have not read the list, do not know the day on which " +
      "it was published, and have checked neither its names nor how many of them also stand in the list of " +
      "BBC News Russian. The status says that a named list is the evidence; it does not say that the " +
      "figure is right or complete.",
    whatWouldChange:
      "Reading the list itself: names that stand in it twice, or people who did not die in this strike, " +
      "would call for a new assessment. So would a correction by Idel.Realii.",
    evidence: [
      {
        kind: "named_list",
        stance: "supports",
        report: "idel_list",
        url: null,
        note:
          "The named list of Idel.Realii, from some day between 1 and 25 January 2023. Not read by us; " +
          "known through Meduza alone.",
      },
    ],
  },
];
