import type { RelationsView } from "@/lib/events/types";
import { type ComparedClaim, tellAsOf } from "@/lib/format/comparison";
import { translator } from "@/lib/format/messages";
import { claimHref } from "./figure-name";
import { pairAnchor } from "./relation-anchors";
import { RelationWord } from "./relation-shape";

type Props = {
  relations: Pick<RelationsView, "label" | "claims" | "pairs">;
  /** What stands against what; every current figure of the measure, unless another is given. */
  caption?: string;
  locale: string;
};

/**
 * Each figure against each other, once: a staircase, whose steps head the columns below them. Each word is a link to
 * its reasons, so that they are reached without a script and by the keyboard.
 */
export function RelationMatrix({ relations, caption: given, locale }: Props) {
  const caption = given ?? translator(locale)("relations.caption", { measure: relations.label });
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a frame that scrolls must be reached by the keyboard
    <section className="matrix-frame" aria-label={caption} tabIndex={0}>
      <table className="matrix">
        <caption className="sr-only">{caption}</caption>
        <tbody>
          {relations.claims.map((claim, at) => (
            <Row key={claim.publicId} relations={relations} claim={claim} at={at} locale={locale} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Row({ relations, claim, at, locale }: Props & { claim: ComparedClaim; at: number }) {
  const before = relations.pairs.filter(({ other }) => other === at).toSorted((a, b) => a.one - b.one);
  // Nothing stands beside the first, so it heads no row.
  const Head = at === 0 ? "td" : "th";
  return (
    <tr>
      <Head className="matrix-claim" scope={at === 0 ? undefined : "row"}>
        <a className="plain-link" href={claimHref(locale, claim.publicId)}>
          <bdi className="figure">{claim.raw}</bdi> <bdi className="matrix-name">{claim.claimant.name}</bdi>
        </a>
        <small>{tellAsOf(claim, locale, "short")}</small>
      </Head>
      {before.map((pair) => (
        <Cell key={pair.one} pair={pair} relations={relations} locale={locale} />
      ))}
      {at < relations.claims.length - 1 ? (
        <th className="matrix-step" scope="col">
          <bdi className="figure">{claim.raw}</bdi>
          <span className="sr-only">, {claim.claimant.name}</span>
        </th>
      ) : null}
    </tr>
  );
}

function Cell({ pair, relations, locale }: Props & { pair: RelationsView["pairs"][number] }) {
  const [one, other] = [relations.claims[pair.one], relations.claims[pair.other]];
  if (!one || !other) return null;
  const between = translator(locale)("relations.pair", { one: one.raw ?? "", other: other.raw ?? "" });
  return (
    <td>
      <a href={`#${pairAnchor(one, other)}`} title={between}>
        <RelationWord relation={pair.comparison.relation} locale={locale} />
        <span className="sr-only"> {between}</span>
      </a>
    </td>
  );
}
