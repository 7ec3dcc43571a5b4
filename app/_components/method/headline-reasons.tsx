import type { ReactNode } from "react";
import type { LeftOutReason } from "@/lib/events/types";
import { translator } from "@/lib/format/messages";
import type { HeadlineVerdict } from "@/lib/quantity/headline-verdict";
import { headlineAnchor } from "../figures/headline-words";

const ENTERING = ["in", "in_as_zero"] as const;
const APART = ["other_measure", "own_lane"] as const;
/** Every reason once: a missing one does not compile. */
const REASONS: Record<LeftOutReason, true> = {
  anonymous: true,
  documented: true,
  words: true,
  some: true,
  not_stated: true,
  refuted: true,
  disowned: true,
  superseded: true,
  replaced: true,
  corrected: true,
  retracted: true,
  entry_error: true,
};

/** Every verdict on a figure and the headline range (R7), with an address of its own to which the tables lead. */
export function HeadlineReasons({ locale }: { locale: string }) {
  const t = translator(locale);
  const verdictOf = (code: (typeof ENTERING | typeof APART)[number]) => (
    <Verdict key={code} verdict={{ code }} label={t(`method.headline.${code}.label`)}>
      {t(`method.headline.${code}.explanation`)}
    </Verdict>
  );
  return (
    <div className="grid gap-6">
      <Part title={t("method.headline.enters")}>{ENTERING.map(verdictOf)}</Part>
      <Part title={t("method.headline.staysOut")}>
        {APART.map(verdictOf)}
        {(Object.keys(REASONS) as LeftOutReason[]).map((reason) => (
          <Verdict
            key={reason}
            verdict={{ code: "left_out", reason }}
            label={t(`leftOutReason.${reason}.label`)}
          >
            {t(`leftOutReason.${reason}.explanation`)}
          </Verdict>
        ))}
      </Part>
    </div>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <h3 className="text-lg mb-1">{title}</h3>
      <dl className="border-t border-rule">{children}</dl>
    </section>
  );
}

type VerdictProps = { verdict: HeadlineVerdict; label: string; children: ReactNode };

function Verdict({ verdict, label, children }: VerdictProps) {
  return (
    <div
      id={headlineAnchor(verdict)}
      className="border-b border-rule py-2 grid gap-x-8 sm:grid-cols-[minmax(0,1fr)_minmax(0,1fr)] target:bg-band"
    >
      <dt className="font-semibold">{label}</dt>
      <dd className="text-muted">{children}</dd>
    </div>
  );
}
