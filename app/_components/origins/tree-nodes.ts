import type {
  ClaimBranch,
  NotFoundTree,
  OriginsOf,
  OriginTree,
  ReportBranch,
} from "@/lib/attributions/types";
import { type Translate, translator } from "@/lib/format/messages";
import { claimHref } from "../figures/figure-name";
import { sideClass } from "../figures/grammar";
import { tellDate } from "../ui/date-text";
import {
  claimantBeside,
  claimNote,
  claimState,
  claimText,
  isToldBelow,
  joined,
  notFoundWords,
  originClass,
  originHref,
  originName,
  originNote,
  reportDate,
  reportMarks,
  reportNote,
  standingWords,
} from "./origin-words";
import type { TreeNode } from "./tree-node";

type Place = { sides: readonly string[]; locale: string; t: Translate };

/** What a group of claims rests on, as the marks of a drawing: the origins, then what rests on nothing known. */
export function treeNodes(
  { origins, notFound }: OriginsOf,
  sides: readonly string[],
  locale: string,
): TreeNode[] {
  const place = { sides, locale, t: translator(locale) };
  return [
    ...origins.map((tree) => originNode(tree, place)),
    ...notFound.map((tree, i) => unknownNode(tree, `unknown-${i}`, place)),
  ];
}

function originNode(tree: OriginTree, place: Place): TreeNode {
  const { t, locale, sides } = place;
  const name = originName(tree, t);
  return {
    key: tree.key,
    rank: { kind: "origin" },
    mark: { kind: "origin", isDenied: tree.isDisowned },
    href: originHref(tree, locale),
    name: t("originsPage.name.origin", { name, ...tree.counts }),
    label: { main: name, face: "sans", isStruck: false, notes: [originNote(tree, t)] },
    sideClass: originClass(tree, sides),
    isDashed: false,
    children: tree.claims.map((branch) => claimNode(branch, 0, tree.key, tree, place)),
    rings: [],
  };
}

function unknownNode(tree: NotFoundTree, key: string, place: Place): TreeNode {
  const { t } = place;
  const why = notFoundWords(tree, t);
  const children = tree.claims.map((branch) => ({
    ...claimNode(branch, 0, key, null, place),
    isDashed: true,
  }));
  return {
    key,
    rank: { kind: "origin" },
    mark: { kind: "unknown" },
    href: null,
    name: "",
    label: { main: t("originsPage.notFound.title"), face: "sans", isStruck: false, notes: [why] },
    sideClass: "mark-grey",
    isDashed: false,
    children,
    rings: children.length > 1 ? [children.map((child) => child.key)] : [],
  };
}

function claimNode(
  branch: ClaimBranch,
  depth: number,
  above: string,
  ofOrigin: OriginTree | null,
  place: Place,
): TreeNode {
  const { t, locale, sides } = place;
  const { claim, wording } = branch;
  const { isCrossed, isEarlier } = claimState(branch);
  const key = `${above}/${claim.publicId}`;
  const told = isToldBelow(branch);
  const loops = told ? [] : branch.loops;
  const ringKeys = loops.map((loop) => loop.map(({ report }) => `${key}/${report.publicId}`));
  const byWhom = ofOrigin ? claimantBeside(ofOrigin, branch) : claim.claimant.name;
  return {
    key,
    rank: { kind: "claim", depth },
    mark: { kind: "claim", verification: branch.verification, isCrossed, isEarlier },
    href: claimHref(locale, claim.publicId),
    name: claimName(branch, place),
    label: {
      main: claimText(branch, t),
      face: "serif",
      language: wording.language,
      isStruck: isEarlier,
      notes: byWhom ? [byWhom, claimNote(branch, locale)] : [claimNote(branch, locale)],
    },
    sideClass: isCrossed || isEarlier ? "mark-grey" : sideClass(sides, branch.side),
    isDashed: false,
    children: [
      ...(told ? [] : branch.reports).map((report) => reportNode(report, 0, key, null, branch, place)),
      ...loops.flatMap((loop) =>
        loop.map((report, i) => {
          const next = loop[(i + 1) % loop.length];
          return { ...reportNode(report, 0, key, next ?? null, branch, place), isDashed: true };
        }),
      ),
      ...branch.passedOnAs.map((other) => claimNode(other, depth + 1, key, null, place)),
    ],
    rings: ringKeys,
  };
}

/** "Russian Ministry of Defence, 89, stated 4 January 2023, unverified, had from …". */
function claimName(branch: ClaimBranch, { t, locale }: Place): string {
  const { claim, verification, hadFrom } = branch;
  const states = [
    t(`verification.${verification}.label`),
    standingWords(branch, t),
    ...hadFrom.map(({ claimant }) => t("originsPage.name.hadFrom", { claimant: claimant.name })),
  ];
  return t("originsPage.name.claim", {
    claimant: claim.claimant.name,
    figure: claimText(branch, t),
    date: tellDate(claim.stated, locale),
    states: joined(states, t),
  });
}

function reportNode(
  branch: ReportBranch,
  hops: number,
  above: string,
  from: ReportBranch | null,
  claim: ClaimBranch,
  place: Place,
): TreeNode {
  const { t, locale } = place;
  const { report, isOnlyNamed, passedOnBy } = branch;
  const key = `${above}/${report.publicId}`;
  const marks = [
    ...reportMarks(branch, locale),
    ...(from ? [t("originsPage.name.fromReport", { publication: from.report.publication.name })] : []),
  ];
  const name = t("originsPage.name.report", {
    publication: report.publication.name,
    date: reportDate(report, locale),
    title: report.title ?? t("originsPage.list.untitled"),
    figure: claimText(claim, t),
  });
  return {
    key,
    rank: { kind: "report", hops },
    mark: { kind: "report", isRead: report.isRead, isOnlyNamed },
    href: `/${locale}/reports/${report.publicId}`,
    name: joined([name, ...marks], t),
    label: {
      main: report.publication.name,
      face: "sans",
      isStruck: false,
      notes: [reportNote(branch, locale)],
    },
    sideClass: null,
    isDashed: isOnlyNamed,
    children: passedOnBy.map((other) => reportNode(other, hops + 1, key, branch, claim, place)),
    rings: [],
  };
}
