import { CITATION_FORMATS, type Citation, type CitationFormat } from "@/lib/citations/citation";
import { writeCitation } from "@/lib/citations/write-citation";
import { translator } from "@/lib/format/messages";

type Props = {
  citation: Citation;
  /** The address of the downloads, without the format. */
  exportPath: string;
  locale: string;
};

/** A citation in each of its forms: to select, to copy, to download. */
export function CitationForms({ citation, exportPath, locale }: Props) {
  return (
    <>
      <div className="mt-10 grid gap-10 max-w-3xl">
        {CITATION_FORMATS.map((format) => (
          <Form key={format} {...{ citation, exportPath, locale, format }} />
        ))}
      </div>
      <script type="module" src="/copy.js" />
    </>
  );
}

function Form({ citation, exportPath, locale, format }: Props & { format: CitationFormat }) {
  const t = translator(locale);
  const label = t(`cite.format.${format}.label`);
  const id = `cite-${format}`;
  return (
    <section className="min-w-0">
      <h2 id={`${id}-name`} className="text-xl">
        {label}
      </h2>
      <p className="small text-muted">{t(`cite.format.${format}.what`)}</p>
      {format === "txt" ? (
        <p id={id} className="mt-2 border border-rule bg-panel p-3 wrap-anywhere select-all" dir="auto">
          {writeCitation(citation, format, locale).trimEnd()}
        </p>
      ) : (
        <pre
          id={id}
          className="mt-2 border border-rule bg-panel p-3 small whitespace-pre-wrap wrap-anywhere select-all"
          dir="ltr"
        >
          {writeCitation(citation, format, locale).replaceAll("\r\n", "\n").trimEnd()}
        </pre>
      )}
      <p className="no-print flex flex-wrap items-baseline gap-x-6 small">
        <button
          type="button"
          hidden
          className="mt-2"
          data-copy={`#${id}`}
          data-copied={t("cite.copied")}
          aria-describedby={`${id}-name`}
        >
          {t("cite.copy")}
        </button>
        <a
          className="inline-block py-2"
          href={`${exportPath}/${format}?lang=${locale}`}
          aria-label={t("cite.downloadOf", { format: label })}
          rel="nofollow"
        >
          {t("cite.download")}
        </a>
      </p>
    </section>
  );
}
