import { tableOf } from "@/lib/exports/all-tables";
import { answerExport } from "@/lib/exports/answer-export";
import { archiveOf } from "@/lib/exports/archive";
import { feedLocale } from "@/lib/format/feed-locale";
import { translator } from "@/lib/format/messages";
import { nothingHere } from "@/lib/http/plain-answers";
import { answerList, readDownload, settingOf } from "../export-list";

type Context = RouteContext<"/export/[download]">;

/** A list as a file, such as claims.csv, or the whole public data set, counterclaim.zip. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { download } = await params;
  if (download === "counterclaim.zip") return answerArchive(request);
  const asked = readDownload(download);
  return asked ? answerList(request, asked) : nothingHere(feedLocale(request));
}

function answerArchive(request: Request): Promise<Response> {
  const locale = feedLocale(request);
  const setting = settingOf(request);
  return answerExport(request, locale, {
    subject: ["data"],
    format: "zip",
    retrievedAt: setting.retrievedAt,
    isLong: true,
    chunks: archiveOf(tableOf, setting, translator(locale)),
  });
}
