import { LINE_PX, type SetLabel, setLabel } from "./set-label";
import { columnOf, type TreeColumn } from "./tree-columns";
import type { TreeNode } from "./tree-node";

/** A mark at its place: its column, and the height of its mark from the top of the drawing, in pixels. */
export type PlacedNode = { node: TreeNode; label: SetLabel; column: number; y: number; colour: string };

/** A line from one mark to another that rests on it. Within one column it runs straight down. */
export type PlacedLine = {
  from: { column: number; y: number };
  to: { column: number; y: number };
  colour: string;
  isDashed: boolean;
};

/** Marks that had it from each other, with the line above them that says so. */
export type PlacedRing = { column: number; ys: number[]; wordY: number; colour: string };

/** One origin, or one end where none was found, with all that rests on it. */
export type PlacedTree = {
  key: string;
  top: number;
  bottom: number;
  nodes: PlacedNode[];
  lines: PlacedLine[];
  rings: PlacedRing[];
};

const CLAIM_GAP_PX = 8;
const TREE_PAD_PX = 9;

type Measured = {
  node: TreeNode;
  column: number;
  label: SetLabel;
  /** From the top of all that belongs to it to its mark. */
  mark: number;
  height: number;
  children: { measured: Measured; top: number }[];
  words: { keys: string[]; top: number }[];
};

/**
 * Places the marks of trees under each other from `top` on: each beside the middle of those that rest on it, and no
 * two over each other. `plotPx` is the least width for which the drawing is set.
 */
export function layoutTrees(
  roots: readonly TreeNode[],
  columns: readonly TreeColumn[],
  plotPx: number,
  top: number,
): PlacedTree[] {
  let at = top;
  return roots.map((root) => {
    const measured = measure(root, columns, plotPx);
    const tree: PlacedTree = { key: root.key, top: at, bottom: 0, nodes: [], lines: [], rings: [] };
    put(measured, at + TREE_PAD_PX, root.sideClass ?? "", tree);
    at += measured.height + 2 * TREE_PAD_PX;
    tree.bottom = at;
    return tree;
  });
}

function measure(node: TreeNode, columns: readonly TreeColumn[], plotPx: number): Measured {
  const column = columnOf(node, columns);
  const { x, end } = columns[column] ?? { x: 0, end: 100 };
  const label = setLabel(node.label, node.mark, ((end - x) / 100) * plotPx);
  const all = node.children.map((child) => measure(child, columns, plotPx));
  const beside = all.filter((child) => child.column > column);
  const below = all.filter((child) => child.column <= column);

  const stack = stackUp(beside, node.rings);
  const [first, last] = [stack.children[0], stack.children.at(-1)];
  const middle =
    first && last ? (first.top + first.measured.mark + last.top + last.measured.mark) / 2 : label.above;
  const shift = Math.max(0, label.above - middle);
  const mark = middle + shift;
  let height = Math.max(shift + stack.height, mark + label.below);
  const children = stack.children.map(({ measured, top }) => ({ measured, top: top + shift }));
  for (const measured of below) {
    children.push({ measured, top: height });
    height += measured.height;
  }
  const words = stack.words.map(({ keys, top }) => ({ keys, top: top + shift }));
  return { node, column, label, mark, height, children, words };
}

/** Children one under the other; above each ring a line is left free for its word. */
function stackUp(children: readonly Measured[], rings: readonly string[][]) {
  let height = 0;
  const words: Measured["words"] = [];
  const placed = children.map((measured, i) => {
    if (i > 0 && measured.node.rank.kind === "claim") height += CLAIM_GAP_PX;
    const ring = rings.find(([firstKey]) => firstKey === measured.node.key);
    if (ring) {
      words.push({ keys: ring, top: height });
      height += LINE_PX;
    }
    const top = height;
    height += measured.height;
    return { measured, top };
  });
  return { children: placed, words, height };
}

function put(
  { node, column, label, mark, children, words }: Measured,
  top: number,
  above: string,
  tree: PlacedTree,
): void {
  const colour = node.sideClass ?? above;
  const y = Math.round(top + mark);
  tree.nodes.push({ node, label, column, y, colour });
  for (const child of children) {
    const { isDashed } = child.measured.node;
    const to = { column: child.measured.column, y: Math.round(top + child.top + child.measured.mark) };
    const childColour = child.measured.node.sideClass ?? colour;
    tree.lines.push({ from: { column, y }, to, colour: childColour, isDashed });
    put(child.measured, top + child.top, colour, tree);
  }
  for (const { keys, top: wordTop } of words) {
    const ys = tree.nodes.filter((placed) => keys.includes(placed.node.key)).map((placed) => placed.y);
    const first = children.find((child) => child.measured.node.key === keys[0]);
    tree.rings.push({
      column: first?.measured.column ?? column,
      ys,
      wordY: Math.round(top + wordTop) + 12,
      colour,
    });
  }
}
