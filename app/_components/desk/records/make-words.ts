import { formatLocaleOf, type Translate, translator } from "@/lib/format/messages";
import { CLAIMANT_KINDS, PARTY_ROLES } from "@/lib/vocabulary";
import { countryOptions } from "./country-options";
import { measureWords } from "./measure-words";
import { reportWords } from "./report-words";
import { options, wordsOf } from "./words-of";

/** The records that can be made on the spot. */
export type MakeKind = "event" | "claimant" | "publication" | "measure" | "report";

/** The words of the forms of records, in one language: made on the server, handed to the browser. */
export type MakeWords = ReturnType<typeof makeWords>;

/** See MakeWords. Where a value is known only in the browser, its name stands in braces: see fillIn. */
export function makeWords(locale: string) {
  const t = translator(locale);
  return {
    record: recordWords(t),
    countries: countryOptions(formatLocaleOf(locale)),
    event: eventWords(t),
    claimant: claimantWords(t),
    publication: publicationWords(t),
    measure: measureWords(t),
    report: reportWords(t),
  };
}

function recordWords(t: Translate) {
  const typed = { typed: "{typed}" };
  return {
    addressTitle: t("desk.record.addressTitle"),
    reasonHint: t("desk.record.reasonHint"),
    choose: t("desk.record.choose"),
    none: t("desk.record.none"),
    remove: t("desk.record.remove"),
    removeNth: t("desk.record.removeNth", { number: "{number}" }),
    readings: t("desk.record.readings"),
    notSent: t("desk.record.notSent"),
    create: {
      event: t("desk.record.create.event", typed),
      claimant: t("desk.record.create.claimant", typed),
      publication: t("desk.record.create.publication", typed),
      measure: t("desk.record.create.measure", typed),
      report: t("desk.record.create.report", typed),
    },
  };
}

const EVENT_LABELS = [
  "title",
  "summary",
  "placeName",
  "country",
  "latitude",
  "longitude",
  "occurred",
  "zone",
  "otherZones",
  "otherZone",
  "aliases",
  "parties",
  "partyClaimant",
  "partySide",
  "partyRole",
  "fourEyes",
  "slug",
  "reason",
] as const;
const EVENT_HINTS = [
  "title",
  "summary",
  "placeName",
  "occurred",
  "zone",
  "otherZones",
  "aliases",
  "parties",
  "slug",
] as const;

function eventWords(t: Translate) {
  return {
    label: wordsOf(EVENT_LABELS, (name) => t(`desk.event.field.${name}`)),
    hint: wordsOf(EVENT_HINTS, (name) => t(`desk.event.hint.${name}`)),
    roles: options(PARTY_ROLES, (code) => t(`partyRole.${code}.label`)),
    place: t("desk.event.place"),
    party: t("desk.event.party", { number: "{number}" }),
    addParty: t("desk.event.addParty"),
    addZone: t("desk.event.addZone"),
    new: t("desk.event.new"),
    create: t("desk.event.create"),
    save: t("desk.event.save"),
  };
}

const CLAIMANT_LABELS = [
  "name",
  "kind",
  "parentId",
  "publicationId",
  "viaPublicationId",
  "aliases",
  "slug",
  "reason",
] as const;
const CLAIMANT_HINTS = [
  "name",
  "kind",
  "parentId",
  "publicationId",
  "viaPublicationId",
  "aliases",
  "slug",
] as const;

function claimantWords(t: Translate) {
  return {
    label: wordsOf(CLAIMANT_LABELS, (name) => t(`desk.claimant.field.${name}`)),
    hint: wordsOf(CLAIMANT_HINTS, (name) => t(`desk.claimant.hint.${name}`)),
    kinds: options(CLAIMANT_KINDS, (code) => t(`claimantKind.${code}.label`)),
    unnamed: {
      title: t("desk.claimant.unnamed.title"),
      lead: t("desk.claimant.unnamed.lead"),
      role: t("desk.claimant.unnamed.role"),
      roleHint: t("desk.claimant.unnamed.roleHint"),
      body: t("desk.claimant.unnamed.body"),
      bodyHint: t("desk.claimant.unnamed.bodyHint"),
      at: t("desk.claimant.unnamed.at", { role: "{role}", body: "{body}", publication: "{publication}" }),
      noBody: t("desk.claimant.unnamed.noBody", { role: "{role}", publication: "{publication}" }),
      use: t("desk.claimant.unnamed.use"),
    },
    new: t("desk.claimant.new"),
    create: t("desk.claimant.create"),
    save: t("desk.claimant.save"),
  };
}

const PUBLICATION_LABELS = ["name", "family", "country", "aliases", "slug", "reason"] as const;
const PUBLICATION_HINTS = ["name", "family", "aliases", "slug"] as const;

function publicationWords(t: Translate) {
  return {
    label: wordsOf(PUBLICATION_LABELS, (name) => t(`desk.publication.field.${name}`)),
    hint: wordsOf(PUBLICATION_HINTS, (name) => t(`desk.publication.hint.${name}`)),
    new: t("desk.publication.new"),
    create: t("desk.publication.create"),
    save: t("desk.publication.save"),
  };
}
