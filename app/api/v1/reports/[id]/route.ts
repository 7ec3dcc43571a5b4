import { endpointOf } from "@/lib/api/endpoints";
import { handle } from "@/lib/api/handle";
import { getReport } from "@/lib/api/reads/report-reads";

export const GET = handle(getReport);
export const PATCH = handle(endpointOf("editReport"));
