import { handle } from "@/lib/api/handle";
import { listAttributions } from "@/lib/api/reads/carried-reads";

export const GET = handle(listAttributions);
