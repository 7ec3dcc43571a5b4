import { endpointOf } from "@/lib/api/endpoints";
import { handle } from "@/lib/api/handle";
import { listReports } from "@/lib/api/reads/report-reads";

export const GET = handle(listReports);
export const POST = handle(endpointOf("fileReport"));
