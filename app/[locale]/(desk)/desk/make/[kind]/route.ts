import { FRESH } from "@/lib/forms/form-state";
import {
  makeClaimantAction,
  makeEventAction,
  makeMeasureAction,
  makePublicationAction,
  makeReportAction,
} from "../actions";

const headers = { "Cache-Control": "private, no-store" };

const MAKE = new Map(
  Object.entries({
    event: makeEventAction,
    claimant: makeClaimantAction,
    publication: makePublicationAction,
    measure: makeMeasureAction,
    report: makeReportAction,
  }),
);

/** Makes a record for a form that misses one, and answers what that dialog shows: the record, or what is wrong. */
export async function POST(
  request: Request,
  { params }: RouteContext<"/[locale]/desk/make/[kind]">,
): Promise<Response> {
  const { locale, kind } = await params;
  const make = MAKE.get(kind);
  const form = await request.formData().catch(() => null);
  if (!make || !form) return Response.json({ error: "no_form" }, { status: 400, headers });
  return Response.json(await make(locale, FRESH, form), { headers });
}
