import { translator } from "@/lib/format/messages";
import type { About } from "@/lib/public-history/types";
import { ClaimRefLink } from "../claims/claim-ref";

type Props = { about: About | null; slug: string; locale: string };

/** To which record something was done, with the way there; nothing where that is the event of the page itself. */
export function ActSubject({ about, slug, locale }: Props) {
  if (about === null || about.kind === "event") return null;
  return (
    <>
      {": "}
      <Subject about={about} slug={slug} locale={locale} />
    </>
  );
}

function Subject({ about, slug, locale }: Props & { about: Exclude<About, { kind: "event" }> }) {
  const t = translator(locale);
  switch (about.kind) {
    case "claim":
      return <ClaimRefLink claim={about.claim} locale={locale} />;
    case "measure":
      return (
        <a href={`/${locale}/events/${slug}#${about.slug}`}>
          <bdi>{about.label}</bdi>
        </a>
      );
    case "claim_link":
      return t.rich("eventHistory.link", {
        kind: t(`linkKind.${about.link}.label`),
        from: () => <ClaimRefLink claim={about.from} locale={locale} />,
        to: () => <ClaimRefLink claim={about.to} locale={locale} />,
      });
    case "correction":
      return (
        <>
          {t(`correctionKind.${about.correction}.label`)}
          {about.claim ? (
            <>
              {", "}
              <ClaimRefLink claim={about.claim} locale={locale} />
            </>
          ) : null}
        </>
      );
    case "redaction":
      return t("corrections.redacted", {
        field: t(`corrections.redactedField.${about.field}` as "corrections.redactedField.wording"),
        record: t(`corrections.subject.${about.subjectKind}`),
      });
  }
}
