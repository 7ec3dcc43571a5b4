import { translator } from "@/lib/format/messages";
import type { Act, HistoryEntry } from "@/lib/public-history/types";
import { ChangedValue, CorrectionChanges } from "../corrections/correction-changes";
import { versionHref } from "../events/as-of-href";
import { MomentText } from "../ui/moment-text";
import { StackedTable } from "../ui/stacked-table";
import { ActSubject } from "./act-subject";
import { historyHref } from "./history-href";
import { actionWords, fieldWords } from "./revision-words";

type Props = { entries: readonly HistoryEntry[]; slug: string; locale: string };

/** What happened in public, the newest first: each entry can be cited by an address of its own. */
export function HistoryList({ entries, slug, locale }: Props) {
  return (
    <ol className="border-t border-rule">
      {entries.map((entry) => (
        <li key={entry.number} className="border-b border-rule py-5">
          <Entry entry={entry} slug={slug} locale={locale} />
        </li>
      ))}
    </ol>
  );
}

function Entry({ entry, slug, locale }: { entry: HistoryEntry; slug: string; locale: string }) {
  const t = translator(locale);
  const { number, at, by, reasons, acts } = entry;
  // The page that begins with it has it for good, however much comes after.
  const cited = `${historyHref(locale, slug, { after: number + 1 })}#r${number}`;
  return (
    <article id={`r${number}`} className="grid gap-x-8 gap-y-2 md:grid-cols-[13rem_minmax(0,1fr)]">
      <div className="small text-muted">
        <MomentText instant={at} locale={locale} />
        <span className="block">
          <bdi>{t("corrections.by", { name: by.name, role: t(`role.${by.role}.label`) })}</bdi>
        </span>
        <a
          className="touch"
          href={cited}
          aria-label={t("eventHistory.citeLabel", { number: String(number) })}
        >
          {t("eventHistory.cite", { number: String(number) })}
        </a>
        <a
          className="touch block w-fit"
          href={versionHref(locale, slug, number)}
          aria-label={t("eventHistory.thenLabel", { number: String(number) })}
          rel="nofollow"
        >
          {t("eventHistory.then")}
        </a>
      </div>
      <div className="min-w-0 grid gap-4 content-start">
        {acts.map((act) => (
          <ActText key={act.number} act={act} beside={acts} slug={slug} locale={locale} />
        ))}
        {reasons.map((reason) => (
          <p key={reason} className="measure-text whitespace-pre-line wrap-anywhere" dir="auto">
            {t("eventHistory.reason", { reason })}
          </p>
        ))}
      </div>
    </article>
  );
}

type ActProps = { act: Act; beside: readonly Act[]; slug: string; locale: string };

function ActText({ act, beside, slug, locale }: ActProps) {
  const t = translator(locale);
  const report = act.action === "attribution.published" ? reportOf(act) : null;
  return (
    <div className="min-w-0">
      <p>
        <span className="font-semibold">{actionWords(act.action, t)}</span>
        {report === null ? null : (
          <>
            {": "}
            <bdi>{report}</bdi>
          </>
        )}
        {report !== null && isToldBeside(act, beside) ? null : (
          <ActSubject about={act.about} slug={slug} locale={locale} />
        )}
      </p>
      {act.changes.length === 0 ? null : act.isPublication ? (
        <PublishedValues act={act} locale={locale} />
      ) : (
        <div className="mt-2 max-w-3xl">
          <CorrectionChanges changes={act.changes} locale={locale} />
        </div>
      )}
    </div>
  );
}

/** The name of the report that carries a claim. */
function reportOf({ changes }: Act): string | null {
  const value = changes.find(({ field }) => field === "reportId")?.after;
  return typeof value === "string" ? value : null;
}

/** Whether something else of the same entry names the same claim. */
function isToldBeside({ number, about }: Act, beside: readonly Act[]): boolean {
  const publicIdOf = (of: Act["about"]) => (of?.kind === "claim" ? of.claim.publicId : null);
  return beside.some(
    (other) =>
      other.action === "claim.published" &&
      other.number !== number &&
      publicIdOf(other.about) === publicIdOf(about),
  );
}

/** All that a record said when it became public, for those who open it. */
function PublishedValues({ act: { changes }, locale }: { act: Act; locale: string }) {
  const t = translator(locale);
  return (
    <details className="mt-1 max-w-3xl">
      <summary className="touch">{t("eventHistory.was")}</summary>
      <StackedTable
        caption={t("eventHistory.valuesCaption")}
        columns={[t("corrections.field"), t("eventHistory.value")]}
        rows={changes.map((change) => ({
          key: change.field,
          cells: [
            fieldWords(change.field, t),
            <ChangedValue key="value" change={change} side="after" locale={locale} />,
          ],
        }))}
      />
    </details>
  );
}
