import type { ReactNode } from "react";
import type { ClaimRef } from "@/lib/claims/types";
import { CHANGES_SHOWN, type EmbedChange } from "@/lib/embeds/types";
import type { EventPage, MeasureView } from "@/lib/events/types";
import { translator } from "@/lib/format/messages";
import { ClaimRefLink } from "../claims/claim-ref";
import { historyHref } from "../history/history-href";
import { timelineHref } from "../timeline/timeline-href";
import { DayText } from "../ui/date-text";
import { EmbedBox } from "./embed-box";

type Props = {
  /** Empty where no claim changed, but something else of the event did. */
  changes: EmbedChange[];
  since: Date;
  event: EventPage;
  /** What the frame shows: a figure of another measure says which. */
  shown: MeasureView | undefined;
  locale: string;
};

/** What an article that carries these figures no longer says, or does not say yet (R23). */
export function EmbedChanges({ changes, since, event, shown, locale }: Props) {
  const t = translator(locale);
  const day = since.toISOString().slice(0, 10);
  const others = event.measures.filter((measure) => measure !== shown);
  const title = t.rich("embed.changed.title", {
    day: () => <DayText instant={since.getTime()} locale={locale} />,
  });
  return (
    <EmbedBox title={title}>
      {changes.length === 0 ? <p>{t("embed.changed.else")}</p> : null}
      <ul>
        {changes.slice(0, CHANGES_SHOWN).map((change) => (
          <li key={`${change.kind}-${change.at}-${change.claim.publicId}`} className="first-letter:uppercase">
            {tellChange(change, others, locale)}
          </li>
        ))}
      </ul>
      <p className="flex flex-wrap gap-x-4 mt-1">
        <a href={historyHref(locale, event.slug)}>
          {t(changes.length > CHANGES_SHOWN ? "embed.changed.more" : "embed.changed.all")}
        </a>
        <a href={timelineHref(locale, event.slug, { since: day }, "since")}>{t("embed.changed.timeline")}</a>
      </p>
    </EmbedBox>
  );
}

function tellChange(change: EmbedChange, others: readonly MeasureView[], locale: string): ReactNode {
  const t = translator(locale);
  const claim = () => tellClaim(change.claim, others, locale);
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

function tellClaim(claim: ClaimRef, others: readonly MeasureView[], locale: string): ReactNode {
  const link = <ClaimRefLink claim={claim} locale={locale} />;
  const measure = others.find(({ figures }) => figures.some(({ publicId }) => publicId === claim.publicId));
  if (!measure) return link;
  return translator(locale).rich("embed.changed.of", {
    claim: () => link,
    measure: () => <bdi>{measure.label}</bdi>,
  });
}
