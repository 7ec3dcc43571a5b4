import "server-only";
import type { Claim } from "../../prisma/generated/client";
import { attachToHeld, REFUSALS } from "../attributions/attach-report";
import { can } from "../auth/authorise";
import { findSameClaim, listQuestions } from "../claims/check-claim";
import { LOGGING_REFUSALS, logClaimInto } from "../claims/log-claim";
import { assertMayAttach } from "../claims/may-change";
import { AttributionInput, LogClaim, type ParsedAttribution, type ParsedClaim } from "../claims/schema";
import type { Transaction } from "../db/client";
import { Invalid, NotFound } from "../errors";
import { parseInput } from "../forms/parse-input";
import { makeProposalInto } from "../proposals/make-proposal";
import type { Work } from "./make-records";
import { placed, under } from "./placed";
import type { ParsedArticle } from "./schema";

/** What became of one claim of an article. */
export type LoggedOfArticle = {
  publicId: string;
  /**
   * "proposed": the report is, for an editor to attach it to what is published. "same": the article said it before, or
   * its report carries the claim on file already (R27).
   */
  did: "logged" | "attached" | "proposed" | "same";
};

type WhenAsked = ParsedArticle["claims"][number]["whenAsked"];

type Accepted = { place: string } & (
  | { claim: ParsedClaim; whenAsked: WhenAsked }
  | { attachTo: string; whose: { claimantId: unknown; measureId: unknown }; attribution: ParsedAttribution }
);

/**
 * Logs the claims that a person accepted of an article, or attaches its report to those on file, in their order. `ids`: of
 * the records that were made with it, by their refs. Throws Invalid: of what is typed wrong all at once.
 */
export async function logAccepted(
  work: Work,
  article: ParsedArticle,
  reportId: string,
  ids: ReadonlyMap<string, string>,
): Promise<LoggedOfArticle[]> {
  // The claims on file that the article gave before.
  const said = new Set<string>();
  const logged: LoggedOfArticle[] = [];
  for (const one of readAccepted(article, reportId, ids)) {
    const save = async () => ("claim" in one ? logOne(work, one, said) : attachOne(work, one, said));
    logged.push(await placed(one.place, { ...LOGGING_REFUSALS, ...REFUSALS }, save));
  }
  return logged;
}

function readAccepted(
  { eventId, claims }: ParsedArticle,
  reportId: string,
  ids: ReadonlyMap<string, string>,
): Accepted[] {
  const problems: Record<string, string> = {};
  const accepted = claims.flatMap(({ attachTo, whenAsked, claim, attribution }, at): Accepted[] => {
    const place = `claims.${at}`;
    const own = withIds(claim, ids, ["claimantId", "measureId"]);
    const carried = { ...withIds(attribution, ids, ["viaClaimantId"]), reportId };
    try {
      if (attachTo === null) {
        const parsed = parseInput(LogClaim, { ...own, eventId, attributions: [carried] });
        return [{ place, claim: parsed, whenAsked }];
      }
      const whose = { claimantId: own.claimantId, measureId: own.measureId ?? null };
      return [{ place, attachTo, whose, attribution: parseInput(AttributionInput, carried) }];
    } catch (error) {
      if (!(error instanceof Invalid)) throw error;
      Object.assign(problems, under(place, error.fields));
      return [];
    }
  });
  if (Object.keys(problems).length > 0) throw new Invalid(problems);
  return accepted;
}

/** With the ids of the records that were made in the place of their refs. */
function withIds(
  values: Readonly<Record<string, unknown>>,
  ids: ReadonlyMap<string, string>,
  names: readonly string[],
): Record<string, unknown> {
  const made = names.flatMap((name) => {
    const id = ids.get(String(values[name]));
    return id === undefined ? [] : [[name, id]];
  });
  return { ...values, ...Object.fromEntries(made) };
}

