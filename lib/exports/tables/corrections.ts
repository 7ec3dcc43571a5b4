import "server-only";
import { type CorrectionView, listCorrections } from "../../claims/list-corrections";
import { CORRECTION_KINDS, ROLES } from "../../vocabulary";
import { code, instant, required, text, whereAndWhen } from "../columns";
import { OfEvent } from "../schema";
import type { Row, Setting, Table } from "../table";

/** What a page of the site shows at once, and more than enough of a list that people write. */
const CORRECTIONS_PER_BATCH = 500;

/** The public corrections, retractions and redactions, the newest first (R26); those of one event where it is named. */
export const corrections: Table<OfEvent> = {
  name: "corrections",
  key: [],
  refersTo: { event: "events", claim: "claims" },
  query: OfEvent,
  columns: [
    instant("corrected_at", required),
    code("correction_kind", [...CORRECTION_KINDS, "redaction"], required),
    text("event"),
    text("claim"),
    text("reason", required),
    text("corrected_by", required),
    code("corrected_as", ROLES, required),
    text("changes"),
    text("redacted_field"),
    ...whereAndWhen,
  ],
  async *batches({ event }, setting) {
    for (let after: string | null = null; ; ) {
      const { rows, next }: { rows: CorrectionView[]; next: string | null } = await listCorrections(
        { event, after },
        CORRECTIONS_PER_BATCH,
      );
      if (rows.length > 0) yield rows.map((row) => toRow(row, setting));
      if (next === null) return;
      after = next;
    }
  },
};

function toRow(
  { at, kind, event, claim, reason, by, changes, redacted }: CorrectionView,
  setting: Setting,
): Row {
  const told = changes.map(({ field, before, after, isRedacted }) =>
    isRedacted ? { field, isRedacted } : { field, before, after },
  );
  const path = claim
    ? `/claims/${claim.publicId}`
    : event
      ? `/corrections?event=${event.slug}`
      : "/corrections";
  return [
    new Date(at).toISOString(),
    kind,
    event?.slug ?? null,
    claim?.publicId ?? null,
    reason,
    by.name,
    by.role,
    told.length > 0 ? JSON.stringify(told) : null,
    redacted && `${redacted.subjectKind}.${redacted.field}`,
    `${setting.site}${path}`,
    setting.retrievedAt,
  ];
}
