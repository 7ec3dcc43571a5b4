import type { Metadata } from "next";
import { ConfirmedAct } from "@/app/_components/desk/confirmed-act";
import { DeskAct } from "@/app/_components/desk/desk-act";
import { DoneMessage } from "@/app/_components/desk/done-message";
import { fieldTexts } from "@/app/_components/desk/field-texts";
import { CountsTable } from "@/app/_components/desk/imports/counts-table";
import { ImportFacts } from "@/app/_components/desk/imports/import-facts";
import { ImportProgress } from "@/app/_components/desk/imports/import-progress";
import { importWords } from "@/app/_components/desk/imports/import-words";
import { MappingSection } from "@/app/_components/desk/imports/mapping-section";
import { ProblemSection } from "@/app/_components/desk/imports/problem-section";
import { isMoving, progressOf } from "@/app/_components/desk/imports/progress-of";
import { ReadingSection } from "@/app/_components/desk/imports/reading-section";
import { UndoSection } from "@/app/_components/desk/imports/undo-section";
import { Banner } from "@/app/_components/ui/banner";
import { Breadcrumb } from "@/app/_components/ui/breadcrumb";
import { Missing, missingMetadata } from "@/app/_components/ui/missing";
import { PageTitle } from "@/app/_components/ui/page-title";
import { pageActor } from "@/app/_desk/actor";
import { asked } from "@/app/_desk/record-page";
import { isLocale, translator } from "@/lib/format/messages";
import { describeReading } from "@/lib/imports/describe-reading";
import { findImport, listMappings, listProblems } from "@/lib/imports/desk-imports";
import { mapRow } from "@/lib/imports/mapping/map-row";
import { READY_MAPPINGS } from "@/lib/imports/ready-mappings";
import {
  buildMappingAction,
  changeReadingAction,
  checkAction,
  runAction,
  saveMappingAction,
  stopAction,
  takeMappingAction,
  undoAction,
  writeMappingAction,
} from "../actions";

type Props = PageProps<"/[locale]/desk/imports/[publicId]">;

/** So many rows tell the columns of JSON, of which so many are shown. */
const ROWS_READ = 200;
const ROWS_SHOWN = 10;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  return isLocale(locale) ? { title: translator(locale)("desk.imports.oneTitle") } : missingMetadata(locale);
}

