import { Breadcrumb, type Crumb } from "@/app/_components/ui/breadcrumb";
import { PageTitle } from "@/app/_components/ui/page-title";
import { translator } from "@/lib/format/messages";
import type { FormState } from "@/lib/forms/form-state";
import type { MergedKind } from "@/lib/merges/schema";
import type { MergePreview as Preview } from "@/lib/merges/types";
import { DeskAct } from "../desk-act";
import { fieldTexts } from "../field-texts";
import { IntoForm } from "./into-form";
import { MergePreview } from "./merge-preview";

type Props = {
  kind: MergedKind;
  name: string;
  /** Once the record that stays was chosen. */
  preview: Preview | null;
  /** Merges the two as they were read for the preview. */
  action: ((state: FormState, form: FormData) => Promise<FormState>) | null;
  eventId?: string | null;
  crumbs: Crumb[];
  locale: string;
};

/** The way of a merge: which record stays, what moves and is touched, why, and only then the button. */
export function MergePage({ kind, name, preview, action, eventId = null, crumbs, locale }: Props) {
  const t = translator(locale);
  const texts = fieldTexts(locale);
  const into = preview?.into ?? null;
  return (
    <>
      <Breadcrumb crumbs={crumbs} locale={locale} />
      <PageTitle title={t("desk.merge.title", { name })}>
        <p className="measure-text">{t("desk.merge.lead")}</p>
      </PageTitle>
      <IntoForm
        kind={kind}
        label={t(`desk.merge.into.${kind}`)}
        submit={t("desk.merge.look")}
        initial={into && { id: into.id, label: into.name }}
        eventId={eventId}
        locale={locale}
        texts={texts}
      />
      {preview && into ? (
        <section className="mt-10">
          <h2 className="text-2xl mb-3">{t("desk.merge.preview")}</h2>
          <p className="mb-3">
            <span className="text-muted">{t("desk.merge.from")}:</span> <bdi>{preview.from.name}</bdi>
            <br />
            <span className="text-muted">{t("desk.merge.stays")}:</span> <bdi>{into.name}</bdi>
          </p>
          <MergePreview preview={preview} cannot={t("desk.merge.cannot")} locale={locale} />
          {action && preview.problems.length === 0 ? (
            <div className="mt-6">
              <DeskAct
                id="merge"
                action={action}
                fields={[
                  {
                    kind: "text",
                    name: "reason",
                    label: t("desk.merge.reason"),
                    hint: t("desk.merge.reasonHint"),
                    required: true,
                  },
                ]}
                submit={t("desk.merge.confirm")}
                texts={texts}
              />
            </div>
          ) : null}
        </section>
      ) : null}
    </>
  );
}
