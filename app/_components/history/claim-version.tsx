import type { ClaimAtVersion } from "@/lib/claims/claim-at-version";
import { translator } from "@/lib/format/messages";
import { ChangedValue, CorrectionChanges } from "../corrections/correction-changes";
import { claimHref } from "../figures/figure-name";
import { Banner } from "../ui/banner";
import { Fact, FactList } from "../ui/fact-list";
import { MomentText } from "../ui/moment-text";
import { versionHref } from "./claim-version-href";
import { actionWords, fieldWords } from "./revision-words";

type Props = { claim: ClaimAtVersion; locale: string };

/** Before all else: which version this is, since when and until when it stood, and the way to the others. */
export function ClaimVersionBanner({ claim, locale }: Props) {
  const t = translator(locale);
  const { publicId, version, firstVersion, lastVersion, since, until } = claim;
  const isPresent = version === lastVersion;
  return (
    <Banner title={t("claimVersion.banner", { version, last: lastVersion })}>
      <p>
        {t.rich(until === null ? "claimVersion.stands" : "claimVersion.stood", {
          since: () => <MomentText instant={since} locale={locale} />,
          until: () => (until === null ? null : <MomentText instant={until} locale={locale} />),
        })}{" "}
        {t(isPresent ? "claimVersion.isPresent" : "claimVersion.isPast")}
      </p>
      <ul className="no-print flex flex-wrap gap-x-6">
        {version > firstVersion ? (
          <VersionLink publicId={publicId} to={version - 1} name="previous" locale={locale} />
        ) : null}
        {version < lastVersion ? (
          <VersionLink publicId={publicId} to={version + 1} name="next" locale={locale} />
        ) : null}
        <li>
          <a className="inline-block py-2" href={claimHref(locale, publicId)}>
            {t("claimVersion.present")}
          </a>
        </li>
      </ul>
    </Banner>
  );
}

type LinkProps = { publicId: string; to: number; name: "previous" | "next"; locale: string };

function VersionLink({ publicId, to, name, locale }: LinkProps) {
  return (
    <li>
      <a
        className="inline-block py-2"
        href={versionHref(locale, publicId, to)}
        rel={name === "next" ? "next" : "prev"}
      >
        {translator(locale)(`claimVersion.${name}`, { version: to })}
      </a>
    </li>
  );
}

/** What this version changed, and all that it said. */
export function ClaimVersionBody({ claim, locale }: Props) {
  const t = translator(locale);
  const { action, by, reason, changes, values, verification, lifecycle, hash } = claim;
  // The states stand in the list of what it said even where no revision recorded them.
  const rest = values.filter(({ field }) => field !== "verification" && field !== "lifecycle");
  return (
    <div className="mt-10 grid gap-x-12 gap-y-10 lg:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]">
      <section className="min-w-0">
        <h2 className="text-2xl mb-2">{t("claimVersion.said")}</h2>
        <FactList>
          {rest.map((value) => (
            <Fact key={value.field} label={fieldWords(value.field, t)}>
              <ChangedValue change={value} side="after" locale={locale} />
            </Fact>
          ))}
          <Fact label={fieldWords("verification", t)}>{t(`verification.${verification}.label`)}</Fact>
          <Fact label={fieldWords("lifecycle", t)}>{t(`lifecycle.${lifecycle}.label`)}</Fact>
        </FactList>
      </section>
      <section className="min-w-0">
        <h2 className="text-2xl mb-2">{t("claimVersion.changed")}</h2>
        <p>
          <span className="font-semibold">{actionWords(action, t)}</span>
          {", "}
          <bdi>{t("corrections.by", { name: by.name, role: t(`role.${by.role}.label`) })}</bdi>
        </p>
        {reason ? (
          <p className="mt-2 measure-text wrap-anywhere" dir="auto">
            {t("corrections.reason", { reason })}
          </p>
        ) : null}
        <div className="mt-3">
          {changes.length > 0 ? (
            <CorrectionChanges changes={changes} locale={locale} />
          ) : (
            <p className="text-muted measure-text">
              {t(action === "claim.published" ? "claimVersion.allNew" : "claimVersion.nothing")}
            </p>
          )}
        </div>
        <div className="mt-6">
          <FactList>
            <Fact label={t("history.record.seal")}>
              <code className="font-mono text-[0.8125rem] break-all">{hash}</code>
              <span className="block small text-muted">{t("claimVersion.seal")}</span>
            </Fact>
          </FactList>
        </div>
        <p className="small text-muted mt-3 measure-text">{t("claimVersion.notHere")}</p>
      </section>
    </div>
  );
}
