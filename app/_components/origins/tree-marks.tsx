// biome-ignore-all lint/a11y/noSvgWithoutTitle: the drawing that they stand in is named by its figure
import { CrossShape, VerificationShape } from "../figures/verification-shape";
import type { NodeMark } from "./tree-node";

/** The mark of an origin, a claim or a report, drawn around the point 0,0 in the colour of its side. */
export function NodeShape({ mark, heightPx = 18 }: { mark: NodeMark; heightPx?: number }) {
  switch (mark.kind) {
    case "origin":
      return (
        <>
          <rect className="origin-bar" x="-2" y={-heightPx / 2} width="4" height={heightPx} />
          {mark.isDenied ? <CrossShape /> : null}
        </>
      );
    case "unknown":
      return <circle className="mark-hollow origin-dashed" r="7" />;
    case "claim":
      return (
        <>
          {mark.isEarlier ? (
            <circle className="mark-hollow mark-fine" r="3.5" />
          ) : (
            <VerificationShape verification={mark.verification} />
          )}
          {mark.isCrossed ? <CrossShape /> : null}
        </>
      );
    case "report":
      if (mark.isOnlyNamed) return <circle className="mark-hollow mark-fine origin-dashed" r="4.5" />;
      return mark.isRead ? (
        <circle className="origin-dot" r="3.25" />
      ) : (
        <circle className="mark-hollow mark-fine" r="3.25" />
      );
    case "more":
      return null;
  }
}

/** A mark by itself, in the height of a line of text. */
export function NodeGlyph({ mark }: { mark: NodeMark }) {
  return (
    <svg className="origin-glyph" viewBox="-9 -9 18 18" aria-hidden="true">
      <NodeShape mark={mark} heightPx={16} />
    </svg>
  );
}
