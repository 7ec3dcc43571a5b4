import type { Verification } from "@/lib/vocabulary";

/** What stands at a place of the drawing: claims are marked by the grammar of figures, reports and origins as below. */
export type NodeMark =
  | { kind: "origin"; isDenied: boolean }
  | { kind: "unknown" }
  | { kind: "claim"; verification: Verification; isCrossed: boolean; isEarlier: boolean }
  | { kind: "report"; isRead: boolean; isOnlyNamed: boolean }
  | { kind: "more"; count: number };

/** What stands beside a mark: its name, and in small type what else is to be said. */
export type NodeLabel = {
  main: string;
  face: "sans" | "serif";
  /** BCP 47, where it is not the language of the page. */
  language?: string;
  isStruck: boolean;
  /** Each begins a line of its own, unless all is short enough for one. */
  notes: string[];
};

/** One mark of the drawing with those that rest on it. */
export type TreeNode = {
  key: string;
  /** An origin, a claim so many claims away from its first statement, or a report so many reports away from it. */
  rank: { kind: "origin" } | { kind: "claim"; depth: number } | { kind: "report"; hops: number };
  mark: NodeMark;
  href: string | null;
  /** Its full accessible name. */
  name: string;
  label: NodeLabel;
  /** The class of its colour; null takes that of the mark before it. */
  sideClass: string | null;
  /** The line that leads to it is broken: what would stand at its other end is not on file. */
  isDashed: boolean;
  children: TreeNode[];
  /** The keys of children that had it from each other, ring by ring. */
  rings: string[][];
};

/** How many reports stand at a mark and on the way to it. */
export function countReports(node: TreeNode): number {
  const own =
    node.mark.kind === "more"
      ? node.mark.count
      : node.mark.kind === "report" && !node.mark.isOnlyNamed
        ? 1
        : 0;
  return node.children.reduce((sum, child) => sum + countReports(child), own);
}
