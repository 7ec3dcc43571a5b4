import { endpointOf } from "@/lib/api/endpoints";
import { handle } from "@/lib/api/handle";
import { getMeasure } from "@/lib/api/reads/event-reads";

export const GET = handle(getMeasure);
export const PATCH = handle(endpointOf("editMeasure"));
