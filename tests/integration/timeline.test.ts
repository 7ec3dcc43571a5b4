import { beforeAll, describe, expect, test } from "vitest";
import { amendClaim } from "../../lib/claims/amend-claim";
import { type ClaimAtVersion, findClaimAtVersion } from "../../lib/claims/claim-at-version";
import { toInput, valuesOf } from "../../lib/claims/claim-row";
import { findClaim } from "../../lib/claims/queries";
import type { ClaimPage } from "../../lib/claims/types";
import { retractClaim } from "../../lib/claims/withdraw-claim";
import { db } from "../../lib/db/client";
import { redactField } from "../../lib/redactions/redact-field";
import { REDACTED } from "../../lib/redactions/schema";
import { findTimeline } from "../../lib/timeline/find-timeline";
import { anAdmin, anEditor } from "../factories/cast";
import {
  aClaim,
  anAssessment,
  publicFigures,
  read,
  readClaim,
  type StoredClaim,
  supersede,
} from "../factories/claims";
import { tick } from "../factories/clock";
import { aClaimant } from "../factories/records";

/** What a reader sees of the fields of a claim, on its page or at one of its versions. */
function shownNow({ claimant, figure, wording, stated, asOf, ...states }: ClaimPage) {
  return {
    claimant: claimant.name,
    measure: figure?.measure.label,
    basis: figure?.basis,
    quantity: figure && [figure.quantity.qualifier, figure.quantity.low, figure.quantity.high],
    wording,
    stated: stated.edtf,
    asOf: asOf?.edtf ?? null,
    standing: states.standing,
    verification: states.verification,
    lifecycle: states.lifecycle,
  };
}

function shownThen({ claimantName, measureLabel, typed, verification, lifecycle }: ClaimAtVersion) {
  const quantity = typed?.type === "figure" ? typed.quantity : null;
  return {
    claimant: claimantName,
    measure: measureLabel,
    basis: typed?.basis,
    quantity: quantity && [quantity.qualifier, quantity.low, quantity.high],
    wording: typed?.wording,
    stated: typed?.stated.edtf,
    asOf: typed?.asOf?.edtf ?? null,
    standing: typed?.standing,
    verification,
    lifecycle,
  };
}

async function amend(id: string, n: number): Promise<void> {
  const claim = await readClaim(id);
  const values = toInput(valuesOf(claim));
  const quantity = { qualifier: "exact", low: n, high: n, central: null, reading: "stated" } as const;
  const wording = { ...values.wording, text: `${n} servicemen` };
  const changed = { ...values, wording, quantity, basis: "count" } as Parameters<
    typeof amendClaim
  >[1]["claim"];
  await amendClaim(await anEditor(), { ...read(claim), claim: changed, reason: "We misread it." }, tick());
}

let slug: string;
let older: StoredClaim;
let newer: StoredClaim;
let rival: StoredClaim;
let draft: StoredClaim;
/** What the claim's page showed at each version while it was the present one. */
const seen = new Map<number, ReturnType<typeof shownNow>>();
const see = async () => {
  const page = await findClaim(newer.publicId);
  if (page) seen.set(page.version, shownNow(page));
};

beforeAll(async () => {
  const other = await aClaimant();
  [older, newer, rival] = await publicFigures(
    { n: 90, stated: "2026-05-04" },
    { n: 63, stated: "2026-05-06" },
    { n: 400, stated: "2026-05-05", claimantId: other.id },
  );
  const { eventId, claimantId, measureId } = older;
  draft = await aClaim({ eventId, claimantId, measureId: measureId ?? "", n: 7, stated: "2026-05-07" });
  slug = (await db().event.findUniqueOrThrow({ where: { id: eventId } })).slug;
  await see();
  await amend(newer.id, 61);
  await see();
  await supersede(older, newer);
  await anAssessment(newer.id);
  await see();
  const { version } = await readClaim(newer.id);
  await retractClaim(await anEditor(), { claimId: newer.id, version, reason: "Taken back." }, tick());
  await see();
}, 60_000);

