import type {
  CauseDefinition,
  ClaimantKind,
  MeasureKind,
  Medium,
  PartyRole,
  PersonClass,
  Total,
} from "../../lib/vocabulary";

/**
 * The demonstration event: who gave which figures after the strike in Makiivka, and who carried them. Facts
 * and figures only; every sentence is ours. The claims are in `makiivka-claims.ts`.
 */

/** How one record of the seed names another: unique within its list. */
export type Key = string;

export type SeedDate = { edtf: string; zone: string };

// Dates without an hour are read in the zone of whoever gave them: Russian claimants and outlets in Moscow,
// Ukrainian ones in Kyiv, everyone else in UTC.
export const inMoscow = (edtf: string): SeedDate => ({ edtf, zone: "Europe/Moscow" });
export const inKyiv = (edtf: string): SeedDate => ({ edtf, zone: "Europe/Kyiv" });
export const inUtc = (edtf: string): SeedDate => ({ edtf, zone: "UTC" });

type SeedParty = { claimant: Key; side: string | null; role: PartyRole | null };

/** Every claimant that has a side or a role in the event. */
const parties: SeedParty[] = [
  { claimant: "ukr_armed_forces", side: "Ukraine", role: "attacker" },
  { claimant: "russian_mod", side: "Russia", role: "target" },
  { claimant: "donetsk_occupation", side: "Russia", role: "authority" },
  { claimant: "uk_mod", side: null, role: "third_party" },
  { claimant: "bbc_russian", side: null, role: "monitor" },
  { claimant: "idel_realii", side: null, role: "monitor" },
  { claimant: "isw", side: null, role: "monitor" },
  { claimant: "sevryukov", side: "Russia", role: null },
  { claimant: "shoigu", side: "Russia", role: null },
  { claimant: "bezsonov", side: "Russia", role: null },
  { claimant: "girkin", side: "Russia", role: null },
  { claimant: "operational_reports", side: "Russia", role: null },
  { claimant: "tsargrad", side: "Russia", role: null },
  { claimant: "pro_russian_authorities", side: "Russia", role: null },
  { claimant: "mironov", side: "Russia", role: null },
  { claimant: "stratcom", side: "Ukraine", role: null },
  { claimant: "general_staff", side: "Ukraine", role: null },
  { claimant: "butkevych", side: "Ukraine", role: null },
  { claimant: "butkevych_sources", side: "Ukraine", role: null },
];

export const event = {
  slug: "makiivka-2023",
  title: "Strike on the vocational school in Makiivka",
  summary:
    "Shortly after midnight Moscow time on 1 January 2023, while it was still 31 December in Kyiv, a " +
    "strike hit a vocational school in Makiivka, in the part of Ukraine's Donetsk region under Russian " +
    "control, where by the accounts of both sides there were Russian troops. The Russian Ministry of " +
    "Defence, Ukrainian military bodies and others give different figures of the killed, injured and " +
    "missing, and the cause of the losses is disputed too.",
  place: { name: "Makiivka", country: "UA", latitude: 48.05, longitude: 37.96 },
  occurred: inMoscow("2023-01-01T00:01:00+03:00"),
  otherZones: ["Europe/Kyiv", "UTC"],
  aliases: ["Makeevka", "Makeyevka", "Макіївка", "Макеевка"],
  parties,
};

type SeedPublication = {
  key: Key;
  slug: string;
  name: string;
  aliases: string[];
  family: string | null;
  country: string | null;
};

