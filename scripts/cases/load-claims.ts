import { logClaim } from "../../lib/claims/log-claim";
import { publishClaim, reviewClaim, submitClaim } from "../../lib/claims/move-claim";
import type { LogClaim } from "../../lib/claims/schema";
import { markEntryError } from "../../lib/claims/withdraw-claim";
import { db } from "../../lib/db/client";
import { Invalid, NeedsAnswer } from "../../lib/errors";
import type { CaseClaim } from "./case-shape";
import { attempt, idOf, inZone, type Loading, Unfit } from "./loading";
import { locatorsOf } from "./naming";
import { loggingOrder } from "./order";

/** Logs every claim of an event and leads it to its publication. */
export async function loadClaims(loading: Loading, eventId: string): Promise<void> {
  const { event, ids, desk } = loading;
  for (const claim of loggingOrder(event.claims)) {
    await attempt(loading, `claim ${claim.key}`, async () => {
      const id = await log(loading, eventId, claim);
      ids.claim.set(claim.key, id);
      await submitClaim(desk.journalist, { id, version: 1 }, desk.tick());
      await reviewClaim(desk.editor, { id, version: 2 }, desk.tick());
      await publishClaim(desk.editor, { id, version: 3 }, desk.tick());
      if (claim.lifecycle !== "entry_error") return;
      await markEntryError(desk.editor, { ...(await read(loading, claim.key)), reason: REASON }, desk.tick());
    });
  }
}

/** Said in public of what the file gives as no longer standing, without saying why. */
export const REASON = "Given so in the file of cases.";

/** A claim that is on file, with the version at which it stands now. */
export async function read(loading: Loading, key: string): Promise<{ claimId: string; version: number }> {
  const claimId = idOf(loading, "claim", key);
  const { version } = await db().claim.findUniqueOrThrow({
    where: { id: claimId },
    select: { version: true },
  });
  return { claimId, version };
}

async function log(loading: Loading, eventId: string, claim: CaseClaim): Promise<string> {
  const input = toInput(loading, eventId, claim);
  const logAs = (given: LogClaim) => logClaim(loading.desk.journalist, given, loading.desk.tick());
  try {
    return await logAs(input);
  } catch (error) {
    const [other, notice] = insteadOf(input, claim, error) ?? [];
    if (!other || !notice) throw error;
    const id = await logAs(other);
    loading.notices.push(notice);
    return id;
  }
}

/** How a refused claim can be logged all the same, and what to say of it; null where it can not. */
function insteadOf(input: LogClaim, { key }: CaseClaim, error: unknown): [LogClaim, string] | null {
  // R31 refuses what was stated before what it counts began, unless it is a forecast.
  if (error instanceof Invalid && "stated" in error.fields) {
    const notice = `claim ${key} was stated before what it counts began (R31): it is logged as a forecast.`;
    return [{ ...input, isForecast: true }, notice];
  }
  // The same number again within three days may be one claim (R28). The file says that it is another.
  if (error instanceof NeedsAnswer) {
    const notice = `claim ${key} says again what another does within three days (R28): it is logged as another.`;
    const answers = error.questions.map(({ kind, claimId }) => ({
      kind,
      claimId,
      answer: "no" as const,
      note: null,
    }));
    return [{ ...input, answers }, notice];
  }
  return null;
}

function toInput(loading: Loading, eventId: string, claim: CaseClaim): LogClaim {
  const common = {
    eventId,
    claimantId: idOf(loading, "claimant", claim.claimant),
    basis: claim.basis,
    stated: inZone(loading, statedOn(loading, claim)),
    asOf: inZone(loading, claim.asOf),
    isFromMemory: claim.memory,
    // Only an editor's decision makes it disowned (R23).
    standing: claim.standing === "disowned" ? ("reported" as const) : claim.standing,
    attributions: attributionsOf(loading, claim),
  };
  if (claim.type === "statement") {
    if (claim.statement === null || claim.topic === null)
      throw new Unfit("a statement needs a text and a topic.");
    return { ...common, type: "statement", wording: inEnglish(claim.statement), topic: claim.topic };
  }
  if (claim.quantity === null || claim.measure === null)
    throw new Unfit("a figure needs a measure and a quantity.");
  const { raw, relativeTo, ...quantity } = claim.quantity;
  return {
    ...common,
    type: "figure",
    wording: inEnglish(raw),
    measureId: idOf(loading, "measure", claim.measure),
    quantity,
    relativeToId: idOf(loading, "claim", relativeTo),
  };
}

/** A claim without a date was made when its first dated report was published, else at some time from the event on. */
function statedOn({ event, notices }: Loading, { key, statedOn, attributions }: CaseClaim): string {
  if (statedOn !== null) return statedOn;
  notices.push(`claim ${key} has no date: that of its first report, or of the event, stands for it.`);
  const dates = attributions.map(
    ({ report }) => event.reports.find((one) => one.key === report)?.published ?? null,
  );
  const [first = null] = dates.filter((date) => date !== null);
  return first ?? `${event.occurred.edtf.split("/")[0]}/..`;
}

function attributionsOf(loading: Loading, { attributions }: CaseClaim): LogClaim["attributions"] {
  const { ids } = loading;
  const locators = locatorsOf(
    attributions.map(({ report, passage }) => ({ report: idOf(loading, "report", report), passage })),
  );
  return attributions.map(({ report, carries, via, misreport, wording, reason }, at) => ({
    reportId: idOf(loading, "report", report),
    carries,
    // A claimant and a report never share a key.
    viaReportId: via !== null && ids.report.has(via) ? idOf(loading, "report", via) : null,
    viaClaimantId: via !== null && !ids.report.has(via) ? idOf(loading, "claimant", via) : null,
    locator: locators[at] ?? null,
    drift: wording,
    misreport,
    downwardReason: reason,
  }));
}

/** The file does not give the language of its wordings; all of them are in English. */
function inEnglish(text: string) {
  return { text, language: "en", translation: null, translatedBy: null };
}
