import type { ClaimRef } from "@/lib/claims/types";
import { translator } from "@/lib/format/messages";
import { tellDate } from "../ui/date-text";

/** The one form of a page to which all boxes belong, wherever they stand. */
export const COMPARE_FORM = "compare-form";

type Ticked = Pick<ClaimRef, "publicId" | "raw" | "stated"> & { claimant: { name: string } };

/** A box to tick a figure for comparison. It is named by the figure, its claimant and its date. */
export function CompareTick({ claim, locale }: { claim: Ticked; locale: string }) {
  const { publicId, raw, claimant, stated } = claim;
  return (
    <input
      type="checkbox"
      name="claim"
      value={publicId}
      form={COMPARE_FORM}
      className="compare-box no-print"
      aria-label={translator(locale)("compare.tick.label", {
        figure: raw ?? "",
        claimant: claimant.name,
        date: tellDate(stated, locale),
      })}
    />
  );
}

/** Below a table with boxes: sends all that is ticked on the page to the comparison. */
export function CompareTicked({ locale }: { locale: string }) {
  return (
    <p className="no-print mt-3">
      <button type="submit" form={COMPARE_FORM} className="small">
        {translator(locale)("compare.tick.submit")}
      </button>
    </p>
  );
}
