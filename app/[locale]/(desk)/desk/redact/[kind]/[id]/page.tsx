import type { Metadata } from "next";
import { z } from "zod";
import { DoneMessage } from "@/app/_components/desk/done-message";
import { fieldTexts } from "@/app/_components/desk/field-texts";
import { RedactFields } from "@/app/_components/desk/redact-fields";
import { Missing, missingMetadata } from "@/app/_components/ui/missing";
import { PageTitle } from "@/app/_components/ui/page-title";
import { Refused } from "@/app/_components/ui/refused";
import { pageActor } from "@/app/_desk/actor";
import { can } from "@/lib/auth/authorise";
import { isLocale, translator } from "@/lib/format/messages";
import { findRedactable } from "@/lib/redactions/desk-redactable";
import { REDACTABLE, type RedactableKind } from "@/lib/redactions/schema";

type Props = PageProps<"/[locale]/desk/redact/[kind]/[id]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  if (!isLocale(locale)) return missingMetadata(locale);
  return { title: translator(locale)("desk.redact.title") };
}

/** The fields of any record that can be redacted: an admin's page (R35). */
export default async function RedactPage({ params, searchParams }: Props) {
  const { locale, kind, id } = await params;
  if (!isLocale(locale)) return <Missing locale={locale} />;
  const actor = await pageActor(locale);
  const t = translator(locale);
  if (!can(actor.role, "field:redact")) return <Refused locale={locale} needed={t("desk.redact.needed")} />;
  const isKnown = Object.hasOwn(REDACTABLE, kind) && z.uuid().safeParse(id).success;
  const fields = isKnown ? await findRedactable(actor, kind as RedactableKind, id) : null;
  if (!fields) return <Missing locale={locale} />;

  const { done } = await searchParams;
  const record = t(`desk.redact.record.${kind as RedactableKind}`);
  return (
    <>
      <PageTitle title={t("desk.redact.titleOf", { record })}>
        <p className="measure-text">{t("desk.redact.lead")}</p>
      </PageTitle>
      <DoneMessage text={done === "redacted" ? t("desk.redact.done") : null} />
      <RedactFields
        subject={{ kind: kind as RedactableKind, id }}
        fields={fields}
        back={`redact/${kind}/${id}`}
        texts={fieldTexts(locale)}
        locale={locale}
      />
    </>
  );
}
