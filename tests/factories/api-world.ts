import { editClaimant } from "../../lib/claimants/edit-claimant";
import { logClaim } from "../../lib/claims/log-claim";
import { db } from "../../lib/db/client";
import { editEvent } from "../../lib/events/edit-event";
import { mergeDuplicate } from "../../lib/merges/merge-duplicate";
import { editPublication } from "../../lib/publications/edit-publication";
import { aJournalist, anEditor } from "./cast";
import {
  anAssessment,
  aStatement,
  attributionInput,
  figureInput,
  makePublic,
  publish,
  read,
  readClaim,
  supersede,
} from "./claims";
import { tick, unique } from "./clock";
import {
  aClaimant,
  aMeasure,
  anEvent,
  aPublication,
  aReport,
  claimantInput,
  eventInput,
  publicationInput,
} from "./records";

export type ApiWorld = Awaited<ReturnType<typeof anApiWorld>>;

/**
 * A public event with so many figures (at least five), each with its attribution; of the first two contested, one
 * superseded, the third assessed, and a statement. Its claimant has a parent and a former address, as the event and the
 * publication have, and one of its claims is a duplicate.
 */
export async function anApiWorld(figures: number) {
  const event = await anEvent();
  const [first, firstPublication] = [await aClaimant(), await aPublication()];
  const body = await aClaimant({ name: "Ministry of Roads", aliases: ["Министерство дорог"] });
  const rival = await aClaimant({ parentId: body.id });
  const [reportId, via] = [await aReport({ publicationId: firstPublication.id }), await aReport()];
  const measure = unique("killed");
  const measureId = await aMeasure(event.id, { slug: measure });
  await aMeasure(event.id, { slug: unique("hurt"), kinds: ["injured"] });
  const ids: string[] = [];
  for (let n = 0; n < figures; n += 1) {
    const how = { carries: "via", viaReportId: via, misreport: "It adds a word.", drift: DRIFT } as const;
    const input = await figureInput({
      eventId: event.id,
      measureId,
      claimantId: n === 1 ? rival.id : first.id,
      n: 100 + n * 100,
      stated: "2026-05-04",
      basis: n === 1 ? "named_list" : "count",
      attributions: [attributionInput(reportId, how)],
    });
    ids.push(await logClaim(await aJournalist(), input, tick()));
  }
  for (const id of ids) await publish({ id });
  const [one = "", , third = "", fourth = "", fifth = ""] = ids;
  await supersede({ id: one }, { id: third });
  const evidence = {
    kind: "registry",
    stance: "supports",
    reportId,
    url: null,
    note: "The register.",
  } as const;
  await anAssessment(third, { evidence: [evidence] });
  await publish(await aStatement({ eventId: event.id, claimantId: body.id }));
  await makePublic(event);
  await mergeDuplicate(
    await anEditor(),
    {
      duplicate: read(await readClaim(fifth)),
      kept: read(await readClaim(fourth)),
      reason: "Both are one statement.",
      note: null,
    },
    tick(),
  );
  const renamed = await rename(event, first, firstPublication, body.id);
  const publicIdOf = async (id: string) => (await readClaim(id)).publicId;
  const report = await db().report.findUniqueOrThrow({ where: { id: reportId } });
  return {
    ...renamed,
    former: { event: event.slug, claimant: first.slug, publication: firstPublication.slug },
    measure,
    claim: await publicIdOf(third),
    contested: await publicIdOf(one),
    duplicate: await publicIdOf(fifth),
    kept: await publicIdOf(fourth),
    report: report.publicId,
  };
}

const DRIFT = { raw: "at least 7", qualifier: "at_least" } as const;
const reason = "So that the name is the present one.";

type Made = { id: string; slug: string };

async function rename(event: Made, claimant: Made, publication: Made, parentId: string) {
  const editor = await anEditor();
  const slugs = {
    event: unique("renamed-event"),
    claimant: unique("renamed-claimant"),
    publication: unique("renamed-publication"),
  };
  const { version } = await db().event.findUniqueOrThrow({ where: { id: event.id } });
  const edited = { ...eventInput({ slug: slugs.event }), id: event.id, version, fourEyes: true, reason };
  await editEvent(editor, edited, tick());
  const asClaimant = { ...claimantInput({ slug: slugs.claimant, parentId }), id: claimant.id };
  await editClaimant(editor, { ...asClaimant, version: 1, reason }, tick());
  const asPublication = { ...publicationInput({ slug: slugs.publication }), id: publication.id };
  await editPublication(editor, { ...asPublication, version: 1, reason }, tick());
  return slugs;
}
