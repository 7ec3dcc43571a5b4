import type { Endpoint } from "./endpoint";
import { patchAttribution, postAssessment, postAttribution } from "./writes/carried-writes";
import { claimSteps, postDisowning, postReplacement, postSupersession } from "./writes/claim-steps";
import { patchClaim, postAmendment, postClaim } from "./writes/claim-writes";
import { eventMoves, patchEvent, postEvent } from "./writes/event-writes";
import { patchMeasure, postMeasure } from "./writes/measure-writes";
import { patchClaimant, patchPublication, postClaimant, postPublication } from "./writes/name-writes";
import { patchReport, postReport } from "./writes/report-writes";

/** Every write: each is one command, with all its rules. */
export const WRITES: readonly Endpoint[] = [
  postEvent,
  patchEvent,
  ...eventMoves,
  postMeasure,
  patchMeasure,
  postClaim,
  patchClaim,
  ...claimSteps,
  postAmendment,
  postSupersession,
  postReplacement,
  postDisowning,
  postAttribution,
  patchAttribution,
  postAssessment,
  postClaimant,
  patchClaimant,
  postPublication,
  patchPublication,
  postReport,
  patchReport,
];
