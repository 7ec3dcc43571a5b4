import type { MeasureView, ReportedRangeView } from "@/lib/events/types";
import { translator } from "@/lib/format/messages";
import type { MeasureKind } from "@/lib/vocabulary";
import type { Axis } from "./axis";
import { ChartBackdrop } from "./chart-backdrop";
import type { ChartGroup } from "./chart-model";
import { ChartRow } from "./chart-row";
import { MARK_OF, sideClass } from "./grammar";

type Props = {
  /** What the names of the hatchings begin with: no two charts of a page may share it. */
  anchor: string;
  kinds: MeasureKind[];
  axis: Axis;
  range: ReportedRangeView;
  documented: MeasureView["documentedMinimum"][number] | undefined;
  groups: ChartGroup[];
  sides: string[];
  locale: string;
};

/** Up to so many rows a chart is kept on one printed page. */
const SHORT_ROWS_MAX = 16;

/** The rows of a chart under the names of their sides, and what lies behind them. */
export function ChartBody({ anchor, kinds, axis, range, documented, groups, sides, locale }: Props) {
  const { hatchOf, hatches } = hatchesOf(anchor, groups, sides);
  const rowCount = groups.reduce((count, { figures }) => count + figures.length, 0);
  return (
    <div className={rowCount > SHORT_ROWS_MAX ? "chart-body" : "chart-body is-short"}>
      <ChartBackdrop
        axis={axis}
        range={range}
        documented={documented}
        hatches={hatches}
        sides={sides}
        locale={locale}
      />
      {groups.map(({ side, figures }) => (
        <div key={side ?? ""} className={sideClass(sides, side)}>
          {sides.length > 0 ? <SideName side={side} locale={locale} /> : null}
          <ol>
            {figures.map((figure) => (
              <ChartRow
                key={figure.id}
                figure={figure}
                kinds={kinds}
                axis={axis}
                hatch={hatchOf(side)}
                locale={locale}
              />
            ))}
          </ol>
        </div>
      ))}
    </div>
  );
}

export function SideName({ side, locale }: { side: string | null; locale: string }) {
  return (
    <p className="chart-side">
      <bdi>{side ?? translator(locale)("event.neither")}</bdi>
    </p>
  );
}

/** The names of the hatchings of a chart's sides, and those that it needs. */
export function hatchesOf(anchor: string, groups: readonly ChartGroup[], sides: readonly string[]) {
  const hatchOf = (side: string | null) => `hatch-${anchor}-${side === null ? "none" : sides.indexOf(side)}`;
  return { hatchOf, hatches: groups.filter(hasWords).map(({ side }) => ({ id: hatchOf(side), side })) };
}

function hasWords(group: ChartGroup): boolean {
  return group.figures.some((figure) => MARK_OF[figure.quantity.qualifier] === "hatched");
}
