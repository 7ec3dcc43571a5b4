import "server-only";
import { z } from "zod";
import { disownClaim } from "../../claims/disown-claim";
import {
  archiveClaim,
  publishClaim,
  reopenClaim,
  returnClaim,
  reviewClaim,
  submitClaim,
} from "../../claims/move-claim";
import { replaceClaim } from "../../claims/replace-claim";
import { supersedeClaim } from "../../claims/supersede-claim";
import { markCorrected, markEntryError, retractClaim } from "../../claims/withdraw-claim";
import { DOWNWARD_REASONS } from "../../vocabulary";
import type { Endpoint } from "../endpoint";
import { PublicId } from "../reads/define-read";
import { claimParams, claimTold } from "./claim-writes";
import { defineWrite } from "./define-write";
import { getId, idAt } from "./names";
import { NullableText, PerhapsReasoned, Reasoned, Text } from "./parts";

const tag = "claims";
const common = { method: "POST", tag, params: claimParams, status: 200, needsVersion: true } as const;

const MOVES = [
  ["submit", submitClaim, "log", "Hands a claim to the editors."],
  ["review", reviewClaim, "review", "Takes a submitted claim into review."],
  ["return", returnClaim, "review", "Gives a claim in review back, with the reason."],
  ["archive", archiveClaim, "log", "Lays a draft or a returned claim aside, with the reason."],
  ["reopen", reopenClaim, "log", "Makes a draft again of an archived claim, with the reason."],
  [
    "publish",
    publishClaim,
    "review",
    "Makes a claim and its reports public as soon as its event is. It is final.",
  ],
] as const;

const ENDS = [
  ["retract", retractClaim, "Says that the claimant took the claim back (R24)."],
  ["correct", markCorrected, "Says that the claimant corrected the claim (R24)."],
  ["mark-entry-error", markEntryError, "Says that we logged the claim by mistake (R24)."],
] as const;

const idOf = (name: string) => `${name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())}Claim`;

export const claimSteps: readonly Endpoint[] = [
  ...MOVES.map(([step, move, scope, summary]) =>
    defineWrite({
      ...common,
      path: `/claims/{id}/${step}`,
      id: idOf(step),
      summary,
      scope,
      body: PerhapsReasoned,
      async run({ params, body: { reason }, actor, version, now }) {
        const id = await getId("claim", params.id);
        await move(actor, { id, version, reason } as never, now);
        return claimTold(id);
      },
    }),
  ),
  ...ENDS.map(([step, end, summary]) =>
    defineWrite({
      ...common,
      path: `/claims/{id}/${step}`,
      id: idOf(step),
      summary,
      scope: "review",
      body: Reasoned,
      async run({ params, body: { reason }, actor, version, now }) {
        const claimId = await getId("claim", params.id);
        await end(actor, { claimId, version, reason }, now);
        return claimTold(claimId);
      },
    }),
  ),
];

const Other = z
  .strictObject({ id: PublicId, version: z.int().min(1) })
  .meta({ description: "The other claim, with the version of it that was read." });

export const postSupersession = defineWrite({
  ...common,
  path: "/claims/{id}/supersede",
  id: "supersedeClaim",
  summary: "Says that this figure supersedes an older one of the same claimant and measure (R18).",
  scope: "review",
  body: z.strictObject({
    older: Other,
    downwardReason: z.enum(DOWNWARD_REASONS).nullable().default(null),
    speaksForBoth: z.boolean().default(false),
    isCorrection: z.boolean().default(false),
    note: NullableText.default(null),
  }),
  async run({ params, body: { older, ...said }, actor, version, now }) {
    const id = await getId("claim", params.id);
    const before = { id: await idAt("older.id", "claim", older.id), version: older.version };
    await supersedeClaim(actor, { newer: { id, version }, older: before, ...said }, now);
    return claimTold(id);
  },
});

export const postReplacement = defineWrite({
  ...common,
  path: "/claims/{id}/replace",
  id: "replaceClaim",
  summary:
    "Says that this figure replaces one of another measure: its claimant changed what it counts (R22).",
  scope: "review",
  body: z.strictObject({ older: Other, note: NullableText.default(null) }),
  async run({ params, body: { older, note }, actor, version, now }) {
    const id = await getId("claim", params.id);
    const before = { id: await idAt("older.id", "claim", older.id), version: older.version };
    await replaceClaim(actor, { newer: { id, version }, older: before, note }, now);
    return claimTold(id);
  },
});

export const postDisowning = defineWrite({
  ...common,
  path: "/claims/{id}/disown",
  id: "disownClaim",
  summary: "Says that the named claimant denies the claim (R23).",
  scope: "review",
  body: z.strictObject({
    reason: Text,
    passedOnBy: z.array(Other).max(50).default([]),
    note: NullableText.default(null),
  }),
  async run({ params, body: { passedOnBy, ...said }, actor, version, now }) {
    const claimId = await getId("claim", params.id);
    const others = passedOnBy.map(async (other, at) => ({
      id: await idAt(`passedOnBy.${at}.id`, "claim", other.id),
      version: other.version,
    }));
    await disownClaim(actor, { claimId, version, ...said, passedOnBy: await Promise.all(others) }, now);
    return claimTold(claimId);
  },
});
