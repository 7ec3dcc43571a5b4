import type { CompareExample } from "@/lib/compare/examples";
import { compareHref } from "@/lib/compare/schema";
import { translator } from "@/lib/format/messages";
import { FigureRefs } from "../figures/figure-ref";
import { EmptyState } from "../ui/empty-state";

type Props = { examples: CompareExample[]; path: string; locale: string };

/** Where nothing is chosen: how to choose, and comparisons to begin with. */
export function CompareExamples({ examples, path, locale }: Props) {
  const t = translator(locale);
  return (
    <>
      <EmptyState title={t("compare.empty.title")}>
        {t.rich("compare.empty.how", { claims: (words) => <a href={`/${locale}/claims`}>{words}</a> })}
      </EmptyState>
      {examples.length > 0 ? (
        <section>
          <h2 className="text-xl">{t("compare.empty.examples")}</h2>
          <ul className="mt-3 grid gap-x-10 gap-y-6 sm:grid-cols-2 lg:grid-cols-3">
            {examples.map(({ event, claims }) => (
              <li key={event.slug} className="border-t border-rule pt-3">
                <h3 className="font-sans text-base">
                  <bdi>{event.title}</bdi>
                </h3>
                <div className="small my-1">
                  <FigureRefs claims={claims} locale={locale} />
                </div>
                <a
                  className="inline-block py-1"
                  href={compareHref(path, { claims: claims.map(({ publicId }) => publicId) })}
                >
                  {t("compare.empty.example", { count: claims.length })}
                  <span className="sr-only">, {event.title}</span>
                </a>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </>
  );
}
