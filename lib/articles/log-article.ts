import "server-only";
import type { Actor } from "../auth/actor";
import { authorise } from "../auth/authorise";
import type { Transaction } from "../db/client";
import { explainRefusals } from "../db/refusals";
import { inTransaction } from "../db/transaction";
import { holdDrafts } from "../drafts/keep-draft";
import { Conflict } from "../errors";
import { holdEvent } from "../events/move-event";
import { parseInput } from "../forms/parse-input";
import { holdRegister } from "../history/record-in-register";
import { REPORT_REFUSALS } from "../reports/file-report";
import { type LoggedOfArticle, logAccepted } from "./log-accepted";
import { makeNamed, reportOf } from "./make-records";
import { LogArticle } from "./schema";

/** What became of an article: its report, and of each claim in the order given the claim on file. */
export type LoggedArticle = { reportPublicId: string; claims: LoggedOfArticle[] };

// Of a hundred claims.
const LONG_MS = 60_000;

/**
 * Saves what a person accepted of an article, whole or not at all: the report, where it is not on file, the claimants and
 * measures that it needs, the claims as drafts with how the report carries them, and the report attached where a claim is
 * on file already (R27), or proposed where that is published and the actor no editor. The article's draft ends with it, so
 * that the same form logs once. Throws Invalid with the place of a claim before its field ("claims.3.stated.edtf"), and
 * Conflict where the draft is gone.
 */
export async function logArticle(actor: Actor, input: LogArticle, now: Date): Promise<LoggedArticle> {
  authorise(actor, "claim:log");
  authorise(actor, "report:attach");
  authorise(actor, "proposal:make");
  authorise(actor, "report:file");
  authorise(actor, "claimant:create");
  authorise(actor, "publication:create");
  authorise(actor, "measure:define");
  const article = parseInput(LogArticle, input);

  return explainRefusals(REPORT_REFUSALS, () =>
    inTransaction(async (tx) => {
      // The register before the event, as whoever merges holds them.
      const register = await holdRegister(tx);
      const held = await holdEvent(tx, article.eventId);
      await endDraft(tx, actor, article.draftId);
      const work = { tx, register, held, actor, now };
      const report = await reportOf(work, article);
      const ids = await makeNamed(work, article, report.publicationId);
      return { reportPublicId: report.publicId, claims: await logAccepted(work, article, report.id, ids) };
    }, LONG_MS),
  );
}

async function endDraft(tx: Transaction, actor: Actor, id: string): Promise<void> {
  await holdDrafts(tx, actor);
  const { count } = await tx.draft.deleteMany({ where: { id, actorId: actor.id, form: "article" } });
  if (count === 0)
    throw new Conflict("This article was saved or thrown away already: look at the event's claims.");
}