export const publications: SeedPublication[] = [
  {
    key: "wion",
    slug: "wion",
    name: "WION",
    aliases: ["World is One News"],
    family: "Zee Media",
    country: "IN",
  },
  { key: "reuters", slug: "reuters", name: "Reuters", aliases: [], family: null, country: "GB" },
  { key: "bbc", slug: "bbc-news", name: "BBC News", aliases: [], family: "BBC", country: "GB" },
  {
    key: "bbc_russian",
    slug: "bbc-news-russian",
    name: "BBC News Russian",
    aliases: ["BBC Russian Service", "Русская служба Би-би-си"],
    family: "BBC",
    country: "GB",
  },
  {
    key: "kyiv_independent",
    slug: "kyiv-independent",
    name: "Kyiv Independent",
    aliases: [],
    family: null,
    country: "UA",
  },
  {
    key: "ria",
    slug: "ria-novosti",
    name: "RIA Novosti",
    aliases: [],
    family: "Rossiya Segodnya",
    country: "RU",
  },
  {
    key: "sputnik",
    slug: "sputnik",
    name: "Sputnik",
    aliases: [],
    family: "Rossiya Segodnya",
    country: "RU",
  },
  { key: "trt", slug: "trt-world", name: "TRT World", aliases: [], family: null, country: "TR" },
  { key: "bne", slug: "bne-intellinews", name: "bne IntelliNews", aliases: [], family: null, country: null },
  { key: "dw", slug: "deutsche-welle", name: "Deutsche Welle", aliases: ["DW"], family: null, country: "DE" },
  {
    key: "goaspotlight",
    slug: "thegoaspotlight-com",
    name: "thegoaspotlight.com",
    aliases: [],
    family: null,
    country: null,
  },
  { key: "rp", slug: "rp-pl", name: "rp.pl", aliases: [], family: null, country: "PL" },
  {
    key: "lodi",
    slug: "lodivalleynews-com",
    name: "lodivalleynews.com",
    aliases: [],
    family: null,
    country: null,
  },
  {
    key: "rferl",
    slug: "rfe-rl",
    name: "RFE/RL",
    aliases: ["Radio Free Europe/Radio Liberty"],
    family: "RFE/RL",
    country: "US",
  },
  {
    key: "idel",
    slug: "idel-realii",
    name: "Idel.Realii",
    aliases: ["Идель.Реалии"],
    family: "RFE/RL",
    country: null,
  },
  {
    key: "nge",
    slug: "novaya-gazeta-europe",
    name: "Novaya Gazeta Europe",
    aliases: [],
    family: null,
    country: "LV",
  },
  { key: "meduza", slug: "meduza", name: "Meduza", aliases: [], family: null, country: "LV" },
  {
    key: "moscow_times",
    slug: "the-moscow-times",
    name: "The Moscow Times",
    aliases: [],
    family: null,
    country: "NL",
  },
];

type SeedClaimant = {
  key: Key;
  slug: string;
  name: string;
  kind: ClaimantKind;
  aliases: string[];
  parent: Key | null;
  publication: Key | null;
  viaPublication: Key | null;
};

const alone = { parent: null, publication: null, viaPublication: null };
const partOf = (parent: Key) => ({ ...alone, parent });
const publishing = (publication: Key) => ({ ...alone, publication });
/** An unnamed claimant is bound to the publication that carried it (R17). */
const carriedBy = (viaPublication: Key) => ({ ...alone, aliases: [], viaPublication });

