import { handle } from "@/lib/api/handle";
import { compare } from "@/lib/api/reads/finding-reads";

export const GET = handle(compare);
