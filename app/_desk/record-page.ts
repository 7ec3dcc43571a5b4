import { redirect } from "next/navigation";
import { findNewSlug } from "@/lib/addresses/desk-address";
import type { AddressKind } from "@/lib/addresses/former-slugs";
import type { Actor } from "@/lib/auth/actor";

/** Leads on from an address that a record had before it was renamed (R30); does nothing where there was none. */
export async function leadOn(actor: Actor, kind: AddressKind, slug: string, locale: string): Promise<void> {
  const today = await findNewSlug(actor, kind, slug);
  if (today && today !== slug) redirect(`/${locale}/desk/${kind}s/${today}`);
}

/** The one value of a parameter of the address; null where it is blank or there are several. */
export function asked(value: string | string[] | undefined): string | null {
  return typeof value === "string" && value.trim() !== "" ? value.trim() : null;
}

const ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** As `asked`, of a record's id; null where it is none. */
export function askedId(value: string | string[] | undefined): string | null {
  const id = asked(value);
  return id && ID.test(id) ? id : null;
}
