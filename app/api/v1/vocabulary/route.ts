import { handle } from "@/lib/api/handle";
import { listVocabulary } from "@/lib/api/reads/finding-reads";

export const GET = handle(listVocabulary);
