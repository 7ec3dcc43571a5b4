import { endpointOf } from "@/lib/api/endpoints";
import { handle } from "@/lib/api/handle";
import { getClaimant } from "@/lib/api/reads/name-reads";

export const GET = handle(getClaimant);
export const PATCH = handle(endpointOf("editClaimant"));
