import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { layoutTrees, type PlacedNode, type PlacedTree } from "../../app/_components/origins/layout-tree";
import { limitTree, type TellMore } from "../../app/_components/origins/limit-tree";
import { treeColumns } from "../../app/_components/origins/tree-columns";
import { countReports, type TreeNode } from "../../app/_components/origins/tree-node";

let made = 0;
function aNode(rank: TreeNode["rank"], main: string, given: Partial<TreeNode> = {}): TreeNode {
  made += 1;
  const mark: TreeNode["mark"] =
    rank.kind === "report"
      ? { kind: "report", isRead: true, isOnlyNamed: false }
      : rank.kind === "claim"
        ? { kind: "claim", verification: "unverified", isCrossed: false, isEarlier: false }
        : { kind: "origin", isDenied: false };
  return {
    key: `node-${made}`,
    rank,
    mark,
    href: null,
    name: main,
    label: { main, face: rank.kind === "claim" ? "serif" : "sans", isStruck: false, notes: ["4 May 2026"] },
    sideClass: null,
    isDashed: false,
    children: [],
    rings: [],
    ...given,
  };
}

const aReport = (children: TreeNode[] = [], hops = 0) =>
  aNode({ kind: "report", hops }, "Daily", { children: children.map((child) => deeper(child, hops + 1)) });
const deeper = (node: TreeNode, hops: number): TreeNode => ({
  ...node,
  rank: { kind: "report", hops },
  children: node.children.map((child) => deeper(child, hops + 1)),
});
const anOrigin = (...reports: TreeNode[]) =>
  aNode({ kind: "origin" }, "Ministry", {
    children: [aNode({ kind: "claim", depth: 0 }, "12", { children: reports })],
  });
const reports = (count: number) => Array.from({ length: count }, () => aReport());

const tell: TellMore = (claim, count) => ({
  href: `#${claim.key}`,
  name: `${count} more`,
  label: { main: "", face: "sans", isStruck: false, notes: [`and ${count} more reports`] },
});

const all = (nodes: readonly TreeNode[]): TreeNode[] =>
  nodes.flatMap((node) => [node, ...all(node.children)]);
const total = (nodes: readonly TreeNode[]) => nodes.reduce((sum, node) => sum + countReports(node), 0);
const moreIn = (nodes: readonly TreeNode[]) =>
  all(nodes).flatMap(({ mark }) => (mark.kind === "more" ? [mark.count] : []));

describe("what a drawing leaves out", () => {
  test("nothing of a few reports", () => {
    expect(moreIn(limitTree([anOrigin(...reports(9))], 2, tell))).toEqual([]);
  });

  test("of many the far ends, counted where they would stand, and those stay that most had it from", () => {
    const agency = aReport(reports(33));
    const [origin] = limitTree([anOrigin(...reports(20), agency)], 2, tell);
    const [claim] = origin?.children ?? [];
    expect(claim?.children.some(({ key }) => key === agency.key)).toBe(true);
    expect(moreIn(origin ? [origin] : [])).toEqual([25, 13]);
    expect(claim?.children.at(-1)).toMatchObject({ name: "13 more", href: `#${claim?.key}` });
  });

  test("what stands further away than there are columns, with all that rests on it", () => {
    const chain = aReport([aReport([aReport([aReport()])])]);
    expect(moreIn(limitTree([anOrigin(chain)], 2, tell))).toEqual([2]);
  });

  test("no report of a ring, however many there are", () => {
    const ring = reports(20);
    const origin = anOrigin(...ring);
    const [claim] = origin.children;
    if (claim) claim.rings = [ring.map(({ key }) => key)];
    expect(moreIn(limitTree([origin], 2, tell))).toEqual([]);
  });
});

const words = fc.constantFrom(
  "WION",
  "Kyiv Independent",
  "Strategic communications department of the Armed Forces",
);
/** A report with those that had it from there, so many reports deep at most. */
const reportTree = (depth: number): fc.Arbitrary<TreeNode> =>
  fc
    .tuple(
      words,
      depth === 0 ? fc.constant<TreeNode[]>([]) : fc.array(reportTree(depth - 1), { maxLength: 3 }),
    )
    .map(([name, children]) => {
      const report = aReport(children);
      return { ...report, label: { ...report.label, main: name } };
    });
