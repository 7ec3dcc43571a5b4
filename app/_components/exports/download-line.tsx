import type { ExportFormat } from "@/lib/exports/formats";
import { translator } from "@/lib/format/messages";
import { DownloadLinks } from "./download-links";

type Props = {
  what:
    | "claims"
    | "claimsOfEvent"
    | "events"
    | "corrections"
    | "claimsOfClaimant"
    | "claimsOfPublication"
    | "reports";
  hrefOf: (format: ExportFormat) => string;
  locale: string;
};

/** Under a list: the same list, whole, as a file. */
export function DownloadLine({ what, hrefOf, locale }: Props) {
  const t = translator(locale);
  const name = t(`exports.what.${what}`);
  return (
    <p className="no-print small text-muted mt-6">
      {t.rich("exports.line", {
        what: name,
        links: () => <DownloadLinks hrefOf={hrefOf} name={name} locale={locale} />,
        about: (words) => (
          <a className="inline-block py-1" href={`/${locale}/data`}>
            {words}
          </a>
        ),
      })}
    </p>
  );
}
