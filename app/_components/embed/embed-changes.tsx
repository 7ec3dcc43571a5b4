import type { ReactNode } from "react";
import { CHANGES_SHOWN, type EmbedChange } from "@/lib/embeds/types";
import { translator } from "@/lib/format/messages";
import { ClaimRefLink } from "../claims/claim-ref";
import { timelineHref } from "../timeline/timeline-href";
import { DayText } from "../ui/date-text";
import { EmbedBox } from "./embed-box";

type Props = {
  /** Empty where no claim changed, but something else of the event did. */
  changes: EmbedChange[];
  since: Date;
  slug: string;
  locale: string;
};

/** What an article that carries these figures no longer says, or does not say yet (R23). */
export function EmbedChanges({ changes, since, slug, locale }: Props) {
  const t = translator(locale);
  const day = since.toISOString().slice(0, 10);
  const title = t.rich("embed.changed.title", {
    day: () => <DayText instant={since.getTime()} locale={locale} />,
  });
  return (
    <EmbedBox title={title}>
      {changes.length === 0 ? <p>{t("embed.changed.else")}</p> : null}
      <ul>
        {changes.slice(0, CHANGES_SHOWN).map((change) => (
          <li key={`${change.kind}-${change.at}-${change.claim.publicId}`} className="first-letter:uppercase">
            {tellChange(change, locale)}
          </li>
        ))}
      </ul>
      <a className="touch" href={timelineHref(locale, slug, { since: day }, "since")}>
        {t(changes.length > CHANGES_SHOWN ? "embed.changed.more" : "embed.changed.all")}
      </a>
    </EmbedBox>
  );
}

function tellChange(change: EmbedChange, locale: string): ReactNode {
  const t = translator(locale);
  const claim = () => <ClaimRefLink claim={change.claim} locale={locale} />;
  switch (change.kind) {
    case "new":
      return t.rich("embed.changed.new", { claim });
    case "revised":
      return t.rich("embed.changed.revised", {
        claim,
        from: () => <bdi className="figure">{change.from.raw}</bdi>,
      });
    case "taken_back":
      return t.rich("embed.changed.takenBack", { claim, as: t(`correctionKind.${change.as}.label`) });
    case "assessed":
      return t.rich("embed.changed.assessed", { claim, as: t(`verification.${change.as}.label`) });
  }
}
