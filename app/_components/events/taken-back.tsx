import type { EventPage } from "@/lib/events/types";
import { translator } from "@/lib/format/messages";
import { ClaimRefLink } from "../claims/claim-ref";
import { tellDay } from "../ui/date-text";

type Props = { takenBack: EventPage["takenBack"]; slug: string; locale: string };

/** The claims of an event that were taken back last: which, when and why; and where all corrections are (R23, R26). */
export function TakenBack({ takenBack: { claims, hasMore }, slug, locale }: Props) {
  const t = translator(locale);
  if (claims.length === 0) return null;
  return (
    <section className="mt-16 min-w-0" id="taken-back">
      <h2 className="text-2xl">{t("event.takenBack.title")}</h2>
      <ul className="mt-3 border-t border-rule">
        {claims.map(({ claim, kind, at, reason }) => (
          <li key={`${claim.publicId} ${at}`} className="border-b border-rule py-3 measure-text">
            <p>
              <ClaimRefLink claim={claim} locale={locale} />
            </p>
            <p className="small text-muted first-letter:uppercase">
              {t("event.takenBack.what", {
                what: t(`correctionKind.${kind}.label`),
                date: tellDay(at, locale),
              })}
            </p>
            <p className="small">{t("event.takenBack.reason", { reason })}</p>
          </li>
        ))}
      </ul>
      <p className="mt-3">
        <a className="inline-block py-2" href={`/${locale}/corrections?event=${slug}`}>
          {t(hasMore ? "event.takenBack.all" : "corrections.see")}
        </a>
      </p>
    </section>
  );
}
