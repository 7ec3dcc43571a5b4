import { endpointOf } from "@/lib/api/endpoints";
import { handle } from "@/lib/api/handle";
import { listClaims } from "@/lib/api/reads/claim-reads";

export const GET = handle(listClaims);
export const POST = handle(endpointOf("logClaim"));
