import type { TreeNode } from "./tree-node";

export type ColumnKind = "origin" | "claim" | "had" | "firstHand" | "onward" | "further";

/** One column of the drawing: where its marks stand and where the lines that leave it begin, in percent of its width. */
export type TreeColumn = { kind: ColumnKind; x: number; end: number };

/** Whether claims were had from claims, and how many columns its reports would need. */
export type TreeShape = { isDescending: boolean; hops: number };

const WEIGHT: Record<ColumnKind, number> = {
  origin: 1.25,
  claim: 0.95,
  had: 1,
  firstHand: 1.1,
  onward: 1.1,
  further: 1.1,
};
const GUTTER_PERCENT = 4.4;
const REPORT_KINDS = ["firstHand", "onward", "further"] as const;

/** Whether some claim of a tree was had from another. */
export function hasDescent(roots: readonly TreeNode[]): boolean {
  return roots.some(
    ({ rank, children }) => (rank.kind === "claim" && rank.depth > 0) || hasDescent(children),
  );
}

/** The columns from origins to reports, at most `columnsMax`: reports further away than fit have none. */
export function treeColumns({ isDescending, hops }: TreeShape, columnsMax: number): TreeColumn[] {
  const claims: ColumnKind[] = isDescending ? ["origin", "claim", "had"] : ["origin", "claim"];
  const reports = REPORT_KINDS.slice(0, Math.min(hops, columnsMax - claims.length));
  const kinds = [...claims, ...reports];
  const room = 100 - GUTTER_PERCENT * (kinds.length - 1);
  const total = kinds.reduce((sum, kind) => sum + WEIGHT[kind], 0);
  const columns: TreeColumn[] = [];
  for (const kind of kinds) {
    const before = columns.at(-1);
    const x = before ? before.end + GUTTER_PERCENT : 0;
    columns.push({ kind, x: rounded(x), end: rounded(x + (WEIGHT[kind] / total) * room) });
  }
  return columns;
}

/** The column of a mark; what is further away than the last of its kind stands in that. */
export function columnOf({ rank }: TreeNode, columns: readonly TreeColumn[]): number {
  if (rank.kind === "origin") return 0;
  const claims = columns.findIndex(({ kind }) => kind === "firstHand");
  const firstReport = claims < 0 ? columns.length : claims;
  if (rank.kind === "claim") return Math.min(1 + rank.depth, firstReport - 1);
  return Math.min(firstReport + rank.hops, columns.length - 1);
}

const rounded = (percent: number) => Math.round(percent * 100) / 100;
