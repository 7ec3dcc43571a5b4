import { translator } from "@/lib/format/messages";
import type { Version } from "@/lib/past/find-version";
import { Fact, FactList } from "../ui/fact-list";
import { versionFileHref } from "./as-of-href";

/** `sha256`: of the file, in hex. */
type Props = { version: Version; sha256: string; slug: string; locale: string };

/** How anyone can check that a version is what it was: its file, the digest of it, and the seal of the history. */
export function VersionCheck({ version, sha256, slug, locale }: Props) {
  const t = translator(locale);
  return (
    <section className="mt-16 max-w-3xl" id="check">
      <h2 className="text-2xl mb-3">{t("eventVersion.check")}</h2>
      <FactList>
        <Fact label={t("eventVersion.file")}>
          <a className="touch" href={versionFileHref(slug, version.number)}>
            {versionFileHref(slug, version.number)}
          </a>
        </Fact>
        <Fact label={t("eventVersion.sha256")}>
          <code className="small break-all">{sha256}</code>
          <p className="small text-muted">{t("eventVersion.sha256Why")}</p>
        </Fact>
        <Fact label={t("eventVersion.seal")}>
          <code className="small break-all">{version.hash}</code>
          <p className="small text-muted">{t("eventVersion.sealWhy")}</p>
        </Fact>
      </FactList>
    </section>
  );
}
