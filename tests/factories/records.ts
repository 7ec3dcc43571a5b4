import { createClaimant } from "../../lib/claimants/create-claimant";
import type { CreateClaimant } from "../../lib/claimants/schema";
import { createEvent } from "../../lib/events/create-event";
import type { CreateEvent } from "../../lib/events/schema";
import { defineMeasure } from "../../lib/measures/define-measure";
import type { DefineMeasure } from "../../lib/measures/schema";
import { createPublication } from "../../lib/publications/create-publication";
import type { CreatePublication } from "../../lib/publications/schema";
import { fileReport } from "../../lib/reports/file-report";
import type { FileReport } from "../../lib/reports/schema";
import { aJournalist } from "./cast";
import { tick, unique } from "./clock";

/** What a test names a record by. */
export type Made = { id: string; slug: string };

/** Valid input for an event: a strike in Dnipro on the evening of 3 May 2026. */
export function eventInput(given: Partial<CreateEvent> = {}): CreateEvent {
  const slug = given.slug ?? unique("event");
  return {
    slug,
    title: `Strike on the grain store (${slug})`,
    summary: "A grain store was hit in the evening; how many were inside is disputed.",
    place: { name: "Dnipro", country: "UA", latitude: 48.46, longitude: 35.04 },
    occurred: { edtf: "2026-05-03T19:30:00", zone: "Europe/Kyiv" },
    ...given,
  };
}

/** A draft event. */
export async function anEvent(given: Partial<CreateEvent> = {}): Promise<Made> {
  const input = eventInput(given);
  return { id: await createEvent(await aJournalist(), input, tick()), slug: input.slug };
}

export function claimantInput(given: Partial<CreateClaimant> = {}): CreateClaimant {
  const slug = given.slug ?? unique("claimant");
  return {
    slug,
    name: `Regional office ${slug}`,
    kind: "government_body",
    parentId: null,
    publicationId: null,
    viaPublicationId: null,
    ...given,
  };
}

export async function aClaimant(given: Partial<CreateClaimant> = {}): Promise<Made> {
  const input = claimantInput(given);
  return { id: await createClaimant(await aJournalist(), input, tick()), slug: input.slug };
}

export function publicationInput(given: Partial<CreatePublication> = {}): CreatePublication {
  const slug = given.slug ?? unique("publication");
  return { slug, name: `Daily ${slug}`, family: null, country: null, ...given };
}

export async function aPublication(given: Partial<CreatePublication> = {}): Promise<Made> {
  const input = publicationInput(given);
  return { id: await createPublication(await aJournalist(), input, tick()), slug: input.slug };
}

export async function reportInput(given: Partial<FileReport> = {}): Promise<FileReport> {
  return {
    publicationId: given.publicationId ?? (await aPublication()).id,
    medium: "web",
    url: null,
    title: unique("report"),
    language: "en",
    published: { edtf: "2026-05-04", zone: "UTC" },
    isRead: true,
    note: null,
    ...given,
  };
}

/** A report of a publication of its own, unless one is given. Returns its id. */
export async function aReport(given: Partial<FileReport> = {}): Promise<string> {
  return fileReport(await aJournalist(), await reportInput(given), tick());
}

/** Input for a measure of the killed. Its address is its own; so is its area, for no two may share their scope. */
export function measureInput(eventId: string, given: Partial<DefineMeasure> = {}): DefineMeasure {
  const slug = given.slug ?? unique("killed");
  return {
    eventId,
    slug,
    label: `People killed (${slug})`,
    kinds: ["killed"],
    unit: "people",
    personClass: "unspecified",
    demographic: null,
    nationality: null,
    area: slug,
    period: null,
    cause: "unspecified",
    total: "running_total",
    ...given,
  };
}

/** A measure of an event. Returns its id. */
export async function aMeasure(eventId: string, given: Partial<DefineMeasure> = {}): Promise<string> {
  return defineMeasure(await aJournalist(), measureInput(eventId, given), tick());
}
