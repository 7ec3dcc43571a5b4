import type { RevisionView } from "@/lib/claims/types";
import { translator } from "@/lib/format/messages";
import type { Json } from "@/lib/history/digest";
import { MomentText } from "../ui/moment-text";
import { StackedTable } from "../ui/stacked-table";
import { actionWords, fieldWords, valueWords } from "./revision-words";

const SEAL_LENGTH = 10;

type Props = {
  history: RevisionView[];
  /** The address of a version of the record, where its versions have one; null for one that was never public. */
  versionHref?: (version: number) => string | null;
  locale: string;
};

/** Who changed what in a record, and when. */
export function RevisionTable({ history, versionHref, locale }: Props) {
  const t = translator(locale);
  return (
    <section id="history">
      <h2 className="text-2xl">{t("history.record.title")}</h2>
      <p className="small text-muted mt-1 mb-3 measure-text">{t("history.record.intro")}</p>
      <StackedTable
        caption={t("history.record.caption")}
        columns={(["when", "who", "what", "seal"] as const).map((column) => t(`history.record.${column}`))}
        rows={history.map((revision) => ({
          key: revision.number,
          cells: [
            <When
              key="when"
              revision={revision}
              href={versionHref?.(revision.version) ?? null}
              locale={locale}
            />,
            <Who key="who" actor={revision.actor} locale={locale} />,
            <What key="what" revision={revision} locale={locale} />,
            <code key="seal" className="font-mono text-[0.8125rem]" title={revision.hash}>
              {t("history.record.sealShort", { start: revision.hash.slice(0, SEAL_LENGTH) })}
            </code>,
          ],
        }))}
      />
    </section>
  );
}

function When({ revision, href, locale }: { revision: RevisionView; href: string | null; locale: string }) {
  return (
    <>
      <MomentText instant={revision.at} locale={locale} />
      {href ? (
        <small>
          <a className="touch" href={href}>
            {translator(locale)("history.record.version", { version: revision.version })}
          </a>
        </small>
      ) : null}
    </>
  );
}

function Who({ actor, locale }: { actor: RevisionView["actor"]; locale: string }) {
  return (
    <>
      <bdi>{actor.name}</bdi>
      <small>{translator(locale)(`role.${actor.role}.label`)}</small>
    </>
  );
}

function What({ revision, locale }: { revision: RevisionView; locale: string }) {
  return (
    <>
      {actionWords(revision.action, translator(locale))}
      {revision.changes.map((change) => (
        <small key={change.field}>
          <Change change={change} locale={locale} />
        </small>
      ))}
    </>
  );
}

function Change({ change, locale }: { change: RevisionView["changes"][number]; locale: string }) {
  const t = translator(locale);
  const { field, before, after } = change;
  const told = (value: Json) => () => <bdi>{valueWords(field, value, locale)}</bdi>;
  const form = before === null ? "set" : after === null ? "removed" : "was";
  return t.rich(`history.record.${form}`, {
    field: fieldWords(field, t),
    before: told(before),
    after: told(after),
  });
}
