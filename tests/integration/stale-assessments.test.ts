import { afterEach, describe, expect, test } from "vitest";
import { attachReport } from "../../lib/attributions/attach-report";
import { amendClaim } from "../../lib/claims/amend-claim";
import { toInput, valuesOf } from "../../lib/claims/claim-row";
import { decideOneOrigin } from "../../lib/claims/decline-link";
import type { EditedClaim } from "../../lib/claims/schema";
import { retractClaim } from "../../lib/claims/withdraw-claim";
import { db } from "../../lib/db/client";
import { editReport } from "../../lib/reports/edit-report";
import { valuesOf as reportValuesOf } from "../../lib/reports/report-row";
import { anEditor } from "../factories/cast";
import {
  anAssessment,
  attributionInput,
  publicFigures,
  read,
  readClaim,
  type StoredClaim,
} from "../factories/claims";
import { tick } from "../factories/clock";
import { aClaimant, aReport } from "../factories/records";

type Figure = Extract<EditedClaim, { type: "figure" }>;

/** Two claimants' figures of one measure that pass every test of R12. */
async function twoOrigins() {
  return publicFigures({ n: 63 }, { n: 63, claimantId: (await aClaimant()).id, stated: "2026-06-20" });
}

const corroboratedBy = (claim: StoredClaim, by: StoredClaim) =>
  anAssessment(claim.id, { status: "corroborated", corroboratingId: by.id });

const staleSince = async (claim: StoredClaim) => (await readClaim(claim.id)).staleSince;

async function amend(claim: StoredClaim, given: Partial<Figure>, now: Date) {
  const stored = await readClaim(claim.id);
  const values = { ...toInput(valuesOf(stored)), ...given } as Figure;
  await amendClaim(await anEditor(), { ...read(stored), claim: values, reason: "We misread it." }, now);
}

const exactly = (n: number): Partial<Figure> => ({
  quantity: { qualifier: "exact", low: n, high: n, central: null, reading: "stated" },
  wording: { text: String(n), language: "en", translation: null, translatedBy: null },
});

/** Claims whose own moment is not that of their newest assessment. */
const outOfStep = () => db().$queryRaw`
  select claim.public_id from claim left join lateral (
    select stale_since from assessment where claim_id = claim.id order by number desc limit 1
  ) newest on true where claim.stale_since is distinct from newest.stale_since`;

afterEach(async () => {
  expect(await outOfStep(), "a claim is stale exactly since its newest assessment is").toEqual([]);
});

