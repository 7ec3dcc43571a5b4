import { findChart } from "@/app/export/measures/find-chart";
import { answerImage } from "@/lib/images/answer-image";
import { drawPng } from "@/lib/images/draw-png";

type Context = RouteContext<"/export/measures/[event]/[measure]/chart.png">;

/** The chart of one measure as a PNG file, two of its pixels for each of the SVG's. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const chart = await findChart(request, await params, "png");
  if (chart instanceof Response) return chart;
  return answerImage(request, chart, {
    media: "image/png",
    ending: "png",
    draw: () => drawPng(chart.svg, 2),
  });
}
