import { cookies } from "next/headers";
import type { SetCookie } from "@/lib/auth/sessions";

/** Puts cookies that were made for an answer into the answer of an action. */
export async function setCookies(made: SetCookie[]): Promise<void> {
  const jar = await cookies();
  for (const { name, value, ...attributes } of made) jar.set(name, value, attributes);
}
