// biome-ignore-all lint/a11y/noSvgWithoutTitle: the figure around it names it, and its marks name themselves
import clsx from "clsx";
import { directionOf, translator } from "@/lib/format/messages";
import { wrapText } from "../figures/text-width";
import { layoutTrees, type PlacedNode, type PlacedTree } from "./layout-tree";
import { DOT_PITCH_PX, dotRows, INDENT_PX, LINE_PX, NOTE_PX, type SetLabel, type SetLine } from "./set-label";
import type { TreeColumn } from "./tree-columns";
import { TreeLines, TreeRing } from "./tree-lines";
import { NodeShape } from "./tree-marks";
import type { TreeNode } from "./tree-node";

type Props = {
  roots: readonly TreeNode[];
  columns: readonly TreeColumn[];
  /** The least width that it is set for. */
  plotPx: number;
  only: "medium" | "wide";
  locale: string;
};

/** Which reports rest on which origin, from the origins on: a mark for each, and lines from each to what rests on it. */
export function TreeDrawing({ roots, columns, plotPx, only, locale }: Props) {
  const t = translator(locale);
  const isRtl = directionOf(locale) === "rtl";
  const at = (percent: number) => (isRtl ? Math.round((100 - percent) * 100) / 100 : percent);
  const headings = columns.map(({ kind, x, end }) => ({
    x,
    kind,
    lines: wrapText(t(`originsPage.columns.${kind}`), "sans", NOTE_PX, ((end - x) / 100) * plotPx, 2),
  }));
  const top = Math.max(...headings.map(({ lines }) => lines.length)) * LINE_PX + 6;
  const trees = layoutTrees(roots, columns, plotPx, top);
  const height = trees.at(-1)?.bottom ?? top;
  return (
    <svg className={clsx("origin-tree", `only-${only}`)} width="100%" height={height}>
      {headings.map(({ x, kind, lines }) => (
        <SetText key={kind} x={at(x)} dx={0} y={12} lines={lines.map((note) => ({ main: "", note }))} />
      ))}
      {trees.map((tree) => (
        <Tree key={tree.key} {...{ tree, columns, plotPx, height, at, isRtl, locale }} />
      ))}
    </svg>
  );
}

type TreeProps = Pick<Props, "columns" | "plotPx" | "locale"> & {
  tree: PlacedTree;
  height: number;
  at: (percent: number) => number;
  isRtl: boolean;
};

function Tree({ tree, columns, plotPx, height, at, isRtl, locale }: TreeProps) {
  return (
    <>
      <line className="mark-grid" x1="0" x2="100%" y1={tree.top} y2={tree.top} />
      <TreeLines lines={tree.lines} columns={columns} height={height} at={at} isRtl={isRtl} />
      {tree.rings.map((ring) => (
        <TreeRing
          key={ring.wordY}
          ring={ring}
          word={translator(locale)("originsPage.cycleWhy")}
          columns={columns}
          at={at}
          isRtl={isRtl}
        />
      ))}
      {tree.nodes.map((placed) => (
        <Mark
          key={placed.node.key}
          placed={placed}
          column={columns[placed.column]}
          plotPx={plotPx}
          at={at}
          isRtl={isRtl}
        />
      ))}
    </>
  );
}

type MarkProps = Pick<TreeProps, "plotPx" | "at" | "isRtl"> & {
  placed: PlacedNode;
  column: TreeColumn | undefined;
};

/** A mark with its label, both one link. */
function Mark({ placed, column, plotPx, at, isRtl }: MarkProps) {
  const { node, label, y, colour } = placed;
  const { x, end } = column ?? { x: 0, end: 100 };
  const isOrigin = node.rank.kind === "origin";
  const height = label.above + label.below;
  const shown = (
    <>
      <rect
        className="mark-hit"
        x={`${Math.min(at(x), at(end))}%`}
        width={`${Math.round((end - x) * 100) / 100}%`}
        y={y - label.above}
        height={height}
      />
      <svg className={colour} x={`${at(isOrigin ? end : x)}%`} y={y} overflow="visible">
        <NodeShape mark={node.mark} heightPx={height - 4} />
        {node.mark.kind === "more" ? (
          <MoreDots count={node.mark.count} columnPx={((end - x) / 100) * plotPx} isRtl={isRtl} />
        ) : null}
      </svg>
      {isOrigin || node.children.length === 0 ? null : (
        <Backing label={label} x={at(x)} y={y} isRtl={isRtl} />
      )}
      <SetText
        x={at(x)}
        dx={isOrigin || node.mark.kind === "more" ? 0 : isRtl ? -INDENT_PX : INDENT_PX}
        y={y + label.firstBaseline}
        lines={label.lines}
        node={node}
      />
    </>
  );
  if (node.href === null) return <g>{shown}</g>;
  return (
    <a href={node.href} aria-label={node.name}>
      {shown}
    </a>
  );
}

/** A piece of paper between the line that leaves a mark and the words beside the mark. */
function Backing({ label, x, y, isRtl }: { label: SetLabel; x: number; y: number; isRtl: boolean }) {
  const width = Math.round(label.firstPx) + 8;
  const from = INDENT_PX - 3;
  return (
    <svg x={`${x}%`} overflow="visible">
      <rect className="origin-backing" x={isRtl ? -from - width : from} y={y - 4} width={width} height="8" />
    </svg>
  );
}

type TextProps = { x: number; dx: number; y: number; lines: SetLine[]; node?: TreeNode };

function SetText({ x, dx, y, lines, node }: TextProps) {
  const mainClass = clsx(
    node?.label.face === "serif" ? "origin-figure" : "origin-name",
    node?.rank.kind === "origin" && "strong",
    node?.label.isStruck && "was",
  );
  return (
    <svg x={`${x}%`} overflow="visible">
      <text className="origin-text">
        {lines.map(({ main, note }, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a line has no other name than its place
          <tspan key={i} x={dx} y={Math.round(y) + i * LINE_PX}>
            {main ? (
              <tspan className={mainClass} lang={node?.label.language}>
                {main}
              </tspan>
            ) : null}
            {main && note ? " " : null}
            {note ? <tspan className="origin-note">{note}</tspan> : null}
          </tspan>
        ))}
      </text>
    </svg>
  );
}

/** A dot for each report that is not drawn by itself, in one path. */
function MoreDots({ count, columnPx, isRtl }: { count: number; columnPx: number; isRtl: boolean }) {
  const direction = isRtl ? -1 : 1;
  const dots = dotRows(count, columnPx).flatMap((inRow, row) =>
    Array.from({ length: inRow }, (_, i) => `M${direction * i * DOT_PITCH_PX} ${row * DOT_PITCH_PX}h.01`),
  );
  return <path className="origin-more" d={dots.join("")} />;
}
