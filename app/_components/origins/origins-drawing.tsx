import type { OriginsOf } from "@/lib/attributions/types";
import { translator } from "@/lib/format/messages";
import { limitTree, type TellMore } from "./limit-tree";
import { listAnchor } from "./listed-claims";
import { hasDescent, treeColumns } from "./tree-columns";
import { TreeDrawing } from "./tree-drawing";
import type { TreeNode } from "./tree-node";
import { treeNodes } from "./tree-nodes";
import "./origins.css";

/** The least widths for which the two drawings are set, and how many columns of text fit them. */
const MEDIUM = { only: "medium", plotPx: 592, columnsMax: 4 } as const;
const WIDE = { only: "wide", plotPx: 960, columnsMax: 6 } as const;

type Props = {
  origins: OriginsOf;
  label: string;
  /** How many columns of reports the page has. */
  hops: number;
  sides: readonly string[];
  locale: string;
};

/** What rests on what, from left to right; where claims were had from claims it needs the width of a large screen. */
export function OriginsDrawing({ origins, label, hops, sides, locale }: Props) {
  const t = translator(locale);
  const roots = treeNodes(origins, sides, locale);
  // Drawings of one page have their columns below each other.
  const shape = { isDescending: hasDescent(roots), hops };
  const settings = shape.isDescending ? [WIDE] : [MEDIUM, WIDE];
  return (
    <figure className="origin-figure-frame" aria-label={t("originsPage.drawing", { measure: label })}>
      {settings.map(({ only, plotPx, columnsMax }) => {
        const columns = treeColumns(shape, columnsMax);
        const hopsMax = columns.filter(({ kind }) =>
          ["firstHand", "onward", "further"].includes(kind),
        ).length;
        const drawn = limitTree(roots, hopsMax, tellMore(locale));
        return (
          <TreeDrawing
            key={only}
            roots={drawn}
            columns={columns}
            plotPx={plotPx}
            only={only}
            locale={locale}
          />
        );
      })}
    </figure>
  );
}

/** Leads to the claim in the list, which holds every report. */
function tellMore(locale: string): TellMore {
  const t = translator(locale);
  return (claim: TreeNode, count: number, isFurther: boolean) => ({
    href: `#${listAnchor(claim.key.split("/").at(-1) ?? "")}`,
    name: t("originsPage.name.more", { count, claim: claim.name }),
    label: {
      main: "",
      face: "sans",
      isStruck: false,
      notes: [t(isFurther ? "originsPage.moreFurther" : "originsPage.more", { count })],
    },
  });
}
