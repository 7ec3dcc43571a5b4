import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { cache } from "react";
import type { Actor } from "@/lib/auth/actor";
import { findActor } from "@/lib/auth/sessions";
import { SignedOut } from "@/lib/errors";

/** Who is signed in, asked once for each request; null for a reader. */
export const currentActor = cache(async (): Promise<(Actor & { sessionId: string }) | null> => {
  const asked = await headers();
  // Without a cookie there is nothing to look up.
  return asked.has("cookie") ? findActor(new Headers(asked)) : null;
});

/** Who is signed in, for a page: whoever is not is led to sign in, and back. */
export async function pageActor(locale: string): Promise<Actor & { sessionId: string }> {
  const actor = await currentActor();
  if (actor) return actor;
  const address = (await headers()).get("x-address") ?? `/${locale}/desk`;
  redirect(`/${locale}/sign-in?next=${encodeURIComponent(address)}`);
}

/** Who is signed in, for an action or a route: throws SignedOut, which leaves the form as it is. */
export async function requireActor(): Promise<Actor & { sessionId: string }> {
  const actor = await currentActor();
  if (!actor) throw new SignedOut();
  return actor;
}