/** Parents before children. */
export const claimants: SeedClaimant[] = [
  {
    key: "russian_mod",
    slug: "russian-ministry-of-defence",
    name: "Russian Ministry of Defence",
    kind: "government_body",
    aliases: [
      "Russian defence ministry",
      "Moscow's defence ministry",
      "Минобороны России",
      "Министерство обороны Российской Федерации",
    ],
    ...alone,
  },
  {
    key: "sevryukov",
    slug: "sergei-sevryukov",
    name: "Sergei Sevryukov",
    kind: "person",
    aliases: ["Lt Gen Sergei Sevryukov", "Sergey Sevryukov", "Сергей Севрюков"],
    ...partOf("russian_mod"),
  },
  {
    key: "shoigu",
    slug: "sergei-shoigu",
    name: "Sergei Shoigu",
    kind: "person",
    aliases: ["Sergey Shoigu", "Russian defence minister", "Сергей Шойгу"],
    ...partOf("russian_mod"),
  },
  {
    key: "donetsk_occupation",
    slug: "russian-installed-authorities-in-donetsk",
    name: "Russian-installed authorities in Donetsk",
    kind: "government_body",
    aliases: ["DPR", "Donetsk People's Republic", "ДНР", "Донецкая Народная Республика"],
    ...alone,
  },
  {
    key: "bezsonov",
    slug: "daniil-bezsonov",
    name: "Daniil Bezsonov",
    kind: "person",
    aliases: ["Daniel Bezsonov", "Даниил Безсонов"],
    ...partOf("donetsk_occupation"),
  },
  {
    key: "ukr_armed_forces",
    slug: "armed-forces-of-ukraine",
    name: "Armed Forces of Ukraine",
    kind: "armed_force",
    aliases: ["AFU", "ZSU", "ЗСУ", "Збройні сили України"],
    ...alone,
  },
  {
    key: "stratcom",
    slug: "stratcom-of-the-armed-forces-of-ukraine",
    name: "Strategic communications department of the Armed Forces of Ukraine",
    kind: "armed_force",
    aliases: ["StratCom", "AFU StratCom", "СтратКом ЗСУ"],
    ...partOf("ukr_armed_forces"),
  },
  {
    key: "general_staff",
    slug: "general-staff-of-the-armed-forces-of-ukraine",
    name: "General Staff of the Armed Forces of Ukraine",
    kind: "armed_force",
    aliases: ["Ukrainian General Staff", "Генеральний штаб ЗСУ"],
    ...partOf("ukr_armed_forces"),
  },
  {
    key: "girkin",
    slug: "igor-girkin",
    name: "Igor Girkin",
    kind: "person",
    aliases: ["Igor Strelkov", "Игорь Гиркин", "Игорь Стрелков"],
    ...alone,
  },
  {
    key: "operational_reports",
    slug: "operational-reports-via-deutsche-welle",
    name: 'unnamed author of the pro-Russian Telegram channel "Operational Reports", via Deutsche Welle',
    kind: "unnamed",
    ...carriedBy("dw"),
  },
  {
    key: "tsargrad",
    slug: "tsargrad-tv",
    name: "Tsargrad TV",
    kind: "media",
    aliases: ["Tsargrad", "Царьград"],
    ...alone,
  },
  {
    key: "butkevych",
    slug: "bohdan-butkevych",
    name: "Bohdan Butkevych",
    kind: "person",
    aliases: ["B. Butkevych", "Богдан Буткевич"],
    ...alone,
  },
  {
    key: "butkevych_sources",
    slug: "people-quoted-by-butkevych-via-deutsche-welle",
    name: "unnamed people quoted by B. Butkevych, via Deutsche Welle",
    kind: "unnamed",
    ...carriedBy("dw"),
  },
  {
    key: "pro_russian_authorities",
    slug: "pro-russian-authorities-via-bne-intellinews",
    name: "unnamed pro-Russian authorities, via bne IntelliNews",
    kind: "unnamed",
    ...carriedBy("bne"),
  },
  {
    key: "uk_mod",
    slug: "uk-ministry-of-defence",
    name: "UK Ministry of Defence",
    kind: "government_body",
    aliases: ["British defence ministry", "MoD UK"],
    ...alone,
  },
  {
    key: "bbc_russian",
    slug: "bbc-news-russian",
    name: "BBC News Russian",
    kind: "media",
    aliases: ["BBC Russian Service", "Русская служба Би-би-си"],
    ...publishing("bbc_russian"),
  },
  {
    key: "idel_realii",
    slug: "idel-realii",
    name: "Idel.Realii",
    kind: "media",
    aliases: ["Идель.Реалии"],
    ...publishing("idel"),
  },
  {
    key: "mironov",
    slug: "sergei-mironov",
    name: "Sergei Mironov",
    kind: "person",
    aliases: ["Sergey Mironov", "Сергей Миронов"],
    ...alone,
  },
  {
    key: "isw",
    slug: "institute-for-the-study-of-war",
    name: "Institute for the Study of War",
    kind: "ngo",
    aliases: ["ISW"],
    ...alone,
  },
  {
    key: "wion",
    slug: "wion",
    name: "WION",
    kind: "media",
    aliases: ["World is One News"],
    ...publishing("wion"),
  },
  {
    key: "unattributed_wion",
    slug: "unattributed-via-wion",
    name: "unattributed, via WION",
    kind: "unnamed",
    ...carriedBy("wion"),
  },
];

