import { Fact, FactList } from "@/app/_components/ui/fact-list";
import { translator } from "@/lib/format/messages";
import type { MergePreview as Preview } from "@/lib/merges/types";

type Props = { preview: Preview; cannot: string; locale: string };

/** What a merge or split would move and touch, and what stands in its way: told before anything is asked. */
export function MergePreview({ preview: { moves, events, problems }, cannot, locale }: Props) {
  const t = translator(locale);
  return (
    <div className="measure-text">
      {problems.length > 0 ? (
        <div className="my-5 border-2 border-flag bg-panel px-4 py-3">
          <h3 className="font-sans text-base">{t("desk.merge.problems")}</h3>
          <ul className="mt-1 list-disc ps-5">
            {problems.map((problem) => (
              <li key={problem}>{problem}</li>
            ))}
          </ul>
          <p className="mt-2">{cannot}</p>
        </div>
      ) : null}
      {moves.length === 0 ? <p>{t("desk.merge.nothing")}</p> : null}
      <FactList>
        {moves.map(({ what, count, names }) => (
          <Fact key={what} label={t(`desk.merge.moves.${what}`, { count })}>
            {names.map((name, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two records can have one name
              <bdi key={at} className="[&+&]:before:content-[',_']">
                {name}
              </bdi>
            ))}
            {names.length > 0 && count > names.length ? (
              <span className="text-muted"> {t("desk.merge.andMore", { count: count - names.length })}</span>
            ) : null}
          </Fact>
        ))}
        {events.length > 0 ? (
          <Fact label={t("desk.merge.events")}>
            <ul>
              {events.map(({ slug, title, isPublic }) => (
                <li key={slug}>
                  <a href={`/${locale}/desk/events/${slug}`}>
                    <bdi>{title}</bdi>
                  </a>{" "}
                  <span className="small text-muted">
                    {t(isPublic ? "desk.merge.eventPublic" : "desk.merge.eventNotPublic")}
                  </span>
                </li>
              ))}
            </ul>
          </Fact>
        ) : null}
      </FactList>
    </div>
  );
}
