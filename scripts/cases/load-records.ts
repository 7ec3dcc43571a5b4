import { createClaimant } from "../../lib/claimants/create-claimant";
import { db } from "../../lib/db/client";
import { createEvent } from "../../lib/events/create-event";
import { defineMeasure } from "../../lib/measures/define-measure";
import { createPublication } from "../../lib/publications/create-publication";
import { fileReport } from "../../lib/reports/file-report";
import { canonicalUrl } from "../../lib/reports/rules";
import type { CaseClaimant, CaseReport } from "./case-shape";
import { attempt, idOf, inZone, type Loading, Unfit } from "./loading";
import { publicationOfMedia, publicationOfUnnamed, slugFor, toSlug } from "./naming";
import { parentsFirst } from "./order";

/** Puts the publications, claimants and reports of an event on file, those that others name first. */
export async function loadRegister(loading: Loading): Promise<void> {
  const { event, desk, ids } = loading;
  for (const { key, name, family, country } of event.publications) {
    const input = { slug: slugFor(event, key), name, family, country };
    const id = await attempt(loading, `publication ${key}`, () =>
      createPublication(desk.journalist, input, desk.tick()),
    );
    if (id) ids.publication.set(key, id);
  }
  for (const claimant of parentsFirst(event.claimants)) {
    const id = await attempt(loading, `claimant ${claimant.key}`, () => register(loading, claimant));
    if (id) ids.claimant.set(claimant.key, id);
  }
  for (const report of event.reports) {
    const id = await attempt(loading, `report ${report.key}`, () => file(loading, report));
    if (id) ids.report.set(report.key, id);
  }
}

async function register(loading: Loading, claimant: CaseClaimant): Promise<string> {
  const { event, desk } = loading;
  const { key, name, kind, partOf } = claimant;
  const input = {
    slug: slugFor(event, key),
    name,
    kind,
    aliases: [...new Set(claimant.aliases)],
    parentId: idOf(loading, "claimant", partOf),
    publicationId: kind === "media" ? await mediaPublication(loading, claimant) : null,
    viaPublicationId: kind === "unnamed" ? viaPublication(loading, claimant) : null,
  };
  return createClaimant(desk.journalist, input, desk.tick());
}

async function mediaPublication(loading: Loading, claimant: CaseClaimant): Promise<string> {
  const { event, desk, ids, notices } = loading;
  const known = publicationOfMedia(claimant, event.publications);
  if (known !== null) return idOf(loading, "publication", known);

  const { key, name } = claimant;
  notices.push(
    `claimant ${key} speaks through a publication that the file does not list: "${name}" is made.`,
  );
  const input = { slug: slugFor(event, `${key}-itself`), name, family: null, country: null };
  const id = await createPublication(desk.journalist, input, desk.tick());
  ids.publication.set(key, id);
  return id;
}

function viaPublication(loading: Loading, claimant: CaseClaimant): string {
  const key = publicationOfUnnamed(claimant, loading.event);
  if (key === null)
    throw new Unfit("it has no name, and no report says through which publication it is known.");
  return idOf(loading, "publication", key);
}

async function file(loading: Loading, { key, publication, url, title, published, note }: CaseReport) {
  const { desk, notices } = loading;
  const held = url === null ? null : await findReport(url);
  if (held) {
    notices.push(`report ${key} is on file already, by its address (R29): that one is used.`);
    return held;
  }
  const input = {
    publicationId: idOf(loading, "publication", publication),
    medium: "web" as const,
    url,
    title,
    language: null,
    published: inZone(loading, published),
    isRead: !/^not read\b/i.test(note ?? ""),
    note,
  };
  return fileReport(desk.journalist, input, desk.tick());
}

async function findReport(url: string): Promise<string | null> {
  if (!URL.canParse(url)) return null;
  const where = { canonicalUrl: canonicalUrl(url) };
  return (await db().report.findUnique({ where, select: { id: true } }))?.id ?? null;
}

/** Opens the event as a draft, with its parties and measures. Null where it was refused: nothing can be logged then. */
export async function loadEvent(loading: Loading): Promise<string | null> {
  const { event, desk, ids } = loading;
  const { place, occurred } = event;
  const input = {
    slug: toSlug(event.slug),
    title: event.title,
    summary: event.title,
    place: { name: place.name, country: place.country, latitude: place.lat, longitude: place.lon },
    occurred: { edtf: occurred.edtf, zone: occurred.timeZone },
    aliases: [...new Set(place.aliases)],
    parties: await partiesOf(loading),
  };
  const eventId = await attempt(loading, `event ${event.slug}`, () =>
    createEvent(desk.journalist, input, desk.tick()),
  );
  if (eventId === null) return null;

  for (const { key, label, kinds, scope, unit } of event.measures) {
    const measure = {
      eventId,
      slug: toSlug(key),
      label: label ?? key,
      kinds,
      unit,
      ...scope,
      period: inZone(loading, scope.period),
    };
    const id = await attempt(loading, `measure ${key}`, () =>
      defineMeasure(desk.journalist, measure, desk.tick()),
    );
    if (id) ids.measure.set(key, id);
  }
  return eventId;
}

/** A party for each claimant with a role or a side. */
async function partiesOf(loading: Loading) {
  const { event, notices } = loading;
  const roleOf = new Map<string, (typeof event.parties)[number]["role"]>();
  for (const { claimant, role } of event.parties) {
    const first = roleOf.get(claimant);
    if (first === undefined) roleOf.set(claimant, role);
    else notices.push(`party ${claimant} is given twice: it keeps the role ${first}, not ${role}.`);
  }
  const sideOf = new Map(event.claimants.map(({ key, side }) => [key, side]));
  const withSide = event.claimants.filter(({ side }) => side !== null).map(({ key }) => key);

  const parties = [];
  for (const key of new Set([...roleOf.keys(), ...withSide])) {
    const claimantId = await attempt(loading, `party ${key}`, async () => idOf(loading, "claimant", key));
    if (claimantId)
      parties.push({ claimantId, side: sideOf.get(key) ?? null, role: roleOf.get(key) ?? null });
  }
  return parties;
}
