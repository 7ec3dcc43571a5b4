import { translator } from "@/lib/format/messages";

/** What readers ask first, and where the method says more: the anchor on its page. */
const QUESTIONS = {
  true: "never",
  minimum: "rules",
  words: "words",
  contested: "states",
  origins: "rules",
  changed: "rules",
} as const;

export function GuideQuestions({ locale }: { locale: string }) {
  const t = translator(locale);
  const names = Object.keys(QUESTIONS) as (keyof typeof QUESTIONS)[];
  return (
    <section className="mt-14">
      <h2 className="text-2xl">{t("guide.questions.title")}</h2>
      <dl className="mt-2 grid gap-x-12 sm:grid-cols-2">
        {names.map((name) => (
          <div key={name} className="border-t border-rule py-4">
            <dt className="font-semibold">{t(`guide.questions.${name}.question`)}</dt>
            <dd className="mt-1 text-muted">
              {t(`guide.questions.${name}.answer`)}{" "}
              <a href={`/${locale}/method#${QUESTIONS[name]}`}>{t("guide.questions.more")}</a>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
