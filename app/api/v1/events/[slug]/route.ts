import { endpointOf } from "@/lib/api/endpoints";
import { handle } from "@/lib/api/handle";
import { getEvent } from "@/lib/api/reads/event-reads";

export const GET = handle(getEvent);
export const PATCH = handle(endpointOf("editEvent"));
