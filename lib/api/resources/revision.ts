import { z } from "zod";
import { ACTIONS } from "../../history/schema";
import type { About, HistoryEntry } from "../../public-history/types";
import { ROLES } from "../../vocabulary";
import { ClaimRef, claimRef } from "./claim-ref";
import { Instant, instant } from "./parts";

const Subject = z
  .strictObject({
    kind: z.enum(["event", "measure", "claim", "claim_link", "correction", "redaction"]),
    claims: z.array(ClaimRef).meta({ description: "The claim, or of a link the newer and the older." }),
    measure: z.strictObject({ slug: z.string(), name: z.string() }).nullable(),
    what: z
      .string()
      .nullable()
      .meta({ description: "Of a link or a correction its kind, of a redaction the field." }),
  })
  .meta({ description: "Which record something was done to." });

const Change = z.strictObject({
  field: z.string(),
  before: z.unknown().meta({ description: "The value before, as it was typed; null: none." }),
  after: z.unknown(),
  isRedacted: z.boolean().meta({ description: "An admin removed the text, with a public reason." }),
});

export const RevisionResource = z
  .strictObject({
    number: z.number().int().meta({ description: "The newest of its revisions in the chain of the event." }),
    at: Instant,
    by: z.strictObject({ name: z.string(), role: z.enum(ROLES) }),
    reasons: z.array(z.string()),
    acts: z.array(
      z.strictObject({
        number: z.number().int(),
        action: z.enum(ACTIONS),
        subject: Subject.nullable(),
        isPublication: z
          .boolean()
          .meta({ description: "It made its record public: the changes are all it said." }),
        changes: z.array(Change),
      }),
    ),
  })
  .meta({ description: "What one person did at once, with the public reasons for it." });
export type RevisionResource = z.input<typeof RevisionResource>;

/** One entry of the public history as the API tells it. */
export function revisionResource({ number, at, by, reasons, acts }: HistoryEntry): RevisionResource {
  return {
    number,
    at: instant(at),
    by: { name: by.name, role: by.role },
    reasons,
    acts: acts.map((act) => ({
      number: act.number,
      action: act.action,
      subject: act.about && subjectOf(act.about),
      isPublication: act.isPublication,
      changes: act.changes.map(({ field, before, after, isRedacted }) => ({
        field,
        before,
        after,
        isRedacted,
      })),
    })),
  };
}

function subjectOf(about: About): z.input<typeof Subject> {
  const none = { claims: [], measure: null, what: null };
  switch (about.kind) {
    case "event":
      return { ...none, kind: about.kind };
    case "measure":
      return { ...none, kind: about.kind, measure: { slug: about.slug, name: about.label } };
    case "claim":
      return { ...none, kind: about.kind, claims: [claimRef(about.claim)] };
    case "claim_link":
      return {
        ...none,
        kind: about.kind,
        claims: [claimRef(about.from), claimRef(about.to)],
        what: about.link,
      };
    case "correction":
      return {
        ...none,
        kind: about.kind,
        claims: about.claim ? [claimRef(about.claim)] : [],
        what: about.correction,
      };
    case "redaction":
      return { ...none, kind: about.kind, what: about.field };
  }
}
