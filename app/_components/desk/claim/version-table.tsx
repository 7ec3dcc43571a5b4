import type { ClaimInput } from "@/lib/claims/claim-versions";
import type { ClaimVersion } from "@/lib/claims/desk-claim-versions";
import type { Names } from "@/lib/claims/desk-names";
import { translator } from "@/lib/format/messages";
import type { Json } from "@/lib/history/digest";
import { actionWords, fieldWords, valueWords } from "../../history/revision-words";
import { MomentText } from "../../ui/moment-text";
import { StackedTable } from "../../ui/stacked-table";

type Props = {
  /** The newest first. */
  versions: ClaimVersion[];
  names: Names;
  /** Where the values of an old version can be taken up again; null where the actor may change nothing. */
  editHref: string | null;
  locale: string;
};

/** All that became of a claim, with the values of each version, also those that were never public. */
export function VersionTable({ versions, names, editHref, locale }: Props) {
  const t = translator(locale);
  const columns = (["when", "who", "what"] as const).map((column) => t(`desk.claim.history.${column}`));
  const current = JSON.stringify(versions[0]?.values);
  return (
    <section id="history">
      <h2 className="text-2xl">{t("desk.claim.history.title")}</h2>
      <p className="small text-muted mt-1 mb-3">{t("desk.claim.history.lead")}</p>
      <StackedTable
        caption={t("desk.claim.history.caption")}
        columns={columns}
        rows={versions.map((version, at) => {
          const changes = changesBetween(versions[at + 1]?.values ?? null, version.values);
          // Offered once for each set of values: on the version that brought it.
          const isOwn = version.values !== null && (changes.length > 0 || at === versions.length - 1);
          const isOld = JSON.stringify(version.values) !== current;
          return {
            key: version.version,
            cells: [
              <MomentText key="when" instant={version.at} locale={locale} />,
              <span key="who">
                <bdi>{version.by.name}</bdi>
                <small>{t(`role.${version.by.role}.label`)}</small>
              </span>,
              <div key="what">
                {actionWords(version.action, t)}
                {version.reason ? <small dir="auto">{version.reason}</small> : null}
                {changes.map(([field, before, after]) => (
                  <small key={field}>
                    <bdi>
                      {t("desk.claim.history.change", {
                        field: fieldWords(field, t),
                        before: told(field, before, names, locale),
                        after: told(field, after, names, locale),
                      })}
                    </bdi>
                  </small>
                ))}
                {editHref && isOwn && isOld ? (
                  <small>
                    <a className="touch" href={`${editHref}?version=${version.version}`}>
                      {t("desk.claim.history.restoreLabel", { version: version.version })}
                    </a>
                  </small>
                ) : null}
              </div>,
            ],
          };
        })}
      />
    </section>
  );
}

type Change = [field: string, before: Json, after: Json];

/** Of the first version nothing: its values are those that the later ones tell as before. */
function changesBetween(before: ClaimInput | null, after: ClaimInput | null): Change[] {
  if (!before || !after) return [];
  const known = new Map<string, Json>(Object.entries(before));
  return Object.entries(after)
    .map(([field, value]): Change => [field, known.get(field) ?? null, value])
    .filter(([, old, value]) => JSON.stringify(old) !== JSON.stringify(value));
}

/** A value in words, and where it points at a record, the name of that. */
function told(field: string, value: Json, names: Names, locale: string): string {
  const words = field.endsWith("Id") && typeof value === "string" ? (names[value] ?? value) : null;
  return words ?? (valueWords(field, value, locale) || translator(locale)("desk.claim.blank"));
}
