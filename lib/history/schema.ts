/** Every kind of revision. The history of the site is a list of these and no others. */
export const ACTIONS = [
  "actor.registered",
  "event.created",
  "event.submitted",
  "event.review_begun",
  "event.published",
  "event.headline_chosen",
  "claimant.created",
  "publication.created",
  "report.filed",
  "measure.defined",
  "claim.logged",
  "claim.submitted",
  "claim.review_begun",
  "claim.published",
  "claim.superseded",
  "claim.replaced",
  "claim.disowned",
  "claim.retracted",
  "claim.corrected",
  "claim.marked_entry_error",
  "claim.restored",
  "claim.assessed",
  "attribution.attached",
  "attribution.published",
  "claim_link.accepted",
  "claim_link.declined",
  "assessment.made",
  "correction.made",
] as const;
export type Action = (typeof ACTIONS)[number];

/** The chain of all records that belong to no one event. */
export const REGISTER = "register";
