import { endpointOf } from "@/lib/api/endpoints";
import { handle } from "@/lib/api/handle";
import { listClaimAttributions } from "@/lib/api/reads/claim-reads";

export const GET = handle(listClaimAttributions);
export const POST = handle(endpointOf("attachReport"));