async function logOne(
  work: Work,
  { claim, whenAsked }: { claim: ParsedClaim; whenAsked: WhenAsked },
  said: Set<string>,
): Promise<LoggedOfArticle> {
  const { tx, held, actor, now } = work;
  const same = await findSameClaim(tx, held.event.id, claim);
  const [attribution] = claim.attributions;
  if (same && attribution) return attachReport(work, await claimOf(work, same.id), attribution, said);
  const answers = [...claim.answers, ...(await answersTo(work, claim, whenAsked, said))];
  const id = await logClaimInto(tx, held, actor, { ...claim, answers }, now);
  said.add(id);
  const { publicId } = await tx.claim.findUniqueOrThrow({ where: { id }, select: { publicId: true } });
  return { publicId, did: "logged" };
}

/** What a person said of the claims that this may be, on file or in the same article (R28). Unsaid, it is asked. */
async function answersTo(
  { tx, held }: Work,
  claim: ParsedClaim,
  whenAsked: WhenAsked,
  said: ReadonlySet<string>,
): Promise<ParsedClaim["answers"]> {
  const answered = new Set(claim.answers.map(({ claimId }) => claimId));
  const questions = await listQuestions(tx, held.event.id, claim);
  const open = questions.filter(({ claimId }) => !answered.has(claimId));
  if (whenAsked !== "ask")
    return open.map(({ kind, claimId }) => {
      return { kind, claimId, answer: whenAsked, downwardReason: null, note: null };
    });
  if (open.some(({ claimId }) => said.has(claimId))) throw new Invalid({ answers: TWICE });
  return [];
}

// It has no number that a person could look up before all is saved.
const TWICE =
  "The article says this number of the same claimant before: say whether this is another claim, or reject one of the two.";

async function attachOne(
  work: Work,
  { attachTo, whose, attribution }: Extract<Accepted, { attachTo: string }>,
  said: Set<string>,
): Promise<LoggedOfArticle> {
  const claim = await claimOf(work, attachTo);
  // R27, R28: a claimant or a measure that was changed makes it another claim, whatever was chosen before.
  for (const field of ["claimantId", "measureId"] as const)
    if (claim[field] !== whose[field])
      throw new Invalid({
        [field]: `Claim ${claim.publicId} has another: choose that one, or log this by itself.`,
      });
  return attachReport(work, claim, attribution, said);
}

/** The claim of this event that stands by itself. */
async function claimOf({ tx, held }: Work, id: string): Promise<Claim> {
  const claim = await tx.claim.findUnique({ where: { id, eventId: held.event.id, mergedIntoId: null } });
  if (!claim) throw new NotFound("claim");
  return claim;
}

const WHY = "An article carries this claim, too.";

async function attachReport(
  { tx, held, actor, now }: Work,
  claim: Claim,
  attribution: ParsedAttribution,
  said: Set<string>,
): Promise<LoggedOfArticle> {
  const { id: claimId, version, publicId, recordStatus } = claim;
  const { reportId, locator } = attribution;
  const isCarried = said.has(claimId) || (await isOnFile(tx, { claimId, reportId, locator }));
  said.add(claimId);
  if (isCarried) return { publicId, did: "same" };
  // To what is published only editors attach; everybody else proposes it.
  if (recordStatus === "published" && !can(actor.role, "claim:amend")) {
    const proposed = { kind: "report", claimId, version, attribution, reason: WHY } as const;
    await makeProposalInto(tx, { ...held, claim }, actor, proposed, now);
    return { publicId, did: "proposed" };
  }
  assertMayAttach(actor, claim);
  await attachToHeld(tx, { ...held, claim }, actor, attribution, null, now);
  return { publicId, did: "attached" };
}

async function isOnFile(
  tx: Transaction,
  carried: { claimId: string; reportId: string; locator: string | null },
): Promise<boolean> {
  return (await tx.attribution.count({ where: carried })) > 0;
}
