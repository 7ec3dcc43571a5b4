import type { ClaimRef, TestView } from "@/lib/claims/types";
import { tellComparison } from "@/lib/format/comparison";
import { type Translate, translator } from "@/lib/format/messages";
import type { TestEvidence } from "@/lib/origins/independence";
import { ClaimRefLink } from "./claim-ref";

type Props = { test: TestView; own: ClaimRef; other: ClaimRef; locale: string };

/** What a test of independence found, in a sentence, with the claims that it names. */
export function EvidenceText({ test: { evidence, claims }, own, other, locale }: Props) {
  return (
    <>
      {evidence.code === "compared"
        ? tellComparison(evidence.comparison, own, other, locale)
        : sentenceOf(evidence, translator(locale))}
      {claims.map((claim) => (
        <span key={claim.publicId} className="block">
          <ClaimRefLink claim={claim} locale={locale} />
        </span>
      ))}
    </>
  );
}

function sentenceOf(evidence: Exclude<TestEvidence, { code: "compared" }>, t: Translate): string {
  switch (evidence.code) {
    case "different_claimants":
    case "different_families":
    case "handed_on":
      return t(`independence.evidence.${evidence.code}`, { a: evidence.names[0], b: evidence.names[1] });
    case "one_body":
      return t("independence.evidence.one_body", {
        a: evidence.names[0],
        b: evidence.names[1],
        body: evidence.body,
      });
    case "different_sides": {
      const [a, b] = evidence.sides.map((side) => side ?? t("event.neither"));
      return t("independence.evidence.different_sides", { a: a ?? "", b: b ?? "" });
    }
    case "one_side":
      return t("independence.evidence.one_side", { side: evidence.side });
    case "origin_unknown":
      return t("independence.evidence.origin_unknown", {
        name: evidence.name,
        why: t(`originNotFound.${evidence.why}.label`),
      });
    case "same_claimant":
    case "one_publication":
    case "one_family":
    case "origin_disowned":
    case "partly_unknown":
      return t(`independence.evidence.${evidence.code}`, { name: evidence.name });
    default:
      return t(`independence.evidence.${evidence.code}`);
  }
}
