import { countReports, type TreeNode } from "./tree-node";

/** A drawing of more rows than this is cut at its far ends; the list holds all. */
const ROWS_MAX = 72;
const SIBLINGS_MAX = 9;
const SIBLINGS_MIN = 4;

/** What stands in the place of reports that are not drawn: told with the claim that they carry. */
export type TellMore = (
  claim: TreeNode,
  count: number,
  isFurther: boolean,
) => Pick<TreeNode, "href" | "name" | "label">;

/**
 * Draws fewer of the reports beside each other, as many as let the whole stay readable, and none further than
 * `hopsMax` from the claim. Of many, those stay that most others had it from; what is left out is counted where it
 * would stand. Claims, rings and reports without which a chain would break are never left out.
 */
export function limitTree(roots: readonly TreeNode[], hopsMax: number, tell: TellMore): TreeNode[] {
  let siblingsMax = SIBLINGS_MAX;
  let limited = cut(roots, siblingsMax, hopsMax, tell);
  while (siblingsMax > SIBLINGS_MIN && countRows(limited) > ROWS_MAX) {
    siblingsMax -= 1;
    limited = cut(roots, siblingsMax, hopsMax, tell);
  }
  return limited;
}

function countRows(nodes: readonly TreeNode[]): number {
  return nodes.reduce((sum, { children }) => sum + Math.max(1, countRows(children)), 0);
}

function cut(
  nodes: readonly TreeNode[],
  siblingsMax: number,
  hopsMax: number,
  tell: TellMore,
  claim: TreeNode | null = null,
): TreeNode[] {
  return nodes.map((node) => {
    const carried = node.rank.kind === "claim" ? node : claim;
    const isLast = node.rank.kind === "report" && node.rank.hops === hopsMax - 1;
    if (isLast && node.children.length > 0)
      return { ...node, children: [moreOf(node.children, carried, node, tell)] };
    const kept = keepMost(node, siblingsMax);
    const left = node.children.filter((child) => !kept.includes(child));
    const children = cut(kept, siblingsMax, hopsMax, tell, carried);
    const more = left.length > 0 ? [moreOf(left, carried, node, tell)] : [];
    // The claims that were had from a claim come after its reports, drawn or not.
    const at = children.findIndex(({ rank }) => rank.kind === "claim");
    return { ...node, children: at < 0 ? [...children, ...more] : children.toSpliced(at, 0, ...more) };
  });
}

/** All children, or the reports among them that most others had it from; those in rings and all claims in any case. */
function keepMost({ children, rings }: TreeNode, siblingsMax: number): TreeNode[] {
  const inRing = new Set(rings.flat());
  const reports = children.filter(({ rank, key }) => rank.kind === "report" && !inRing.has(key));
  if (reports.length <= siblingsMax) return children;
  const most = new Set(
    reports.toSorted((a, b) => countReports(b) - countReports(a)).slice(0, siblingsMax - 1),
  );
  return children.filter((child) => most.has(child) || !reports.includes(child));
}

function moreOf(
  left: readonly TreeNode[],
  claim: TreeNode | null,
  parent: TreeNode,
  tell: TellMore,
): TreeNode {
  const count = left.reduce((sum, child) => sum + countReports(child), 0);
  const isFurther = parent.rank.kind === "report";
  return {
    ...tell(claim ?? parent, count, isFurther),
    key: `${parent.key}/more`,
    rank: { kind: "report", hops: parent.rank.kind === "report" ? parent.rank.hops + 1 : 0 },
    mark: { kind: "more", count },
    sideClass: null,
    isDashed: false,
    children: [],
    rings: [],
  };
}
