import clsx from "clsx";
import type { StatementClaim } from "@/lib/claims/types";
import type { EventPage } from "@/lib/events/types";
import { translator } from "@/lib/format/messages";
import { ClaimantLink } from "../claims/claimant-link";
import { WordingText } from "../claims/wording-text";
import { DateText } from "../ui/date-text";
import { SideName } from "./chart-body";
import { groupBySide } from "./chart-model";
import { claimHref } from "./figure-name";
import { sideClass } from "./grammar";
import { VerificationBadge } from "./status-words";

type Props = {
  topic: EventPage["statements"][number];
  sides: string[];
  /** Under one another instead of side by side, as a section of its own in a narrow place. */
  isStacked?: boolean;
  locale: string;
};

/** What each says on one topic, the sides next to each other, each in the order of saying. */
export function StatementComparison({ topic: { topic, claims }, sides, isStacked, locale }: Props) {
  const t = translator(locale);
  const Heading = isStacked ? "h2" : "h3";
  const groups = groupBySide(claims, sides);
  const isInRows = !isStacked && isUneven(groups.map(({ figures }) => figures.length));
  const isSideBySide = !isStacked && !isInRows;
  const shown = isSideBySide
    ? [...sides, null].map((side) => groups.find((g) => g.side === side) ?? { side, figures: [] })
    : groups;
  return (
    <section id={`statements-${topic}`} className="border-t border-rule py-5">
      <Heading className={isStacked ? "text-2xl" : "text-xl"}>{t(`topic.${topic}.question`)}</Heading>
      <div
        className={
          isSideBySide
            ? "mt-1 grid gap-x-10 gap-y-2 grid-cols-[repeat(auto-fit,minmax(min(100%,16rem),1fr))]"
            : "grid gap-2"
        }
      >
        {shown.map(({ side, figures }) => (
          <div
            key={side ?? ""}
            className={clsx(sideClass(sides, side), figures.length === 0 && "hidden lg:block")}
          >
            {sides.length > 0 ? <SideName side={side} locale={locale} /> : null}
            <ul
              className={clsx(
                "grid gap-4 mt-1 text-ink",
                isInRows && "gap-x-10 grid-cols-[repeat(auto-fill,minmax(min(100%,16rem),1fr))]",
              )}
            >
              {figures.map((claim) => (
                <Statement key={claim.id} claim={claim} locale={locale} />
              ))}
            </ul>
            {figures.length === 0 ? <p className="small text-muted mt-1">{t("event.noStatement")}</p> : null}
          </div>
        ))}
      </div>
    </section>
  );
}

/** Where one side says far more than the others, columns would be one long one beside empty ones. */
function isUneven(counts: number[]): boolean {
  const [most = 0, next = 0] = [...counts].sort((a, b) => b - a);
  return most > 6 && most > 2 * next;
}

function Statement({ claim, locale }: { claim: StatementClaim; locale: string }) {
  const t = translator(locale);
  return (
    <li id={`claim-${claim.publicId}`}>
      <a
        className="plain-link font-serif text-[1.0625rem] leading-snug block"
        href={claimHref(locale, claim.publicId)}
      >
        <WordingText wording={claim.wording} locale={locale} />
      </a>
      <div className="small text-muted mt-1">
        <ClaimantLink claimant={claim.claimant} locale={locale} />
        <p>
          <DateText date={claim.stated} locale={locale} form="short" />
          {", "}
          {t(`standing.${claim.standing}.label`)}
          {claim.lifecycle === "current" ? null : `, ${t(`lifecycle.${claim.lifecycle}.label`)}`}
        </p>
        <VerificationBadge verification={claim.verification} locale={locale} />
        {[...new Set(claim.attributions.flatMap(({ misreport }) => misreport ?? []))].map((note) => (
          <p key={note}>{t("figures.table.misreport", { note })}</p>
        ))}
      </div>
    </li>
  );
}
