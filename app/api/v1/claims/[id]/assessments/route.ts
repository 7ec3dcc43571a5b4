import { endpointOf } from "@/lib/api/endpoints";
import { handle } from "@/lib/api/handle";
import { listClaimAssessments } from "@/lib/api/reads/claim-reads";

export const GET = handle(listClaimAssessments);
export const POST = handle(endpointOf("assessClaim"));
