import type { Verification } from "@/lib/vocabulary";
import { FILL_OF } from "./grammar";

/** The dot of a figure, filled by its verification, drawn around the point 0,0 in the colour of its row. */
export function VerificationShape({ verification, r = 5.5 }: { verification: Verification; r?: number }) {
  const fill = FILL_OF[verification];
  const reach = r * 1.6;
  if (fill === "square") return <rect className="mark-full" x={-r} y={-r} width={2 * r} height={2 * r} />;
  if (fill === "filled") return <circle className="mark-full" r={r + 0.5} />;
  if (fill === "query") {
    return (
      <>
        <circle className="mark-hollow" r={r + 2} />
        <text className="mark-query" y="4">
          ?
        </text>
      </>
    );
  }
  return (
    <>
      <circle className="mark-hollow" r={r} />
      {fill === "struck" ? <path className="mark-line" d={`M${-reach} ${reach}L${reach} ${-reach}`} /> : null}
    </>
  );
}

/** The diamond of a contested claim. */
export function ContestedShape() {
  return <path className="mark-line" d="M0 -6.5L6.5 0L0 6.5L-6.5 0Z" />;
}

/** The cross over a figure that its claimant no longer stands by. */
export function CrossShape() {
  return <path className="mark-line" d="M-7 -7L7 7M-7 7L7 -7" />;
}

/** A tick for a test that passed, a bar across an empty ring for one that failed. */
export function PassedShape({ isPassed }: { isPassed: boolean }) {
  if (isPassed) return <path className="mark-line" d="M-6 0L-2 5L6 -6" />;
  return (
    <>
      <circle className="mark-hollow" r={6} />
      <path className="mark-line" d="M-3 0H3" />
    </>
  );
}
