import { endpointOf } from "@/lib/api/endpoints";
import { handle } from "@/lib/api/handle";
import { listMeasures } from "@/lib/api/reads/event-reads";

export const GET = handle(listMeasures);
export const POST = handle(endpointOf("defineMeasure"));
