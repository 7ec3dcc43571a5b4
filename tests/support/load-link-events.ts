import { editClaim } from "../../lib/claims/edit-claim";
import { publishClaim, reviewClaim, submitClaim } from "../../lib/claims/move-claim";
import { db } from "../../lib/db/client";
import { visitEmbeddedDatabase } from "../../scripts/embedded-database";
import { shutDown } from "../../scripts/shutdown";
import { aJournalist, anEditor } from "../factories/cast";
import {
  aClaim,
  aPublishedClaim,
  attributionInput,
  figureInput,
  type GivenFigure,
  makePublic,
} from "../factories/claims";
import { tick } from "../factories/clock";
import { aClaimant, aMeasure, anEvent, aPublication, aReport } from "../factories/records";

/** A public event in which there is one link of each kind to decide, by the public ids of its claims. */
export type LinkEvent = { slug: string; title: string; older: string; kept: string; duplicate: string };

async function passage(publication: string, text: string, credit: string | null = null, day = "2023-01-02") {
  const { id } = await aPublication({ slug: `links-${crypto.randomUUID()}`, name: publication });
  const title = `${publication} on the strike`;
  const reportId = await aReport({
    publicationId: id,
    title,
    credit,
    published: { edtf: day, zone: "UTC" },
  });
  const words = { text, language: "en", translation: null, translatedBy: null };
  return attributionInput(reportId, { passage: words });
}

async function aLinkEvent(): Promise<LinkEvent> {
  const name = crypto.randomUUID().slice(0, 8);
  const claimant = async (role: string, kind: "government_body" | "media") =>
    (await aClaimant({ slug: `${role}-${name}`, name: `${role} ${name}`, kind })).id;
  const ministry = await claimant("ministry", "government_body");
  const staff = await claimant("staff", "government_body");
  const service = await claimant("service", "media");
  const title = `Strike with links to decide ${name}`;
  const { id: eventId, slug } = await anEvent({
    slug: `links-${name}`,
    title,
    occurred: { edtf: "2022-12-31", zone: "Europe/Kyiv" },
    parties: [
      { claimantId: ministry, side: "attacker", role: null },
      { claimantId: staff, side: "target", role: null },
    ],
  });
  const killed = await aMeasure(eventId, { slug: "killed", label: "Servicemen killed" });
  const injured = await aMeasure(eventId, {
    slug: "injured",
    label: "Servicemen injured",
    kinds: ["injured"],
  });
  const figure = async (given: GivenFigure) => aPublishedClaim({ eventId, measureId: killed, ...given });

  const wire = `Wire ${name}`;
  const first = [
    await passage(wire, "Sixty-three servicemen were killed, the ministry said on Monday."),
    await passage(`Paper ${name}`, "The ministry put the dead at 63.", wire, "2023-01-03"),
  ];
  const older = await figure({ claimantId: ministry, n: 63, stated: "2023-01-02", attributions: first });
  await figure({
    claimantId: ministry,
    n: 89,
    stated: "2023-01-04",
    attributions: [
      await passage(
        `Channel ${name}`,
        "The number of our dead comrades has risen to 89.",
        null,
        "2023-01-04",
      ),
    ],
  });
  for (const [claimantId, paper] of [
    [ministry, "Agency"],
    [staff, "Portal"],
  ] as const) {
    const attributions = [await passage(`${paper} ${name}`, "It counted 137 injured.", null, "2023-01-03")];
    await figure({ claimantId, measureId: injured, n: 137, stated: "2023-01-03", attributions });
  }

  const attributions = [
    await passage(`Service ${name}`, "We know the names of 92 of the dead.", null, "2023-01-25"),
  ];
  const common = { eventId, measureId: killed, claimantId: service, attributions };
  const kept = await figure({ ...common, n: 92, stated: "2023-01-25" });
  // Logged with a slip, so that nobody was asked; put right before it was published.
  const slip = await aClaim({ ...common, n: 29, stated: "2023-01-26" });
  const {
    eventId: _,
    attributions: __,
    ...claim
  } = await figureInput({ ...common, n: 92, stated: "2023-01-26" });
  await editClaim(await aJournalist(), { id: slip.id, version: 1, claim }, tick());
  await submitClaim(await aJournalist(), { id: slip.id, version: 2 }, tick());
  await reviewClaim(await anEditor(), { id: slip.id, version: 3 }, tick());
  await publishClaim(await anEditor(), { id: slip.id, version: 4 }, tick());
  await makePublic({ id: eventId });
  return { slug, title, older: older.publicId, kept: kept.publicId, duplicate: slip.publicId };
}

// Into the embedded database of DATA_DIR, also while a server runs on it.
await visitEmbeddedDatabase();
try {
  console.log(`MADE ${JSON.stringify(await aLinkEvent())}`);
} finally {
  await db().$disconnect();
  await shutDown();
}
