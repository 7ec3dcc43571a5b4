import { endpointOf } from "@/lib/api/endpoints";
import { handle } from "@/lib/api/handle";

export const POST = handle(endpointOf("publishClaim"));
