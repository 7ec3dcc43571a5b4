import { endpointOf } from "@/lib/api/endpoints";
import { handle } from "@/lib/api/handle";

export const PATCH = handle(endpointOf("editAttribution"));