type SeedMeasure = {
  key: Key;
  slug: string;
  label: string;
  kinds: MeasureKind[];
  unit: string;
  personClass: PersonClass;
  demographic: string | null;
  nationality: string | null;
  area: string | null;
  period: string | null;
  cause: CauseDefinition;
  total: Total;
  partOf: null;
};

const scope = {
  unit: "people",
  personClass: "unspecified",
  demographic: null,
  nationality: null,
  area: "vocational school, Makiivka",
  period: null,
  cause: "unspecified",
  total: "running_total",
  partOf: null,
} as const;
const servicemen = { ...scope, personClass: "military", nationality: "Russian" } as const;

/** The headline first, then as the event's page reads. */
export const measures: SeedMeasure[] = [
  {
    key: "killed_servicemen",
    slug: "killed",
    label: "Russian servicemen killed",
    kinds: ["killed"],
    ...servicemen,
  },
  {
    key: "injured_servicemen",
    slug: "injured",
    label: "Russian servicemen injured",
    kinds: ["injured"],
    ...servicemen,
  },
  {
    key: "killed_or_wounded",
    slug: "killed-or-wounded",
    label: "Russian servicemen killed or wounded",
    kinds: ["killed", "injured"],
    ...servicemen,
  },
  {
    key: "killed_wounded_missing",
    slug: "killed-wounded-or-missing",
    label: "Russian servicemen killed, wounded or missing",
    kinds: ["killed", "injured", "missing"],
    ...servicemen,
  },
  {
    key: "casualties_unspecified",
    slug: "casualties-sense-not-given",
    label: "Russian military victims or losses, in a sense that was not given",
    kinds: ["casualties_unspecified"],
    ...servicemen,
  },
  {
    key: "missing_servicemen",
    slug: "missing",
    label: "Russian servicemen missing",
    kinds: ["missing"],
    ...servicemen,
  },
  {
    key: "fate_unknown",
    slug: "fate-not-established",
    label: "Russian servicemen whose fate is not established",
    kinds: ["missing"],
    ...servicemen,
    demographic: "fate not established",
  },
  {
    key: "equipment",
    slug: "equipment-destroyed-or-damaged",
    label: "Destroyed or damaged military equipment",
    kinds: ["equipment_destroyed", "equipment_damaged"],
    ...scope,
    unit: "pieces of equipment",
  },
  {
    key: "rockets",
    slug: "rockets",
    label: "Rockets that struck the school",
    kinds: ["munitions_used"],
    ...scope,
    unit: "rockets",
  },
  {
    key: "war_killed",
    slug: "killed-in-the-war-to-september-2022",
    label: "Russian troops killed in the war, 24 February to September 2022",
    kinds: ["killed"],
    ...servicemen,
    area: "Ukraine, whole war",
    period: "2022-02-24/2022-09",
  },
  {
    key: "vigil",
    slug: "at-the-vigil-in-samara",
    label: "People attending the vigil in Samara",
    kinds: ["attending"],
    ...scope,
    area: "Samara",
  },
];

type SeedReport = {
  key: Key;
  publication: Key;
  medium: Medium;
  url: string | null;
  title: string | null;
  language: string | null;
  published: SeedDate | null;
  isRead: boolean;
  note: string | null;
};

const read = { medium: "web", url: null, language: null, isRead: true, note: null } as const;
/** Known only because another report names it. */
const notRead = {
  medium: "web",
  url: null,
  title: null,
  language: null,
  published: null,
  isRead: false,
} as const;

