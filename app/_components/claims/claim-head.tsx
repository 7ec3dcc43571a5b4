import clsx from "clsx";
import type { ClaimPage } from "@/lib/claims/types";
import { directionOf, translator } from "@/lib/format/messages";
import type { CorrectionKind, Lifecycle } from "@/lib/vocabulary";
import { LifecycleBanner } from "../history/lifecycle-banner";
import { DateText } from "../ui/date-text";
import { PageTitle } from "../ui/page-title";
import { ClaimRefLink } from "./claim-ref";

type Props = { claim: ClaimPage; locale: string };

/** What is claimed, by whom, when and about what; above it all, whether it still stands. */
export function ClaimHead({ claim, locale }: Props) {
  const t = translator(locale);
  const { figure, wording, claimant, event, topic } = claim;
  return (
    <>
      <PageTitle
        kicker={
          figure
            ? t("claimPage.figure")
            : t("claimPage.statement", { topic: topic ? t(`topic.${topic}.label`) : "" })
        }
        title={
          <>
            <span className={figure ? figureLook(wording.text) : statementLook(wording.text)}>
              <bdi lang={wording.language} dir={directionOf(wording.language)}>
                {wording.text}
              </bdi>
            </span>
            {figure ? (
              <>
                <span className="sr-only">, </span>
                <span className="block text-[0.6em] leading-snug">
                  <bdi>{figure.measure.label}</bdi>
                </span>
              </>
            ) : null}
          </>
        }
      >
        <p>
          {t.rich("claimPage.byline", {
            claimant: () => (
              <a href={`/${locale}/claimants/${claimant.slug}`}>
                <bdi>{claimant.name}</bdi>
              </a>
            ),
            date: () => <DateText date={claim.stated} locale={locale} />,
          })}
          {", "}
          {t.rich("claimPage.about", {
            event: () => (
              <a href={`/${locale}/events/${event.slug}`}>
                <bdi>{event.title}</bdi>
              </a>
            ),
          })}
        </p>
      </PageTitle>
      <ClaimBanner claim={claim} locale={locale} />
    </>
  );
}

// A number is the title of its page; a figure told in a sentence needs no more size than any title.
function figureLook(text: string): string {
  return clsx("figure block leading-tight", text.length > 24 ? "text-[0.85em]" : "text-[1.3em]");
}

// A statement can be a paragraph long, and is its own title all the same.
function statementLook(text: string): string {
  return clsx("block leading-snug max-w-[32em]", text.length > 200 ? "text-[0.55em]" : "text-[0.75em]");
}

/** Said before all else of a claim that its claimant no longer makes: who said so, when and why, and what came after. */
function ClaimBanner({ claim, locale }: Props) {
  const t = translator(locale);
  const state = claim.standing === "disowned" ? "disowned" : claim.lifecycle;
  if (state === "current") return null;
  const kind = CORRECTION_OF[state];
  const decided = claim.corrections.find((correction) => correction.kind === kind) ?? null;
  const successors = claim.supersededBy.filter(
    ({ kind }) => kind !== "one_origin" && kind !== "duplicate_of",
  );
  return (
    <LifecycleBanner state={state} decided={decided && { ...decided, by: decided.by.name }} locale={locale}>
      {successors.map((successor) => (
        <p key={successor.publicId}>
          {t(
            successor.kind === "passed_on_from" ? "claimPage.banner.passedOn" : "claimPage.banner.successor",
          )}{" "}
          <ClaimRefLink claim={successor} locale={locale} />
        </p>
      ))}
    </LifecycleBanner>
  );
}

const CORRECTION_OF: Record<Exclude<Lifecycle, "current"> | "disowned", CorrectionKind | null> = {
  disowned: "disowned",
  retracted: "retraction",
  corrected: "correction",
  entry_error: "entry_error",
  superseded: null,
  replaced: null,
};
