import type { Quantity } from "@/lib/quantity/quantity";
import type { Verification } from "@/lib/vocabulary";
import type { Axis } from "./axis";
import { percent, placeOf, tailOf, tipOf } from "./place-mark";
import { CrossShape, VerificationShape } from "./verification-shape";

type Props = {
  quantity: Quantity;
  verification: Verification;
  isCrossed: boolean;
  axis: Axis;
  y: number;
  hatch: string;
};

/** One figure as the grammar draws it. Positions are percent of the plot, shapes are pixels around them. */
export function Mark({ quantity, verification, isCrossed, axis, y, hatch }: Props) {
  const place = placeOf(quantity, axis);
  if (!place) return null;
  const { kind, at, from, to } = place;
  const hasPoint = kind !== "bar" && kind !== "hatched" && (kind !== "tick" || verification !== "unverified");
  return (
    <>
      {kind === "dot_arrow" ? <Arrow from={at} axis={axis} y={y} /> : null}
      {kind === "tick" ? <Tick at={at} axis={axis} y={y} /> : null}
      {kind === "hatched" ? <Hatched from={from} to={to} y={y} hatch={hatch} /> : null}
      {kind === "bar" ? <Bar from={from} to={to} y={y} verification={verification} /> : null}
      {kind === "interval" ? <Interval from={from} to={to} y={y} /> : null}
      <svg x={percent(at)} y={y} overflow="visible">
        {kind === "ringed_dot" ? <circle className="mark-line mark-fine mark-dotted" r="10" /> : null}
        {hasPoint ? <VerificationShape verification={verification} r={kind === "tick" ? 4 : 5.5} /> : null}
        {isCrossed ? <CrossShape /> : null}
      </svg>
    </>
  );
}

function Arrow({ from, axis, y }: { from: number; axis: Axis; y: number }) {
  const tip = tipOf(from, axis);
  return (
    <>
      <line className="mark-line" x1={percent(from)} x2={percent(tip)} y1={y} y2={y} />
      <svg x={percent(tip)} y={y} overflow="visible">
        <path className="mark-line" d="M-7 -5L0 0L-7 5" />
      </svg>
    </>
  );
}

function Tick({ at, axis, y }: { at: number; axis: Axis; y: number }) {
  return (
    <>
      <line className="mark-line mark-dotted" x1={percent(tailOf(at, axis))} x2={percent(at)} y1={y} y2={y} />
      <line className="mark-line" strokeWidth="3" x1={percent(at)} x2={percent(at)} y1={y - 8} y2={y + 8} />
    </>
  );
}

type BarProps = { from: number; to: number; y: number };

function Hatched({ from, to, y, hatch }: BarProps & { hatch: string }) {
  return (
    <rect
      className="mark-hatched"
      x={percent(from)}
      width={percent(to - from)}
      y={y - 8}
      height="16"
      fill={`url(#${hatch})`}
    />
  );
}

function Bar({ from, to, y, verification }: BarProps & { verification: Verification }) {
  const isFull = verification === "corroborated" || verification === "documented";
  return (
    <>
      <rect
        className={isFull ? "mark-full" : "mark-hollow"}
        x={percent(from)}
        width={percent(to - from)}
        y={y - 3.5}
        height="7"
      />
      <Caps from={from} to={to} y={y} />
      {isFull || verification === "unverified" ? null : (
        <svg x={percent((from + to) / 2)} y={y} overflow="visible">
          <VerificationShape verification={verification} />
        </svg>
      )}
    </>
  );
}

function Interval({ from, to, y }: BarProps) {
  return (
    <>
      <line className="mark-line" x1={percent(from)} x2={percent(to)} y1={y} y2={y} />
      <Caps from={from} to={to} y={y} />
    </>
  );
}

function Caps({ from, to, y }: BarProps) {
  return [from, to].map((x) => (
    <line key={x} className="mark-line" x1={percent(x)} x2={percent(x)} y1={y - 7} y2={y + 7} />
  ));
}