/** No full address is on record for any of them. A language stands only where it is certain. */
export const reports: SeedReport[] = [
  {
    key: "wion_article",
    publication: "wion",
    ...read,
    title: "WION on the rival figures after the strike in Makiivka",
    language: "en",
    published: inUtc("2023-01-04"),
    note: "WION wrote this article from what agencies supplied.",
  },
  {
    key: "reuters_phones",
    publication: "reuters",
    ...notRead,
    note: "We have not read this report. WION credits it with the quoted words on mobile phones.",
  },
  {
    key: "reuters_girkin",
    publication: "reuters",
    ...notRead,
    note: "We have not read this report. WION credits it with what Girkin said.",
  },
  {
    key: "bbc_minister",
    publication: "bbc",
    ...notRead,
    note: "We have not read this report. WION credits it with the promise of an inquiry.",
  },
  {
    key: "bbc_bezsonov",
    publication: "bbc",
    ...notRead,
    note: "We have not read this report. bne IntelliNews credits it with what Bezsonov said.",
  },
  {
    key: "ki_toll",
    publication: "kyiv_independent",
    ...read,
    title: "Kyiv Independent on the first figures from Russia and Ukraine",
    language: "en",
    published: inKyiv("2023-01-02"),
    note: "The hour of publication is not on record.",
  },
  {
    key: "ki_genstaff",
    publication: "kyiv_independent",
    ...read,
    title: "Kyiv Independent on what the General Staff said",
    language: "en",
    published: inKyiv("2023-01-02T19:21:00"),
    note: "The outlet shows this hour; we did not record its zone, and take it to be Kyiv's.",
  },
  {
    key: "ria",
    publication: "ria",
    ...notRead,
    language: "ru",
    published: inMoscow("2023-01-02"),
    note: "We have not read this report. The Kyiv Independent credits it with the figure of 63.",
  },
  {
    key: "sputnik",
    publication: "sputnik",
    ...read,
    title: "Sputnik on the higher Russian figure",
    language: "en",
    published: inMoscow("2023-01-04"),
    note: "Of its address only sputniknews.com/20230104/ is on record.",
  },
  {
    key: "trt",
    publication: "trt",
    ...read,
    title: "TRT World on the tolls given after the strike",
    language: "en",
    published: inUtc("2023-01-02"),
  },
  {
    key: "bne",
    publication: "bne",
    ...read,
    title: "bne IntelliNews on conflicting accounts of the strike",
    language: "en",
    published: inUtc("2023-01-02"),
  },
  {
    key: "dw",
    publication: "dw",
    ...notRead,
    published: inUtc("2023-01-02"),
    note: "We have not read this report in its original place, only a copy of it on another site.",
  },
  {
    key: "dw_copy",
    publication: "goaspotlight",
    ...read,
    title: "thegoaspotlight.com, republishing Deutsche Welle on the strike",
    published: inUtc("2023-01-02"),
    note: "A text of Deutsche Welle, republished on another site.",
  },
  {
    key: "rp",
    publication: "rp",
    ...read,
    title: "rp.pl on what the UK Ministry of Defence assessed",
    published: inUtc("2023-01"),
  },
  {
    key: "lodi",
    publication: "lodi",
    ...read,
    title: "lodivalleynews.com on what the UK Ministry of Defence assessed",
    published: null,
  },
  {
    key: "rferl",
    publication: "rferl",
    ...read,
    title: "RFE/RL on the strike in Makiivka",
    published: inUtc("2023-01"),
  },
  {
    key: "bbc_ru_list",
    publication: "bbc_russian",
    ...notRead,
    language: "ru",
    published: inUtc("2023-01-25"),
    note: "We have not read this report. Novaya Gazeta Europe, Meduza and The Moscow Times tell of it.",
  },
  {
    key: "idel_list",
    publication: "idel",
    ...notRead,
    language: "ru",
    note: "We have not read this report. Meduza tells of it.",
  },
  {
    key: "nge",
    publication: "nge",
    ...read,
    title: "Novaya Gazeta Europe on the names that BBC News Russian established",
    published: inUtc("2023-01-25"),
  },
  {
    key: "meduza",
    publication: "meduza",
    ...read,
    title: "Meduza on the named lists of BBC News Russian and Idel.Realii",
    published: inUtc("2023-01-25"),
  },
  {
    key: "moscow_times",
    publication: "moscow_times",
    ...read,
    title: "The Moscow Times on the names that BBC News Russian established",
    published: inUtc("2023-01-25"),
  },
];
