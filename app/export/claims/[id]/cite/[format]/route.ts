import { claimCitation } from "@/app/_components/citations/claim-citation";
import { PUBLIC_ID } from "@/app/_components/ui/public-id";
import { isCitationFormat } from "@/lib/citations/citation";
import { findCitedClaim } from "@/lib/citations/find-cited";
import { answerCitation } from "@/lib/citations/write-citation";
import { findKeptClaim } from "@/lib/claims/queries";
import { feedLocale } from "@/lib/format/feed-locale";
import { leadTo, nothingHere } from "@/lib/http/plain-answers";

type Context = RouteContext<"/export/claims/[id]/cite/[format]">;

/** A citation of the present version of a claim, as a file. A duplicate's address leads to the claim that was kept (R30). */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { id, format } = await params;
  const locale = feedLocale(request);
  if (!isCitationFormat(format) || !PUBLIC_ID.test(id)) return nothingHere(locale);
  const claim = await findCitedClaim(id);
  if (claim) return answerCitation(claimCitation(claim, Date.now(), locale), format, locale);
  const kept = await findKeptClaim(id);
  return kept ? leadTo(`/export/claims/${kept}/cite/${format}`, request) : nothingHere(locale);
}
