import { handle } from "@/lib/api/handle";
import { listAssessments } from "@/lib/api/reads/carried-reads";

export const GET = handle(listAssessments);
