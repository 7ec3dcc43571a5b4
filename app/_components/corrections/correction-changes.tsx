import type { FieldChange } from "@/lib/claims/list-changes";
import { translator } from "@/lib/format/messages";
import type { Json } from "@/lib/history/digest";
import type { PublicChange } from "@/lib/public-history/types";
import { claimHref } from "../figures/figure-name";
import { DifferenceText } from "../history/difference-text";
import { fieldWords, valueWords } from "../history/revision-words";
import { StackedTable } from "../ui/stacked-table";

/** `hidden`: where a value is the name of a record that is not public. */
type Change = FieldChange & Partial<Pick<PublicChange, "hidden">>;

/** Field by field what was changed, the old value before the new one; in texts, the words that differ are marked. */
export function CorrectionChanges({ changes, locale }: { changes: readonly Change[]; locale: string }) {
  const t = translator(locale);
  if (changes.length === 0) return null;
  return (
    <StackedTable
      caption={t("corrections.changesCaption")}
      columns={(["field", "before", "after"] as const).map((column) => t(`corrections.${column}`))}
      rows={changes.map((change) => ({
        key: change.field,
        cells: [
          fieldWords(change.field, t),
          <span key="before" className="block min-w-28">
            <ChangedValue change={change} side="before" locale={locale} />
          </span>,
          <span key="after" className="block min-w-28">
            <ChangedValue change={change} side="after" locale={locale} />
          </span>,
        ],
      }))}
    />
  );
}

type ValueProps = { change: Change; side: "before" | "after"; locale: string };

/** One value of a changed field; in words where there is nothing to show. */
export function ChangedValue({ change, side, locale }: ValueProps) {
  const t = translator(locale);
  const { field, isRedacted, hidden } = change;
  if (isRedacted) return <span className="text-muted">{t("corrections.gone")}</span>;
  if (hidden?.[side]) return <span className="text-muted">{t("eventHistory.hidden")}</span>;
  const [before, after] = [valueWords(field, change.before, locale), valueWords(field, change.after, locale)];
  const words = side === "before" ? before : after;
  if (words === "") return <span className="text-muted">{t("corrections.blank")}</span>;
  if (CLAIMS.test(field)) {
    return <ClaimLinks publicIds={side === "before" ? change.before : change.after} locale={locale} />;
  }
  const isText = TEXTS.test(field) && before !== "" && after !== "";
  return (
    <bdi className="whitespace-pre-line wrap-anywhere">
      {isText ? <DifferenceText before={before} after={after} side={side} locale={locale} /> : words}
    </bdi>
  );
}

const CLAIMS = /^(relativeTo|corroborating|claim|inputs)(Id)?$/;

/** Claims stand in a change by their public ids. */
function ClaimLinks({ publicIds, locale }: { publicIds: Json; locale: string }) {
  const ids = (Array.isArray(publicIds) ? publicIds : [publicIds]).map(String);
  return ids.map((id, i) => (
    <span key={id}>
      {i > 0 ? ", " : null}
      <a href={claimHref(locale, id)}>{id}</a>
    </span>
  ));
}

// Written by people, and long enough for a change to hide in.
const TEXTS =
  /^(wording|passage|misreport|locator|title|summary|label|method|aliases|parties|overrideReason|whatWouldChange)$/;
