import { Breadcrumb, type Crumb } from "@/app/_components/ui/breadcrumb";
import { PageTitle } from "@/app/_components/ui/page-title";
import { translator } from "@/lib/format/messages";
import type { FormState, Typed } from "@/lib/forms/form-state";
import { fieldTexts } from "../field-texts";
import { ZoneList } from "../zone-field";
import { type MakeKind, makeWords } from "./make-words";
import { RecordForm } from "./record-form";

type Props = {
  kind: MakeKind;
  action: (state: FormState, form: FormData) => Promise<FormState>;
  /** What the address of the page fills in, such as a name that was looked for in vain. */
  initial?: Typed;
  eventId?: string;
  crumbs: Crumb[];
  locale: string;
};

/** The page on which a record is made. */
export function NewRecord({ kind, action, initial = {}, eventId, crumbs, locale }: Props) {
  const t = translator(locale);
  return (
    <>
      <Breadcrumb crumbs={crumbs} locale={locale} />
      <PageTitle title={t(`desk.${kind}.new`)} />
      <ZoneList />
      <RecordForm
        kind={kind}
        action={action}
        initial={initial}
        eventId={eventId}
        locale={locale}
        words={makeWords(locale)}
        texts={fieldTexts(locale)}
      />
    </>
  );
}
