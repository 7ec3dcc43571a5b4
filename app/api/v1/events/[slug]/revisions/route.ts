import { handle } from "@/lib/api/handle";
import { listEventRevisions } from "@/lib/api/reads/event-reads";

export const GET = handle(listEventRevisions);
