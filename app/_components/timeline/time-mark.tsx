// biome-ignore-all lint/a11y/noSvgWithoutTitle: each mark is a link that says its whole name
import type { Quantity } from "@/lib/quantity/quantity";
import type { Verification } from "@/lib/vocabulary";
import { CrossShape, VerificationShape } from "../figures/verification-shape";
import { DOT_PX, type MarkSize, type Shape } from "./mark-shape";

type Props = {
  shape: Shape;
  quantity: Pick<Quantity, "qualifier">;
  verification: Verification;
  isCrossed: boolean;
  size: MarkSize;
  /** A name for the hatching that no other mark has. */
  hatch: string;
};

/** One figure as the grammar draws it, on values that grow upward; around the point 0 across, in pixels down. */
export function TimeMark({ shape, verification, isCrossed, size, hatch }: Props) {
  const { kind, y, top, bottom, halfPx, asidePx } = shape;
  const r = DOT_PX[size];
  const isLine = kind === "bar" || kind === "hatched";
  const hasPoint = !isLine && (kind !== "tick" || verification !== "unverified");
  return (
    <>
      {kind === "dot_arrow" ? <Arrow from={y} tip={top} x={asidePx} /> : null}
      {kind === "tick" ? <Tick y={y} tail={bottom} halfPx={halfPx} x={asidePx} /> : null}
      {kind === "hatched" ? <Hatched top={top} bottom={bottom} halfPx={halfPx} hatch={hatch} /> : null}
      {kind === "bar" ? <Bar top={top} bottom={bottom} verification={verification} /> : null}
      {kind === "interval" ? <Interval top={top} bottom={bottom} /> : null}
      <svg y={y} overflow="visible">
        {kind === "ringed_dot" ? <circle className="mark-line mark-fine mark-dotted" r={r + 4.5} /> : null}
        {hasPoint ? <VerificationShape verification={verification} r={kind === "tick" ? 4 : r} /> : null}
        {isCrossed ? <CrossShape /> : null}
      </svg>
    </>
  );
}

/** `x` is how far it stands beside its point. */
function Arrow({ from, tip, x }: { from: number; tip: number; x: number }) {
  const head = `M${x - 4.5} ${tip + 6}L${x} ${tip}L${x + 4.5} ${tip + 6}`;
  return <path className="mark-line" d={`M0 ${from}H${x}V${tip}${head}`} />;
}

function Tick({ y, tail, halfPx, x }: { y: number; tail: number; halfPx: number; x: number }) {
  return (
    <>
      <line className="mark-line mark-dotted" x1={x} x2={x} y1={tail} y2={y} />
      <line className="mark-line" strokeWidth="3" x1={-halfPx} x2={Math.max(halfPx, x + 2)} y1={y} y2={y} />
    </>
  );
}

type Ends = { top: number; bottom: number };

function Hatched({ top, bottom, halfPx, hatch }: Ends & { halfPx: number; hatch: string }) {
  return (
    <>
      <pattern id={hatch} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <line className="mark-line mark-fine" x1="3" x2="3" y2="6" />
      </pattern>
      <rect
        className="mark-hatched"
        x={-halfPx}
        width={2 * halfPx}
        y={top}
        height={bottom - top}
        fill={`url(#${hatch})`}
      />
    </>
  );
}

function Bar({ top, bottom, verification }: Ends & { verification: Verification }) {
  const isFull = verification === "corroborated" || verification === "documented";
  return (
    <>
      <rect className={isFull ? "mark-full" : "mark-hollow"} x={-3} width={6} y={top} height={bottom - top} />
      <Caps top={top} bottom={bottom} />
      {isFull || verification === "unverified" ? null : (
        <svg y={(top + bottom) / 2} overflow="visible">
          <VerificationShape verification={verification} />
        </svg>
      )}
    </>
  );
}

function Interval({ top, bottom }: Ends) {
  return (
    <>
      <line className="mark-line" y1={top} y2={bottom} />
      <Caps top={top} bottom={bottom} />
    </>
  );
}

function Caps({ top, bottom }: Ends) {
  return <path className="mark-line" d={`M-6 ${top}H6M-6 ${bottom}H6`} />;
}
