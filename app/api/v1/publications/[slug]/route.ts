import { endpointOf } from "@/lib/api/endpoints";
import { handle } from "@/lib/api/handle";
import { getPublication } from "@/lib/api/reads/name-reads";

export const GET = handle(getPublication);
export const PATCH = handle(endpointOf("editPublication"));
