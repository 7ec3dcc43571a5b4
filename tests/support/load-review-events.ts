import { submitClaim } from "../../lib/claims/move-claim";
import type { LogClaim } from "../../lib/claims/schema";
import { db } from "../../lib/db/client";
import { visitEmbeddedDatabase } from "../../scripts/embedded-database";
import { shutDown } from "../../scripts/shutdown";
import { aJournalist } from "../factories/cast";
import { aClaim, aPublishedEvent, attributionInput, type GivenFigure, publish } from "../factories/claims";
import { tick } from "../factories/clock";
import { aClaimant, aMeasure, aPublication, aReport } from "../factories/records";

/** Two events whose review the browser tests lead to its end, by the public ids of their claims. */
export type ReviewEvents = {
  makiivka: { slug: string; claims: Record<"63" | "89" | "400" | "92", string> };
  derna: { slug: string; claims: Record<"redCrescent" | "ocha" | "ochaLater" | "ministry", string> };
};

async function aStatedFigure(given: GivenFigure & { publication: string }) {
  const { publication, ...figure } = given;
  const publicationId = (await aPublication({ name: publication })).id;
  const reportId = await aReport({ publicationId, title: `As reported: ${figure.raw}` });
  return aClaim({ ...figure, attributions: [attributionInput(reportId)] });
}

const atLeast = (n: number): Partial<Extract<LogClaim, { type: "figure" }>["quantity"]> => ({
  qualifier: "at_least",
  low: n,
  high: null,
});

async function makiivka(): Promise<ReviewEvents["makiivka"]> {
  const journalist = await aJournalist();
  const event = await aPublishedEvent({
    slug: "makiivka-in-review",
    title: "Makiivka, while it is reviewed",
    occurred: { edtf: "2022-12-31", zone: "Europe/Kyiv" },
  });
  const eventId = event.id;
  const measureId = await aMeasure(eventId, { slug: "killed", label: "Servicemen killed" });
  const [ministry, stratcom, bbc] = await Promise.all(
    (
      [
        ["review-ministry", "Ministry of Defence (in review)", "government_body"],
        ["review-stratcom", "Strategic communications (in review)", "armed_force"],
        ["review-bbc", "BBC Russian (in review)", "media"],
      ] as const
    ).map(async ([slug, name, kind]) => (await aClaimant({ slug, name, kind })).id),
  );
  const common = { eventId, measureId };
  const claims = {
    "400": await aStatedFigure({
      ...common,
      claimantId: stratcom,
      n: 400,
      stated: "2023-01-01",
      publication: "Telegram of the review",
    }),
    "63": await aStatedFigure({
      ...common,
      claimantId: ministry,
      n: 63,
      stated: "2023-01-02",
      publication: "Agency of the review",
    }),
    "89": await aStatedFigure({
      ...common,
      claimantId: ministry,
      n: 89,
      stated: "2023-01-04",
      publication: "Channel of the review",
    }),
    "92": await aStatedFigure({
      ...common,
      claimantId: bbc,
      raw: "at least 92",
      quantity: atLeast(92),
      basis: "named_list",
      stated: "2023-01-25",
      publication: "Service of the review",
    }),
  };
  for (const { id } of Object.values(claims)) await submitClaim(journalist, { id, version: 1 }, tick());
  const publicIds = Object.entries(claims).map(([key, { publicId }]) => [key, publicId] as const);
  return { slug: event.slug, claims: Object.fromEntries(publicIds) as ReviewEvents["makiivka"]["claims"] };
}

async function derna(): Promise<ReviewEvents["derna"]> {
  const event = await aPublishedEvent({
    slug: "derna-in-review",
    title: "Derna, while it is reviewed",
    occurred: { edtf: "2023-09-10", zone: "Africa/Tripoli" },
  });
  const eventId = event.id;
  const measureId = await aMeasure(eventId, { slug: "killed", label: "People killed in Derna" });
  const [redCrescent, ocha, ministry] = await Promise.all(
    (
      [
        ["review-red-crescent", "Red Crescent (in review)", "ngo"],
        ["review-ocha", "United Nations office (in review)", "intergovernmental"],
        ["review-health", "Ministry of Health (in review)", "government_body"],
      ] as const
    ).map(async ([slug, name, kind]) => (await aClaimant({ slug, name, kind })).id),
  );
  const common = { eventId, measureId };
  const figures = {
    ministry: { n: 3166, raw: "3,166", claimantId: ministry, stated: "2023-09-15" },
    redCrescent: { n: 11300, raw: "11,300", claimantId: redCrescent, stated: "2023-09-16" },
    ocha: { n: 11300, raw: "11,300", claimantId: ocha, stated: "2023-09-16" },
    ochaLater: { n: 3958, raw: "3,958", claimantId: ocha, stated: "2023-09-17" },
  };
  const claims: [string, string][] = [];
  for (const [key, figure] of Object.entries(figures)) {
    const claim = await publish(
      await aStatedFigure({ ...common, ...figure, publication: `Paper of ${key}` }),
    );
    claims.push([key, claim.publicId]);
  }
  return { slug: event.slug, claims: Object.fromEntries(claims) as ReviewEvents["derna"]["claims"] };
}

// Into the embedded database of DATA_DIR, also while a server runs on it.
await visitEmbeddedDatabase();
try {
  const made: ReviewEvents = { makiivka: await makiivka(), derna: await derna() };
  console.log(`MADE ${JSON.stringify(made)}`);
} finally {
  await db().$disconnect();
  await shutDown();
}
