import { endpointOf } from "@/lib/api/endpoints";
import { handle } from "@/lib/api/handle";
import { listPublications } from "@/lib/api/reads/name-reads";

export const GET = handle(listPublications);
export const POST = handle(endpointOf("createPublication"));