describe("a claim at its versions", () => {
  test("each tells what the claim's page showed while it was the present one (R24)", async () => {
    expect([...seen.keys()]).toEqual([4, 5, 6, 7]);
    for (const [version, shown] of seen) {
      const then = await findClaimAtVersion(newer.publicId, version);
      expect(then && shownThen(then)).toEqual(shown);
      expect(then).toMatchObject({ version, firstVersion: 4, lastVersion: 7 });
    }
  });

  test("what a version changed is told with who, when and why, and until when it stood", async () => {
    const [first, second] = [
      await findClaimAtVersion(newer.publicId, 4),
      await findClaimAtVersion(newer.publicId, 5),
    ];
    expect(first).toMatchObject({ action: "claim.published", changes: [], until: second?.since });
    expect(second).toMatchObject({ action: "claim.amended", reason: "We misread it." });
    expect(second?.changes.map(({ field }) => field)).toEqual(["wording", "quantity", "basis"]);
    const last = await findClaimAtVersion(newer.publicId, 7);
    expect(last).toMatchObject({ until: null, lifecycle: "retracted" });
    const stored = await db().revision.findFirstOrThrow({
      where: { subjectKind: "claim", subjectId: newer.id, version: 5 },
    });
    expect(second?.hash).toBe(stored.hash);
  });

  test("none is there before the claim was published, after its last one, or of a draft (R34)", async () => {
    for (const version of [1, 2, 3, 8]) expect(await findClaimAtVersion(newer.publicId, version)).toBeNull();
    expect(await findClaimAtVersion(draft.publicId, 1)).toBeNull();
  });
});

describe("the timeline of an event", () => {
  test("has every published figure by stated time, and the step between them with its reason (R18, R20, R34)", async () => {
    const [measure] = (await findTimeline(slug, null))?.timeline.measures ?? [];
    const ids = measure?.figures.map(({ publicId }) => publicId);
    expect(ids).toEqual([older.publicId, rival.publicId, newer.publicId]);
    expect(measure?.steps).toEqual([
      { older: 0, newer: 2, isDownward: true, why: { decided: "not_given", reported: [] } },
    ]);
  });

  test("what changed since a day: revisions apart from new claims, with direction and size (R20)", async () => {
    const since = (await findTimeline(slug, "2026-05-05"))?.since;
    expect(since?.claims.map(({ claim }) => claim.publicId)).toEqual([rival.publicId]);
    expect(since?.revised).toMatchObject([
      {
        older: { publicId: older.publicId },
        newer: { publicId: newer.publicId },
        direction: "down",
        size: 29,
        why: { decided: "not_given" },
      },
    ]);
    // Assessments and corrections count from when they were made here, the day before.
    expect(since).toMatchObject({ assessments: [], corrections: [] });
    const before = (await findTimeline(slug, "2026-05-04"))?.since;
    expect(before?.assessments).toMatchObject([
      { status: "documented", claim: { publicId: newer.publicId } },
    ]);
    expect(before?.corrections.map(({ kind }) => kind)).toEqual(["retraction", "amendment"]);
    const late = (await findTimeline(slug, "2099-01-01"))?.since;
    expect(late).toMatchObject({ claims: [], revised: [], assessments: [], corrections: [] });
  });

  test("the range by what had been stated before stands beside the range now (R7)", async () => {
    const [range] = (await findTimeline(slug, "2026-05-05"))?.since?.ranges ?? [];
    expect([range?.before?.low.value, range?.before?.high.value]).toEqual([90, 90]);
    expect([range?.now?.low.value, range?.now?.high.value]).toEqual([400, 400]);
    const same = (await findTimeline(slug, "2099-01-01"))?.since?.ranges[0];
    expect(same?.isSame).toBe(true);
  });

  test("an event that is not public has none", async () => {
    expect(await findTimeline("no-such-event", null)).toBeNull();
  });
});

test("R35: what was redacted is gone from every version, also from those before", async () => {
  const reason = "A court ordered it.";
  const field = { subjectKind: "claim", subjectId: newer.id, field: "wording", reason } as const;
  await redactField(await anAdmin(), field, tick());
  for (const version of [4, 5, 7]) {
    const then = await findClaimAtVersion(newer.publicId, version);
    expect(then?.typed?.wording.text).toBe(REDACTED);
    expect(then?.values.find((value) => value.field === "wording")).toMatchObject({ isRedacted: true });
    expect(JSON.stringify(then)).not.toContain("servicemen");
  }
});
