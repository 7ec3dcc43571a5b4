import { Conflict, Invalid } from "../errors";
import type { TestResult } from "../origins/independence";
import type { Figure } from "../quantity/quantity";
import type { Verification } from "../vocabulary";

/** R12: "corroborated" names the claim that corroborates, and no other status does. */
export function assertNamesCorroboration(
  status: Verification,
  corroboratingId: string | null,
  overrideReason: string | null,
): void {
  if (status === "corroborated" && corroboratingId === null)
    throw new Invalid({ corroboratingId: "Choose the claim of another origin that corroborates this one." });
  if (status !== "corroborated" && (corroboratingId !== null || overrideReason !== null))
    throw new Invalid({
      corroboratingId: "Only a corroborated claim names another: leave this and its reason empty.",
    });
}

/**
 * R12: both figures are published and stand, and every test passed, or the editor says why it is corroborated all the
 * same. Throws Invalid or Conflict otherwise.
 */
export function assertCorroborated(
  own: Figure | undefined,
  other: Figure | undefined,
  results: readonly TestResult[],
  overrideReason: string | null,
): void {
  if (!own || !other || own.id === other.id)
    throw new Invalid({ corroboratingId: "Choose another published figure of this event." });
  for (const { lifecycle, standing } of [own, other]) {
    if (lifecycle !== "current" || standing === "disowned")
      throw new Conflict(
        "One of these figures no longer stands: it can neither be corroborated nor corroborate.",
      );
  }
  if (other.verification === "refuted")
    throw new Conflict("An editor found the other figure to be wrong: it corroborates nothing.");
  const failed = results.filter(({ passed }) => !passed);
  if (failed.length > 0 && overrideReason === null) {
    const names = failed.map(({ test }) => test.replaceAll("_", " ")).join(", ");
    throw new Invalid({
      overrideReason: `These tests failed: ${names}. Say why it is corroborated all the same.`,
    });
  }
  if (failed.length === 0 && overrideReason !== null)
    throw new Invalid({ overrideReason: "Every test passed: leave this empty." });
}
