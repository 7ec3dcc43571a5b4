import clsx from "clsx";
import type { DocumentedMinimumView, MeasureView } from "@/lib/events/types";
import { DEFAULT_LOCALE, translator } from "@/lib/format/messages";
import type { Axis, ScaleKind } from "./axis";
import { Caption, setLines } from "./chart-header";
import { type ChartChoice, choiceHref } from "./chart-model";
import { RelationsSwitch } from "./relations-switch";
import { NARROW_PLOT_PX, WIDE_PLOT_PX } from "./row-layout";

type Props = { measure: MeasureView; axis: Axis; choice: ChartChoice; path: string; locale: string };

/** Below the rows: what the dashed line is, what the axis shows, and the switches, as plain links. */
export function ChartFoot({ measure, axis, choice, path, locale }: Props) {
  const t = translator(locale);
  const hasAnonymous = measure.leftOut.some(({ reason }) => reason === "anonymous");
  const other: ScaleKind = axis.kind === "symlog" ? "linear" : "symlog";
  return (
    <>
      <DocumentedLabel measure={measure} axis={axis} locale={locale} />
      <figcaption className="small text-muted mt-3">
        <div className="flex flex-wrap gap-x-4 gap-y-1">
          <span>
            {unitWords(measure, locale)} {t(`figures.chart.${axis.kind}`)}
          </span>
          <a className="no-print" href={choiceHref(path, { ...choice, scale: other }, measure.slug)}>
            {t(axis.kind === "symlog" ? "figures.chart.toLinear" : "figures.chart.toSymlog")}
          </a>
          {hasAnonymous ? (
            <a
              className="no-print"
              href={choiceHref(path, { ...choice, withAnonymous: !choice.withAnonymous }, measure.slug)}
            >
              {t(choice.withAnonymous ? "figures.chart.withoutAnonymous" : "figures.chart.withAnonymous")}
            </a>
          ) : null}
          <RelationsSwitch measure={measure} choice={choice} path={path} locale={locale} />
          {choice.asOf || choice.version ? null : (
            <PictureLinks measure={measure} choice={choice} path={path} locale={locale} />
          )}
        </div>
        {/* Shown by public/chart-keys.js. Hidden from those who listen: the name of the focused link says the same. */}
        <p className="chart-told" aria-hidden="true" hidden suppressHydrationWarning>
          {t("figures.chart.keyboard")}
        </p>
      </figcaption>
    </>
  );
}

/** "People." or, for things, the measure's own unit. */
export function unitWords(measure: Pick<MeasureView, "unit">, locale: string): string {
  const t = translator(locale);
  return t("figures.chart.unit", {
    unit: measure.unit.charAt(0).toLocaleUpperCase(locale) + measure.unit.slice(1),
  });
}

/** What the dashed line is, in one sentence. */
export function documentedCaption(documented: DocumentedMinimumView, locale: string): string {
  const t = translator(locale);
  return t("figures.documented.caption", {
    raw: documented.claim.raw ?? String(documented.n),
    basis: t(`figures.documented.${documented.basis}`),
    claimant: documented.claim.claimant.name,
  });
}

function DocumentedLabel({ measure, axis, locale }: Pick<Props, "measure" | "axis" | "locale">) {
  const documented = measure.documentedMinimum[0];
  if (!documented) return null;
  const label = documentedCaption(documented, locale);
  const at = axis.at(documented.n);
  return (
    <div className="chart-across" aria-hidden="true">
      {(["narrow", "wide"] as const).map((only) => {
        const plotPx = only === "narrow" ? NARROW_PLOT_PX : WIDE_PLOT_PX;
        const lines = setLines(label, plotPx, true);
        return (
          <svg
            key={only}
            className={clsx("chart-plot", `only-${only}`)}
            width="100%"
            height={lines.length * 16 + 10}
          >
            <line className="mark-documented" x1={`${at}%`} x2={`${at}%`} y2="7" />
            <Caption lines={lines} middle={at} plotPx={plotPx} top={8} tone="flag" />
          </svg>
        );
      })}
    </div>
  );
}

/** The chart as files, drawn as the reader chose it; on the page of its event as it stands alone. */
function PictureLinks({ measure, choice, path, locale }: Omit<Props, "axis">) {
  const t = translator(locale);
  const slug = /^\/[^/]+\/events\/([^/?#]+)$/.exec(path)?.[1];
  if (!slug) return null;
  const hrefOf = (ending: "svg" | "png") =>
    `/export/measures/${slug}/${measure.slug}/chart.${ending}${pictureQuery(choice, locale)}`;
  return (
    <span className="no-print">
      {t.rich("chartImage.links", {
        svg: () => <a href={hrefOf("svg")}>{t("chartImage.linksSvg")}</a>,
        png: () => <a href={hrefOf("png")}>{t("chartImage.linksPng")}</a>,
      })}
    </span>
  );
}

function pictureQuery(choice: ChartChoice, locale: string): string {
  const query = new URLSearchParams();
  if (choice.scale) query.set("scale", choice.scale);
  if (choice.withAnonymous) query.set("anonymous", "1");
  if (locale !== DEFAULT_LOCALE) query.set("lang", locale);
  return query.size > 0 ? `?${query}` : "";
}
