import type { Metadata } from "next";
import { fieldTexts } from "@/app/_components/desk/field-texts";
import { ImportList } from "@/app/_components/desk/imports/import-list";
import { UploadForm } from "@/app/_components/desk/imports/upload-form";
import { EmptyState } from "@/app/_components/ui/empty-state";
import { Missing } from "@/app/_components/ui/missing";
import { PageTitle } from "@/app/_components/ui/page-title";
import { Pager } from "@/app/_components/ui/pager";
import { pageActor } from "@/app/_desk/actor";
import { asked } from "@/app/_desk/record-page";
import { isLocale, translator } from "@/lib/format/messages";
import { listImports } from "@/lib/imports/desk-imports";
import { PROBLEM_CODES } from "@/lib/imports/problems";

type Props = PageProps<"/[locale]/desk/imports">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator((await params).locale)("desk.imports.title") };
}

/** Where a file is uploaded, and what was imported before. */
export default async function ImportsPage({ params, searchParams }: Props) {
  const { locale } = await params;
  if (!isLocale(locale)) return <Missing locale={locale} />;
  const actor = await pageActor(locale);
  const { after, refused } = await searchParams;
  const cursor = asked(after);
  const { imports, next } = await listImports(actor, cursor);
  const t = translator(locale);
  const page = `/${locale}/desk/imports`;
  return (
    <>
      <PageTitle title={t("desk.imports.title")}>
        <p className="measure-text">{t("desk.imports.lead")}</p>
        <p className="mt-2">
          <a href={`${page}/format`}>{t("desk.imports.toFormat")}</a>
        </p>
      </PageTitle>
      <section>
        <h2 className="text-2xl mb-3">{t("desk.imports.upload.title")}</h2>
        <UploadForm
          address={`${page}/upload`}
          refusal={refusalIn(locale, asked(refused))}
          words={{
            label: t("desk.imports.upload.label"),
            hint: t("desk.imports.upload.hint"),
            submit: t("desk.imports.upload.submit"),
            noFile: t("desk.imports.upload.noFile"),
            sending: t("desk.imports.upload.sending", { percent: "{percent}" }),
            reading: t("desk.imports.upload.reading"),
            broken: t("desk.imports.upload.broken"),
          }}
          texts={fieldTexts(locale)}
        />
        <noscript>
          <p className="small text-muted mt-3 measure-text">{t("desk.imports.upload.noScript")}</p>
        </noscript>
      </section>
      <section className="mt-12">
        <h2 className="text-2xl mb-3">{t("desk.imports.list.title")}</h2>
        {imports.length === 0 ? (
          <EmptyState title={t("desk.imports.list.none")}>{t("desk.imports.list.noneWhy")}</EmptyState>
        ) : (
          <ImportList imports={imports} locale={locale} />
        )}
        <Pager
          previous={cursor === null ? null : page}
          next={next && `${page}?after=${encodeURIComponent(next)}`}
          locale={locale}
        />
      </section>
    </>
  );
}

/** Why a file was not taken that came without scripts, by the code that its route leads back with. */
function refusalIn(locale: string, code: string | null): string | null {
  const t = translator(locale);
  if (code === "none") return t("desk.imports.upload.noFile");
  if (code === "large") return t("desk.imports.upload.noScript");
  if (code === "refused") return t("desk.imports.upload.refused");
  const problem = PROBLEM_CODES.find((known) => known === code);
  if (!problem) return null;
  const nothing = { value: "", detail: "" };
  const [message, suggestion] = (["message", "suggestion"] as const).map((part) =>
    t(`imports.problem.${problem}.${part}`, nothing),
  );
  return `${message} ${suggestion}`;
}
