import { fileTypeCode } from "@/lib/evidence/file-types";
import type { EvidenceFileView } from "@/lib/evidence/types";
import { formatFileSize } from "@/lib/format/file-size";
import { translator } from "@/lib/format/messages";

type Props = { file: EvidenceFileView; locale: string };

/** A file that a piece of evidence is: where to download it, what it is, and by what one knows that it is this one. */
export function EvidenceFile({ file, locale }: Props) {
  const t = translator(locale);
  const { publicId, name, type, size, sha256, isRemoved } = file;
  const code = fileTypeCode(type);
  const details = t("evidenceFile.details", {
    type: code === null ? t("evidenceFile.other") : t(`evidenceFile.type.${code}`),
    size: formatFileSize(size, locale),
  });
  return (
    <div className="small">
      <p>
        {isRemoved ? (
          <bdi className="break-words">{name}</bdi>
        ) : (
          <a className="touch break-words" href={`/files/${publicId}`} download>
            <bdi>{t("evidenceFile.download", { name })}</bdi>
          </a>
        )}{" "}
        <span className="text-muted">({details})</span>
      </p>
      {isRemoved ? (
        <p className="border-s-3 border-flag ps-3">
          {t.rich("evidenceFile.removed", { link: (text) => <a href={`/${locale}/corrections`}>{text}</a> })}
        </p>
      ) : null}
      <details>
        <summary className="touch text-muted">
          {t("evidenceFile.sha256")} <bdi className="font-mono">{sha256.slice(0, 12)}…</bdi>
        </summary>
        <p className="font-mono break-all" dir="ltr">
          {sha256}
        </p>
        <p className="text-muted">{t("evidenceFile.sha256Why")}</p>
      </details>
    </div>
  );
}
