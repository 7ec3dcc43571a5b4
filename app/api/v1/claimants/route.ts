import { endpointOf } from "@/lib/api/endpoints";
import { handle } from "@/lib/api/handle";
import { listClaimants } from "@/lib/api/reads/name-reads";

export const GET = handle(listClaimants);
export const POST = handle(endpointOf("createClaimant"));
