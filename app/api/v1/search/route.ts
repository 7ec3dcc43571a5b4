import { handle } from "@/lib/api/handle";
import { search } from "@/lib/api/reads/finding-reads";

export const GET = handle(search);