const claimTree = fc
  .tuple(
    words,
    fc.array(reportTree(3), { maxLength: 10 }),
    fc.array(fc.array(reportTree(1), { maxLength: 3 }), { maxLength: 2 }),
  )
  .map(([main, own, passedOn]) => {
    const further = passedOn.map((children) =>
      aNode({ kind: "claim", depth: 1 }, "40", {
        children: [...children, aNode({ kind: "claim", depth: 2 }, "41")],
      }),
    );
    const rings = own.length > 2 ? [own.slice(0, 2).map(({ key }) => key)] : [];
    return aNode({ kind: "claim", depth: 0 }, main, { children: [...own, ...further], rings });
  });
const forest = fc.array(
  fc
    .tuple(words, fc.array(claimTree, { minLength: 1, maxLength: 2 }))
    .map(([main, children]) => aNode({ kind: "origin" }, main, { children })),
  { maxLength: 3 },
);
const columnsFor = fc.constantFrom([4, 592], [6, 960] as const);

/** The columns for a forest in a width, and its trees as they are placed there. */
function placed(roots: readonly TreeNode[], columnsMax: number, plotPx: number) {
  const columns = treeColumns({ isDescending: true, hops: 4 }, columnsMax);
  const hopsMax = columns.filter(({ kind }) => ["firstHand", "onward", "further"].includes(kind)).length;
  const limited = limitTree(roots, hopsMax, tell);
  return { columns, limited, trees: layoutTrees(limited, columns, plotPx, 20) };
}

const bottomOf = (node: PlacedNode | undefined) => (node ? node.y + node.label.below : 0);

describe("the drawing", () => {
  const check = (holds: (trees: PlacedTree[], limited: TreeNode[], roots: TreeNode[]) => void) =>
    fc.assert(
      fc.property(forest, columnsFor, (roots, [columnsMax = 4, plotPx = 592]) => {
        const { trees, limited } = placed(roots, columnsMax, plotPx);
        holds(trees, limited, roots);
      }),
      { numRuns: 1000 },
    );

  test("tells of every report, by itself or in a number", () => {
    check((_, limited, roots) => expect(total(limited)).toBe(total(roots)));
  }, 60_000);

  test("places every mark once, and no label over another of its column", () => {
    check((trees, limited) => {
      const nodes = trees.flatMap((tree) => tree.nodes);
      expect(nodes.map(({ node }) => node.key).toSorted()).toEqual(
        all(limited)
          .map(({ key }) => key)
          .toSorted(),
      );
      for (const column of new Set(nodes.map((node) => node.column))) {
        const inColumn = nodes.filter((node) => node.column === column).toSorted((a, b) => a.y - b.y);
        // Places are rounded to whole pixels.
        const gaps = inColumn
          .slice(1)
          .map((node, i) => node.y - node.label.above - bottomOf(inColumn[i]) + 1);
        expect(gaps.filter((gap) => gap < 0)).toEqual([]);
      }
    });
  }, 60_000);

  test("keeps each tree between its rules, and leads every line to the right or straight down", () => {
    check((trees) => {
      for (const { nodes, lines, top, bottom } of trees) {
        const outside = nodes.filter(({ y, label }) => y - label.above < top || y + label.below > bottom);
        const backward = lines.filter(
          ({ from, to }) => to.column < from.column || (to.column === from.column && to.y <= from.y),
        );
        expect([outside, backward]).toEqual([[], []]);
      }
      expect(trees.slice(1).map(({ top }) => top)).toEqual(trees.slice(0, -1).map(({ bottom }) => bottom));
    });
  }, 60_000);

  test("fills its width with columns that never overlap", () => {
    for (const columnsMax of [4, 6]) {
      for (const hops of [0, 1, 2, 3, 7]) {
        for (const isDescending of [false, true]) {
          const columns = treeColumns({ isDescending, hops }, columnsMax);
          expect(columns.length).toBeLessThanOrEqual(columnsMax);
          expect(columns[0]?.x).toBe(0);
          expect(columns.at(-1)?.end).toBeCloseTo(100, 1);
          for (const [i, { end }] of columns.slice(0, -1).entries())
            expect(columns[i + 1]?.x).toBeGreaterThan(end);
        }
      }
    }
  });
});
