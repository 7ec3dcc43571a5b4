import { endpointOf } from "@/lib/api/endpoints";
import { handle } from "@/lib/api/handle";
import { listEvents } from "@/lib/api/reads/event-reads";

export const GET = handle(listEvents);
export const POST = handle(endpointOf("createEvent"));
