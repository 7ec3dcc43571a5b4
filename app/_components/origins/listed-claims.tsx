import clsx from "clsx";
import type { ClaimBranch } from "@/lib/attributions/types";
import { translator } from "@/lib/format/messages";
import { ClaimRefLink } from "../claims/claim-ref";
import { WordingText } from "../claims/wording-text";
import { claimHref } from "../figures/figure-name";
import { MARK_OF, sideClass } from "../figures/grammar";
import { DateText } from "../ui/date-text";
import { ListedReports } from "./listed-reports";
import { claimState, standingWords } from "./origin-words";
import { NodeGlyph } from "./tree-marks";

type Props = {
  claims: ClaimBranch[];
  label?: "firstStatements" | "passedOnAs" | "notFound";
  /** The name of the origin above them, which is then not said again. */
  ofOrigin: string | null;
  /** Here each claim stands in full, so that links within the page lead here. */
  hasAnchor: boolean;
  sides: readonly string[];
  locale: string;
};

/** The place of a claim in the list, within the page: the drawing leads there for what it leaves out. */
export const listAnchor = (publicId: string) => `rests-${publicId}`;

/** Claims in the list, each above its reports and the claims that were had from it. */
export function ListedClaims({ claims, label = "firstStatements", ...shared }: Props) {
  return (
    <ul className="origin-branches" aria-label={translator(shared.locale)(`originsPage.list.${label}`)}>
      {claims.map((branch) => (
        <ListedClaim key={branch.claim.publicId} branch={branch} {...shared} />
      ))}
    </ul>
  );
}

function ListedClaim({ branch, ...shared }: Omit<Props, "claims"> & { branch: ClaimBranch }) {
  const { hasAnchor, sides, locale } = shared;
  const { claim, side, isToldElsewhere, reports, loops, passedOnAs } = branch;
  const state = claimState(branch);
  return (
    <li
      id={hasAnchor && !isToldElsewhere ? listAnchor(claim.publicId) : undefined}
      className={state.isCrossed || state.isEarlier ? "mark-grey" : sideClass(sides, side)}
    >
      <p className="origin-line">
        <NodeGlyph mark={{ kind: "claim", verification: branch.verification, ...state }} />
        <ClaimWords branch={branch} {...shared} />
      </p>
      <ListedReports branches={reports} label="reports" locale={locale} />
      {loops.map((loop) => (
        <div key={loop[0]?.report.publicId}>
          <p className="origin-aside ms-6">{translator(locale)("originsPage.cycleWhy")}</p>
          <ListedReports branches={loop} label="reports" locale={locale} />
        </div>
      ))}
      {passedOnAs.length > 0 ? (
        <ListedClaims {...shared} claims={passedOnAs} label="passedOnAs" ofOrigin={null} />
      ) : null}
    </li>
  );
}

function ClaimWords({ branch, ofOrigin, locale }: Omit<Props, "claims"> & { branch: ClaimBranch }) {
  const t = translator(locale);
  const { claim, wording, hadFrom, isToldElsewhere } = branch;
  const isEarlier = claimState(branch).isEarlier;
  const standing = standingWords(branch, t);
  return (
    <span>
      <a
        className={clsx(
          "plain-link",
          claim.raw === null ? "font-serif" : "figure",
          isEarlier ? "line-through font-normal text-muted" : "text-ink",
        )}
        href={claimHref(locale, claim.publicId)}
      >
        <WordingText
          wording={wording}
          locale={locale}
          quoted={claim.qualifier !== null && MARK_OF[claim.qualifier] === "hatched"}
        />
      </a>{" "}
      <span className="origin-aside">
        <DateText date={claim.stated} locale={locale} form="short" />
        {standing ? `, ${standing}` : null}
        {isToldElsewhere ? `, ${t("originsPage.toldElsewhere")}` : null}
      </span>
      {claim.claimant.name === ofOrigin ? null : (
        <small>
          <bdi>{claim.claimant.name}</bdi>
        </small>
      )}
      {hadFrom.map((other) => (
        <small key={other.publicId}>
          {t.rich("originsPage.hadFrom", { claim: () => <ClaimRefLink claim={other} locale={locale} /> })}
        </small>
      ))}
    </span>
  );
}
