import { handle } from "@/lib/api/handle";
import { listClaimRevisions } from "@/lib/api/reads/claim-reads";

export const GET = handle(listClaimRevisions);
