import type { ClaimEffects } from "@/lib/claims/desk-effects";
import { translator } from "@/lib/format/messages";

type Props = { effects: ClaimEffects; restores?: boolean; locale: string };

/** What taking a published claim back reaches, counted before it is done. */
export function ClaimTouches({ effects, restores = false, locale }: Props) {
  const t = translator(locale);
  const { isInRange, endCount, corroboratedCount, estimateCount, restoredCount, linkCount, reportCount } =
    effects;
  const counted = [
    ["corroborated", corroboratedCount],
    ["estimates", estimateCount],
    ["restored", restores ? restoredCount : 0],
    ["links", linkCount],
    ["reports", reportCount],
  ] as const;
  return (
    <div>
      <p className="font-semibold">{t("desk.claim.touches.title")}</p>
      <ul className="list-disc ps-5">
        <li>
          {isInRange
            ? t("desk.claim.touches.range", { ends: Math.min(endCount, 2) })
            : t("desk.claim.touches.noRange")}
        </li>
        {counted.map(([name, count]) =>
          count > 0 ? <li key={name}>{t(`desk.claim.touches.${name}`, { count })}</li> : null,
        )}
        <li>{t("desk.claim.touches.feeds")}</li>
      </ul>
    </div>
  );
}
