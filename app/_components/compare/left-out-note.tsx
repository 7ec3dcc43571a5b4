import type { ReactNode } from "react";
import { CHOSEN_MAX, COMPARED_MAX, measureAddress, type Unread } from "@/lib/compare/schema";
import type { LeftOut } from "@/lib/compare/types";
import { translator } from "@/lib/format/messages";
import { printable } from "../claims/claim-filters";
import { claimHref } from "../figures/figure-name";

type Props = { leftOut: LeftOut[]; unread: Unread[]; isNarrowed: boolean; locale: string };

/** What was asked for and is not drawn, and why, so that no comparison is quietly another than was asked for. */
export function LeftOutNote({ leftOut, unread, isNarrowed, locale }: Props) {
  if (leftOut.length + unread.length === 0) return null;
  const lines = [
    ...leftOut.map((one) => whyLeftOut(one, isNarrowed, locale)),
    ...unread.map((one) => whyUnread(one, locale)),
  ];
  return (
    <aside className="my-5 bg-panel border-s-3 border-flag px-4 py-3 measure-text" aria-labelledby="left-out">
      <p id="left-out" className="font-semibold">
        {translator(locale)("compare.leftOut.title")}
      </p>
      <ul>
        {lines.map((line, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a line has no other name than its place
          <li key={i}>
            <bdi>{line}</bdi>
          </li>
        ))}
      </ul>
    </aside>
  );
}

function whyLeftOut(left: LeftOut, isNarrowed: boolean, locale: string): ReactNode {
  const t = translator(locale);
  switch (left.why) {
    case "no_claim":
      return t("compare.leftOut.no_claim", { claim: left.claim });
    case "no_claimant":
      return t("compare.leftOut.no_claimant", { claimant: left.claimant });
    case "no_measure":
      return t("compare.leftOut.no_measure", { measure: measureAddress(left.measure) });
    case "statement":
      return t.rich("compare.leftOut.statement", {
        claimant: left.claimant,
        claim: (words) => <a href={claimHref(locale, left.claim)}>{words}</a>,
      });
    case "claimant_without_figure":
      return t(`compare.leftOut.claimant_without_figure${isNarrowed ? "_here" : ""}`, {
        name: left.claimant.name,
      });
    case "measure_without_figure":
      return t(`compare.leftOut.measure_without_figure${isNarrowed ? "_here" : ""}`, {
        label: left.measure.label,
        event: left.measure.eventTitle,
      });
    case "beyond":
      return t("compare.leftOut.beyond", { count: left.count, max: COMPARED_MAX });
  }
}

const PARTS = ["claim", "claimant", "measure", "q", "scale"] as const;

function whyUnread({ name, value, why }: Unread, locale: string): string {
  const t = translator(locale);
  const part = PARTS.find((known) => known === name);
  const told = part
    ? t(`compare.leftOut.parts.${part}`)
    : t("compare.leftOut.parts.other", { name: printable(name) });
  return t(`compare.leftOut.${why}`, { name: told, value: printable(value), max: CHOSEN_MAX });
}
