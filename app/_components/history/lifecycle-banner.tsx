import { translator } from "@/lib/format/messages";
import { Banner } from "../ui/banner";
import { tellDay } from "../ui/date-text";

type Props = {
  state: "retracted" | "corrected" | "disowned";
  /** When (milliseconds since 1970 UTC), by whom and why; null where it is not a decision of the desk. */
  decided: { at: number; by: string; reason: string } | null;
  locale: string;
};

/** On the page of a claim that no longer stands: who said so, when and why. */
export function LifecycleBanner({ state, decided, locale }: Props) {
  const t = translator(locale);
  return (
    <Banner title={state === "disowned" ? t("standing.disowned.label") : t(`lifecycle.${state}.label`)}>
      {state === "disowned" ? <p>{t("history.banner.disowned")}</p> : null}
      {decided ? (
        <>
          <p>
            {t(`history.banner.${state === "corrected" ? "corrected" : "decided"}`, {
              date: tellDay(decided.at, locale),
              by: decided.by,
            })}
          </p>
          <p>{t("history.banner.reason", { reason: decided.reason })}</p>
        </>
      ) : null}
    </Banner>
  );
}
