/** Every kind of revision. The history of the site is a list of these and no others. */
export const ACTIONS = [
  "actor.registered",
  "event.created",
  "event.submitted",
  "event.review_begun",
  "event.published",
  "claimant.created",
  "publication.created",
  "report.filed",
  "measure.defined",
  "claim.logged",
  "claim.submitted",
  "claim.review_begun",
  "claim.published",
  "claim.superseded",
  "claim.assessed",
  "attribution.attached",
  "attribution.published",
  "claim_link.accepted",
  "assessment.made",
] as const;
export type Action = (typeof ACTIONS)[number];

/** The chain of all records that belong to no one event. */
export const REGISTER = "register";
