import type { TakenBack } from "@/lib/events/types";
import { translator } from "@/lib/format/messages";
import { ClaimRefLink } from "../claims/claim-ref";
import { tellDay } from "../ui/date-text";
import { EmbedBox } from "./embed-box";

/** Figures of a chart that are their claimants' no more: which, when and why (R23, R24). */
export function EmbedTakenBack({ takenBack, locale }: { takenBack: TakenBack[]; locale: string }) {
  const t = translator(locale);
  if (takenBack.length === 0) return null;
  return (
    <EmbedBox title={t("event.takenBack.title")}>
      <ul>
        {takenBack.map(({ claim, kind, at, reason }) => (
          <li key={`${claim.publicId} ${at}`}>
            <ClaimRefLink claim={claim} locale={locale} />.{" "}
            <span className="inline-block first-letter:uppercase">
              {t("event.takenBack.what", {
                what: t(`correctionKind.${kind}.label`),
                date: tellDay(at, locale),
              })}
              .
            </span>{" "}
            {t("event.takenBack.reason", { reason })}
          </li>
        ))}
      </ul>
    </EmbedBox>
  );
}
