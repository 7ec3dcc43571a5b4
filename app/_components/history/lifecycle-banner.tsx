import type { ReactNode } from "react";
import { translator } from "@/lib/format/messages";
import type { Lifecycle } from "@/lib/vocabulary";
import { Banner } from "../ui/banner";
import { tellDay } from "../ui/date-text";

type Props = {
  state: Exclude<Lifecycle, "current"> | "disowned";
  /** When (milliseconds since 1970 UTC), by whom and why; null where nobody here decided it. */
  decided: { at: number; by: string; reason: string } | null;
  /** What came after it. */
  children?: ReactNode;
  locale: string;
};

/** On the page of a claim that no longer stands: who said so, when and why. */
export function LifecycleBanner({ state, decided, children, locale }: Props) {
  const t = translator(locale);
  return (
    <Banner title={t(`history.banner.${state}`)}>
      {decided ? (
        <>
          <p>{t("history.banner.decided", { date: tellDay(decided.at, locale), by: decided.by })}</p>
          <p dir="auto">{t("history.banner.reason", { reason: decided.reason })}</p>
        </>
      ) : null}
      {children}
    </Banner>
  );
}
