import { endpointOf } from "@/lib/api/endpoints";
import { handle } from "@/lib/api/handle";
import { getClaim } from "@/lib/api/reads/claim-reads";

export const GET = handle(getClaim);
export const PATCH = handle(endpointOf("editClaim"));
