import { translator } from "@/lib/format/messages";
import type { ChartChoice } from "../figures/chart-model";
import type { AsOfView } from "./as-of-bar";
import { AS_OF } from "./as-of-href";

type Props = {
  view: Pick<AsOfView, "asked" | "moment" | "moments">;
  choice: ChartChoice;
  path: string;
  locale: string;
};

/** Any day, or any minute, that a reader types. What is not understood is kept as it was typed, and says so. */
export function AsOfForm({ view: { asked, moment, moments }, choice, path, locale }: Props) {
  const t = translator(locale);
  const day = (moments[0]?.text ?? "").slice(0, 10);
  const isWrong = asked !== "" && moment === null;
  const isDay = asked === "" || moment?.isDay === true;
  return (
    <form action={`${path}#${AS_OF}`} className="grid gap-1">
      {choice.scale ? <input type="hidden" name="scale" value={choice.scale} /> : null}
      {choice.withAnonymous ? <input type="hidden" name="anonymous" value="1" /> : null}
      {choice.relations ? <input type="hidden" name="relations" value={choice.relations} /> : null}
      <label htmlFor="as-of-field" className="small text-muted">
        {t("asOf.field")}
      </label>
      <div className="flex flex-wrap gap-2">
        <input
          id="as-of-field"
          name="asOf"
          type={isDay ? "date" : "text"}
          defaultValue={asked}
          maxLength={40}
          aria-describedby={isWrong ? "as-of-problem as-of-hint" : "as-of-hint"}
          aria-invalid={isWrong || undefined}
        />
        <button type="submit">{t("asOf.submit")}</button>
      </div>
      {isWrong ? (
        <p id="as-of-problem" className="text-flag">
          {t("asOf.problem", { day })}
        </p>
      ) : null}
      <p id="as-of-hint" className="small text-muted">
        {t("asOf.hint", { day })}
      </p>
    </form>
  );
}
