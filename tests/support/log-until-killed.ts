import { logClaim } from "../../lib/claims/log-claim";
import { aJournalist } from "../factories/cast";
import { attributionInput, figureInput } from "../factories/claims";
import { tick } from "../factories/clock";
import { aClaimant, aMeasure, anEvent, aPublication, aReport } from "../factories/records";

// Logs one claim after the other, each with two reports, and prints the id of each as soon as it is acknowledged.
// Several such writers follow each other on one database, so the addresses of this one's records are its own.
const slug = `writer-${process.pid}`;
const [journalist, event, claimant] = [
  await aJournalist(),
  await anEvent({ slug }),
  await aClaimant({ slug }),
];
const measureId = await aMeasure(event.id);
const publicationId = (await aPublication({ slug })).id;
const reports = [await aReport({ publicationId }), await aReport({ publicationId })];
const attributions = reports.map((report) => attributionInput(report));
for (let n = 1; ; n += 1) {
  const input = await figureInput({ eventId: event.id, claimantId: claimant.id, measureId, attributions, n });
  console.log(await logClaim(journalist, input, tick()));
}
