import { EXPORT_FORMATS, EXPORT_TYPES, type ExportFormat } from "@/lib/exports/formats";
import { translator } from "@/lib/format/messages";

type Props = {
  /** The address of the list as a file of this format. */
  hrefOf: (format: ExportFormat) => string;
  /** What is downloaded, told with each link. */
  name: string;
  formats?: readonly ExportFormat[];
  locale: string;
};

/** A list as files, one link for each format. */
export function DownloadLinks({ hrefOf, name, formats = EXPORT_FORMATS, locale }: Props) {
  const t = translator(locale);
  return formats.map((format, i) => (
    <span key={format}>
      {i > 0 ? " · " : null}
      <a
        className="inline-block py-1"
        href={hrefOf(format)}
        type={EXPORT_TYPES[format].split(";", 1)[0]}
        aria-label={t("exports.inFormat", { name, format: t(`exports.format.${format}`) })}
      >
        {t(`exports.format.${format}`)}
      </a>
    </span>
  ));
}
