import "server-only";
import { db } from "../db/client";
import type { ChoiceKind } from "./schema";
import type { Choice, Match } from "./types";

type Described = Omit<Choice, "matched">;

/** Puts into words what was found, in its order. Dates stay as EDTF, which is the same in every language. */
export async function describeChoices(kind: ChoiceKind, matches: readonly Match[]): Promise<Choice[]> {
  const described = await DESCRIBE[kind](matches.map(({ id }) => id));
  const byId = new Map(described.map((choice) => [choice.id, choice]));
  return matches.flatMap(({ id, matched }) => {
    const choice = byId.get(id);
    return choice ? [{ ...choice, matched }] : [];
  });
}

const DESCRIBE: Record<ChoiceKind, (ids: string[]) => Promise<Described[]>> = {
  event: describeEvents,
  claimant: describeClaimants,
  publication: describePublications,
  report: describeReports,
  measure: describeMeasures,
  claim: describeClaims,
};

async function describeEvents(ids: string[]): Promise<Described[]> {
  const rows = await db().event.findMany({
    where: { id: { in: ids } },
    select: {
      id: true,
      slug: true,
      title: true,
      placeName: true,
      occurredEdtf: true,
      occurredZone: true,
      recordStatus: true,
    },
  });
  return rows.map(({ id, slug, title, placeName, occurredEdtf, occurredZone, recordStatus }) => ({
    id,
    label: title,
    detail: detailOf(placeName, dayOf(occurredEdtf)),
    extra: { slug, zone: occurredZone, recordStatus },
  }));
}

async function describeClaimants(ids: string[]): Promise<Described[]> {
  const name = { select: { name: true } };
  const rows = await db().claimant.findMany({
    where: { id: { in: ids } },
    select: { id: true, name: true, kind: true, parent: name, viaPublication: name },
  });
  return rows.map(({ id, name, kind, parent, viaPublication }) => ({
    id,
    label: name,
    detail: detailOf(parent?.name, viaPublication?.name),
    extra: { claimantKind: kind },
  }));
}

async function describePublications(ids: string[]): Promise<Described[]> {
  const rows = await db().publication.findMany({
    where: { id: { in: ids } },
    select: { id: true, name: true, country: true, family: { select: { name: true } } },
  });
  return rows.map(({ id, name, country, family }) => ({
    id,
    label: name,
    detail: detailOf(family?.name === name ? null : family?.name, country),
  }));
}

async function describeReports(ids: string[]): Promise<Described[]> {
  const rows = await db().report.findMany({
    where: { id: { in: ids } },
    select: {
      id: true,
      publicId: true,
      title: true,
      url: true,
      language: true,
      publishedEdtf: true,
      publication: { select: { name: true } },
    },
  });
  return rows.map(({ id, publicId, title, url, language, publishedEdtf, publication }) => ({
    id,
    label: title ?? detailOf(publication.name, dayOf(publishedEdtf)) ?? publicId,
    detail: title ? detailOf(publication.name, dayOf(publishedEdtf)) : url,
    extra: { publicId, ...(url && { url }), ...(language && { language }) },
  }));
}

async function describeMeasures(ids: string[]): Promise<Described[]> {
  const rows = await db().measure.findMany({
    where: { id: { in: ids } },
    select: { id: true, label: true, unit: true, kinds: true, area: true, periodEdtf: true, total: true },
  });
  return rows.map(({ id, label, unit, kinds, area, periodEdtf, total }) => ({
    id,
    label,
    detail: detailOf(area, periodEdtf),
    extra: { unit, kinds: kinds.join(" "), total },
  }));
}

async function describeClaims(ids: string[]): Promise<Described[]> {
  const rows = await db().claim.findMany({
    where: { id: { in: ids } },
    select: {
      id: true,
      publicId: true,
      version: true,
      wording: true,
      wordingLanguage: true,
      statedEdtf: true,
      recordStatus: true,
      claimant: { select: { name: true } },
      measure: { select: { label: true } },
    },
  });
  return rows.map(({ id, wording, claimant, measure, statedEdtf, ...row }) => ({
    id,
    label: wording,
    detail: detailOf(claimant.name, measure?.label, dayOf(statedEdtf)),
    extra: {
      publicId: row.publicId,
      version: String(row.version),
      language: row.wordingLanguage,
      recordStatus: row.recordStatus,
    },
  }));
}

function detailOf(...parts: (string | null | undefined)[]): string | null {
  return parts.filter(Boolean).join(" · ") || null;
}

// The hour would only be in the way of telling two records apart.
function dayOf(edtf: string | null): string | null {
  return edtf?.replace(/T[^/]*/g, "") ?? null;
}
