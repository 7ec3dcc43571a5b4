// biome-ignore-all lint/a11y/noSvgWithoutTitle: the drawing that they stand in is named by its figure
import { groupBy } from "@/lib/group-by";
import type { PlacedLine, PlacedRing } from "./layout-tree";
import type { TreeColumn } from "./tree-columns";

type Props = {
  lines: PlacedLine[];
  columns: readonly TreeColumn[];
  height: number;
  /** Percent from the left of a place that lies so many percent from the start of the line. */
  at: (percent: number) => number;
  isRtl: boolean;
};

/** The lines of one tree: curves in the room between two columns, and straight ones behind the text of a column. */
export function TreeLines({ lines, columns, height, at, isRtl }: Props) {
  const groups = groupBy(lines, ({ colour, isDashed }) => `${colour}${isDashed ? " origin-dashed" : ""}`);
  return [...groups].map(([className, group]) => (
    <g key={className} className={`origin-lines ${className}`}>
      <StraightLines lines={group} columns={columns} at={at} />
      <Curves lines={group} columns={columns} height={height} at={at} isRtl={isRtl} />
    </g>
  ));
}

function StraightLines({ lines, columns, at }: Pick<Props, "lines" | "columns" | "at">) {
  const percent = (place: number) => `${at(place)}%`;
  const segments = lines.flatMap(({ from, to }) => {
    const [start, next, last] = [columns[from.column], columns[from.column + 1], columns[to.column]];
    if (!start || !last) return [];
    if (to.column <= from.column) return [{ x1: last.x, x2: last.x, y1: from.y + 7, y2: to.y - 7 }];
    // Those that begin at one mark share their way through its column. The mark of an origin stands at its end.
    const through = {
      x1: start.kind === "origin" ? start.end : start.x,
      x2: start.end,
      y1: from.y,
      y2: from.y,
    };
    const onward = next && last.x > next.x ? [{ x1: next.x, x2: last.x, y1: to.y, y2: to.y }] : [];
    return start.kind === "origin" ? onward : [through, ...onward];
  });
  const distinct = new Map(segments.map((segment) => [JSON.stringify(segment), segment]));
  return [...distinct].map(([key, { x1, x2, y1, y2 }]) => (
    <line key={key} x1={percent(x1)} x2={percent(x2)} y1={y1} y2={y2} />
  ));
}

function Curves({ lines, columns, height, at, isRtl }: Props) {
  const rightward = lines.filter(({ from, to }) => to.column > from.column);
  return [...groupBy(rightward, ({ from }) => from.column)].map(([column, group]) => {
    const [start, next] = [columns[column], columns[column + 1]];
    if (!start || !next) return null;
    const left = Math.min(at(start.end), at(next.x));
    const curves = group.map(({ from, to }) =>
      from.y === to.y
        ? `M0 ${from.y}H100`
        : `M${isRtl ? 100 : 0} ${from.y}C50 ${from.y} 50 ${to.y} ${isRtl ? 0 : 100} ${to.y}`,
    );
    return (
      <svg
        key={column}
        x={`${left}%`}
        width={`${Math.round((next.x - start.end) * 100) / 100}%`}
        height={height}
        viewBox={`0 0 100 ${height}`}
        preserveAspectRatio="none"
        overflow="visible"
      >
        <path d={curves.join("")} vectorEffect="non-scaling-stroke" />
      </svg>
    );
  });
}

/** How far a ring swings out beside its marks. */
const SWING_PX = 15;

type RingProps = {
  ring: PlacedRing;
  word: string;
  columns: readonly TreeColumn[];
  at: Props["at"];
  isRtl: boolean;
};

/** Marks that had it from each other: arrows from one to the next, and from the last back to the first. */
export function TreeRing({ ring: { column, ys, wordY, colour }, word, columns, at, isRtl }: RingProps) {
  const [first = 0, last = 0] = [ys[0], ys.at(-1)];
  const swing = isRtl ? SWING_PX : -SWING_PX;
  const steps = ys.slice(1).map((y, i) => `M0 ${(ys[i] ?? y) + 5}V${y - 6}`);
  const back = `M${swing / 3} ${last}C${swing * 1.4} ${last - 2} ${swing * 1.4} ${first + 2} ${swing / 3} ${first}`;
  const arrow = `M${swing / 3 + swing / 3} ${first - 3}L${swing / 3} ${first}L${swing * 0.55} ${first + 5}`;
  return (
    <svg className={`origin-lines ${colour}`} x={`${at(columns[column]?.x ?? 0)}%`} overflow="visible">
      <path d={[...steps, back, arrow].join("")} />
      <text className="origin-text" x={isRtl ? -13 : 13} y={wordY}>
        <tspan className="origin-note">{word}</tspan>
      </text>
    </svg>
  );
}
