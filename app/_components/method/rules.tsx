import { formatLocaleOf, translator } from "@/lib/format/messages";
import { formatFigure } from "@/lib/format/numbers";
import { comparisonInterval } from "@/lib/quantity/interval";
import { INDEPENDENCE_TESTS } from "@/lib/vocabulary";

/** The rules in the order of their numbers, under the questions that they answer. */
const RULE_GROUPS = {
  quantity: [1, 2, 3, 4, 5, 6],
  summary: [7, 8, 9, 10, 11],
  independence: [12, 13, 14, 15, 16, 17],
  revision: [18, 19, 20, 21, 22, 23],
  correction: [24, 25, 26],
  duplicates: [27, 28, 29, 30],
  consistency: [31, 32, 33, 34, 35],
} as const;
type Group = keyof typeof RULE_GROUPS;
type RuleNumber = (typeof RULE_GROUPS)[Group][number];

const GROUPS = Object.keys(RULE_GROUPS) as Group[];

/** Every rule with its number as its address, so that it can be cited. */
export function Rules({ locale }: { locale: string }) {
  const t = translator(locale);
  return GROUPS.map((group) => (
    <section key={group} className="mt-8">
      <h3 className="text-xl border-b border-rule pb-2">{t(`method.rules.groups.${group}`)}</h3>
      {RULE_GROUPS[group].map((number) => (
        <Rule key={number} number={number} locale={locale} />
      ))}
    </section>
  ));
}

function Rule({ number, locale }: { number: RuleNumber; locale: string }) {
  const t = translator(locale);
  return (
    <section id={`r${number}`} className="mt-4 grid gap-x-4 grid-cols-[2.75rem_minmax(0,1fr)]">
      <a className="plain-link text-muted row-span-2" href={`#r${number}`}>
        {t("method.rules.number", { number })}
      </a>
      <h4 className="font-sans text-base leading-normal">{t(`method.rules.r${number}.title`)}</h4>
      <div className="measure-text">
        <p>{t(`method.rules.r${number}.text`, number === 6 ? exampleOfAbout(locale) : {})}</p>
        {number === 12 ? <Tests locale={locale} /> : null}
      </div>
    </section>
  );
}

/** What "about 400" covers in a comparison, as the rule itself works it out. */
function exampleOfAbout(locale: string): { about: string; low: string; high: string } {
  const about = 400;
  const quantity = {
    raw: "",
    qualifier: "about",
    low: about,
    high: about,
    central: null,
    reading: "stated",
  } as const;
  const covered = comparisonInterval({ quantity, basis: "unstated" });
  const told = (n: number | null | undefined) => formatFigure(n ?? about, formatLocaleOf(locale));
  return { about: told(about), low: told(covered?.low), high: told(covered?.high) };
}

function Tests({ locale }: { locale: string }) {
  const t = translator(locale);
  return (
    <ul className="mt-1 list-disc ps-5" aria-label={t("method.rules.tests")}>
      {INDEPENDENCE_TESTS.map((test) => (
        <li key={test}>
          {t("method.rules.test", {
            test: t(`independenceTest.${test}.label`),
            words: t(`method.rules.testWords.${test}`),
          })}
        </li>
      ))}
    </ul>
  );
}