describe("an assessment is stale from the moment at which", () => {
  const wording = { text: "63 dead", language: "en", translation: null, translatedBy: null };
  const CHANGES: [string, (claim: StoredClaim) => Promise<Partial<Figure>>][] = [
    ["its figure", async () => exactly(64)],
    ["its wording", async () => ({ wording })],
    ["its claimant", async () => ({ claimantId: (await aClaimant()).id })],
    ["its basis", async () => ({ basis: "physical_count" })],
    ["the day on which it was stated", async () => ({ stated: { edtf: "2026-05-05", zone: "UTC" } })],
    ["the day of which it speaks", async () => ({ asOf: { edtf: "2026-05-03", zone: "UTC" } })],
  ];
  test.each(CHANGES)("%s is amended (R23)", async (_, changed) => {
    const [claim] = await publicFigures({ n: 63 });
    const [earlier, newest] = [await anAssessment(claim.id), await anAssessment(claim.id)];
    const now = tick();
    await amend(claim, await changed(claim), now);

    expect(await staleSince(claim)).toEqual(now);
    const stored = await db().assessment.findMany({
      where: { id: { in: [earlier, newest] } },
      orderBy: { number: "asc" },
    });
    expect(stored.map((one) => one.staleSince)).toEqual([null, now]);
  });

  test("the figure that corroborates it is amended (R12)", async () => {
    const [claim, by] = await twoOrigins();
    await corroboratedBy(claim, by);
    const now = tick();
    await amend(by, { stated: { edtf: "2026-06-21", zone: "UTC" } }, now);
    expect(await staleSince(claim)).toEqual(now);
  });

  test("the figure that corroborates it is refuted, or no longer stands (R12, R23)", async () => {
    for (const end of ["refuted", "retracted"]) {
      const [claim, by] = await twoOrigins();
      await corroboratedBy(claim, by);
      if (end === "refuted") await anAssessment(by.id, { status: "refuted" });
      else
        await retractClaim(
          await anEditor(),
          { claimId: by.id, version: 4, reason: "It took it back." },
          tick(),
        );
      expect(await staleSince(claim)).toEqual(expect.any(Date));
      expect(await staleSince(by)).toBeNull();
    }
  });

  test("one of its tests would fail, by a decision or by a report that had it from the other (R12)", async () => {
    const [one, other] = await twoOrigins();
    await corroboratedBy(one, other);
    const found = { state: "accepted", note: "One count, handed to both." } as const;
    await decideOneOrigin(await anEditor(), { claims: [one.id, other.id], ...found }, tick());
    expect(await staleSince(one)).toEqual(expect.any(Date));

    const [claim, by] = await twoOrigins();
    await corroboratedBy(claim, by);
    const attach = async (attribution: ReturnType<typeof attributionInput>) =>
      attachReport(
        await anEditor(),
        { claimId: claim.id, version: (await readClaim(claim.id)).version, attribution, reason: null },
        tick(),
      );
    await attach(attributionInput(await aReport()));
    expect(await staleSince(claim)).toBeNull();
    await attach(attributionInput(await aReport(), { carries: "via", viaClaimantId: by.claimantId }));
    expect(await staleSince(claim)).toEqual(expect.any(Date));
  });

  test("a report that is evidence of it is another than it was; where a copy of it is kept changes nothing", async () => {
    const [claim] = await publicFigures({ n: 63 });
    const reportId = await aReport({ url: "https://register.example/2026" });
    const evidence = {
      kind: "registry",
      stance: "supports",
      reportId,
      url: null,
      note: "It lists them.",
    } as const;
    await anAssessment(claim.id, { evidence: [evidence] });
    const edit = async (given: object, now: Date) => {
      const stored = await db().report.findUniqueOrThrow({ where: { id: reportId } });
      const { published, ...values } = reportValuesOf(stored);
      const date = published && { edtf: published.edtf, zone: published.zone };
      const input = { ...values, published: date, ...given, id: reportId, version: stored.version };
      await editReport(await anEditor(), { ...input, reason: "As the page says." }, now);
    };
    await edit({ archiveUrl: "https://archive.example/1", archiveState: "archived" }, tick());
    expect(await staleSince(claim)).toBeNull();
    const now = tick();
    await edit({ title: "A register of another year" }, now);
    expect(await staleSince(claim)).toEqual(now);
  });
});

test("what was not assessed, or changed in nothing that was, is not stale", async () => {
  const [claim, other] = await publicFigures({ n: 63 }, { n: 63, claimantId: (await aClaimant()).id });
  await anAssessment(claim.id);
  await amend(claim, { isForecast: true }, tick());
  await amend(other, exactly(64), tick());
  expect(await staleSince(claim)).toBeNull();
  expect(await staleSince(other)).toBeNull();
});

test("assessed again, a claim is stale no longer, and the earlier assessment says since when it was", async () => {
  const [claim] = await publicFigures({ n: 63 });
  const id = await anAssessment(claim.id);
  const now = tick();
  await amend(claim, exactly(64), now);
  await amend(claim, exactly(65), tick());
  expect(await staleSince(claim)).toEqual(now);
  await anAssessment(claim.id);
  expect(await staleSince(claim)).toBeNull();
  expect((await db().assessment.findUniqueOrThrow({ where: { id } })).staleSince).toEqual(now);
});
