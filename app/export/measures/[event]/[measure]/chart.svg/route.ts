import { findChart } from "@/app/export/measures/find-chart";
import { answerImage } from "@/lib/images/answer-image";

type Context = RouteContext<"/export/measures/[event]/[measure]/chart.svg">;

/** The chart of one measure as an SVG file that needs nothing else. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const chart = await findChart(request, await params, "svg");
  if (chart instanceof Response) return chart;
  return answerImage(request, chart, {
    media: "image/svg+xml; charset=utf-8",
    ending: "svg",
    draw: async () => chart.svg,
  });
}
