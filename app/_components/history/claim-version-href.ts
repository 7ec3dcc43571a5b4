import type { ClaimPage } from "@/lib/claims/types";
import { claimHref } from "../figures/figure-name";

/** The permanent address of one version of a claim. */
export function versionHref(locale: string, publicId: string, version: number): string {
  return `${claimHref(locale, publicId)}/v/${version}`;
}

/** The version that was published: those before it were never public (R34). */
export function firstPublicVersion({ history, version }: Pick<ClaimPage, "history" | "version">): number {
  return history.find(({ action }) => action === "claim.published")?.version ?? version;
}