/** One import: how its file is read, what its columns are, what a dry run found, and what was made of it. */
export default async function ImportPage({ params, searchParams }: Props) {
  const { locale, publicId } = await params;
  if (!isLocale(locale)) return <Missing locale={locale} />;
  const actor = await pageActor(locale);
  const view = await findImport(actor, publicId);
  if (!view) return <Missing locale={locale} />;
  const { done, after } = await searchParams;
  const behind = Number(asked(after) ?? 0) || 0;
  const isMine = view.uploadedBy.id === actor.id;
  const isOpen = view.hasFile && view.begunAt === null && !isMoving(view);
  const [described, { problems, next }, saved] = await Promise.all([
    isOpen ? describeReading(actor, publicId, ROWS_READ) : null,
    listProblems(actor, publicId, behind),
    listMappings(actor),
  ]);

  const t = translator(locale);
  const page = `/${locale}/desk/imports/${publicId}`;
  const [texts, words, which] = [fieldTexts(locale), importWords(locale), { locale, publicId }];
  const { mapping, counts, state, version } = view;
  const wanted = counts.new + counts.changed;
  const shown = described && { ...described, rows: described.rows.slice(0, ROWS_SHOWN) };
  const columns = described?.columns ?? [];
  const isOver = view.begunAt !== null && !isMoving(view);
  const hasCounts = isOver || state === "checked";
  return (
    <>
      <Breadcrumb
        crumbs={[{ label: t("desk.imports.title"), href: `/${locale}/desk/imports` }]}
        locale={locale}
      />
      <PageTitle
        title={<bdi className="wrap-anywhere">{view.fileName}</bdi>}
        kicker={t("desk.imports.oneTitle")}
      />
      <DoneMessage text={doneWords(asked(done), locale)} />
      {view.failure ? (
        <Banner title={t("desk.imports.failed")}>
          <p>{view.failure}</p>
        </Banner>
      ) : null}
      <ImportFacts view={view} locale={locale} />

      {isMoving(view) ? (
        <Section title={t("desk.imports.progress.title")}>
          <ImportProgress
            address={`${page}/progress`}
            initial={progressOf(view, locale)}
            label={t("desk.imports.progress.label")}
            lost={t("desk.imports.progress.lost")}
          />
          <noscript>
            <p>
              <a href={page}>{t("desk.imports.progress.look")}</a>
            </p>
          </noscript>
          {isMine && state !== "undoing" && !view.isStopping ? (
            <DeskAct
              id="stop"
              action={stopAction.bind(null, which)}
              submit={t("desk.imports.act.stop")}
              isQuiet
              texts={texts}
            />
          ) : null}
        </Section>
      ) : null}

      {isOpen && !isMine ? <p className="mt-8 measure-text">{t("desk.imports.notYours")}</p> : null}

      {shown ? (
        <Section title={t("desk.imports.step.file")}>
          <ReadingSection
            view={view}
            described={shown}
            columnCount={columns.length}
            action={isMine ? changeReadingAction.bind(null, which) : null}
            words={words}
            texts={texts}
            locale={locale}
          />
        </Section>
      ) : null}

      {isOpen && isMine && !described?.refusal ? (
        <Section title={t("desk.imports.step.mapping")}>
          <MappingSection
            view={view}
            columns={columns}
            mapped={
              mapping && shown
                ? shown.rows.map((row) => ({ number: row.number, ...mapRow(mapping, columns, row, 1) }))
                : []
            }
            saved={saved}
            ready={READY_MAPPINGS}
            actions={{
              take: takeMappingAction.bind(null, which),
              build: buildMappingAction.bind(null, which),
              write: writeMappingAction.bind(null, which),
              save: saveMappingAction.bind(
                null,
                which,
                Object.fromEntries(saved.map(({ name, version }) => [name, version])),
              ),
            }}
            words={words}
            texts={texts}
            locale={locale}
          />
        </Section>
      ) : null}

      {isOpen && isMine && mapping ? (
        <Section title={t("desk.imports.step.check")}>
          {state === "checked" ? null : <p className="measure-text">{t("desk.imports.checkLead")}</p>}
          <DeskAct
            id="check"
            action={checkAction.bind(null, which)}
            submit={t(state === "checked" ? "desk.imports.act.checkAgain" : "desk.imports.act.check")}
            version={version}
            isQuiet={state === "checked"}
            texts={texts}
          />
        </Section>
      ) : null}

      {hasCounts ? (
        <Section title={t(isOver ? "desk.imports.step.result" : "desk.imports.step.found")}>
          <CountsTable counts={counts} isDry={!isOver} locale={locale} />
          {isOver && state !== "undone" ? (
            <p>
              <a
                className="font-semibold inline-block py-1"
                href={`/${locale}/desk/claims?status=${view.isSubmitting ? "submitted" : "draft"}`}
              >
                {t(view.isSubmitting ? "desk.imports.toSubmitted" : "desk.imports.toDrafts")}
              </a>
            </p>
          ) : null}
        </Section>
      ) : null}

      {view.problemCount > 0 ? (
        <Section title={t("desk.imports.step.problems")}>
          <ProblemSection
            problems={problems}
            count={view.problemCount}
            page={page}
            behind={behind}
            next={next}
            locale={locale}
          />
        </Section>
      ) : null}

      {view.canRun ? (
        <Section title={t("desk.imports.step.run")}>
          {!isOver && wanted === 0 ? (
            <p className="measure-text">{t("desk.imports.nothingNew")}</p>
          ) : (
            <DeskAct
              id="run"
              action={runAction.bind(null, which)}
              submit={isOver ? t("desk.imports.act.goOn") : t("desk.imports.act.run", { count: wanted })}
              version={version}
              texts={texts}
            >
              <p>{t(view.isSubmitting ? "desk.imports.runSubmits" : "desk.imports.runDrafts")}</p>
            </DeskAct>
          )}
        </Section>
      ) : null}

      <UndoSection view={view} locale={locale}>
        {view.canUndo && view.undoes ? (
          <ConfirmedAct
            action={undoAction.bind(null, which)}
            summary={t("desk.imports.act.undo")}
            explanation={t("desk.imports.undoWill", view.undoes)}
            submit={t("desk.imports.act.undoNow")}
            version={version}
            texts={texts}
          />
        ) : null}
      </UndoSection>
    </>
  );
}

function Section({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <section className="mt-10 grid gap-5 min-w-0">
      <h2 className="text-2xl border-b border-ink pb-1.5">{title}</h2>
      {children}
    </section>
  );
}

const DONE = [
  "read",
  "mapped",
  "saved",
  "stopped",
  "checked",
  "done",
  "cancelled",
  "failed",
  "uploaded",
  "undone",
] as const;

function doneWords(done: string | null, locale: string): string | null {
  const [code] = done?.split(".", 1) ?? [];
  const known = DONE.find((one) => one === code);
  return known ? translator(locale)(`desk.imports.done.${known}`) : null;
}
