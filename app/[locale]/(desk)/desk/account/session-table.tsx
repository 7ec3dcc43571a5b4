import type { FieldTexts } from "@/app/_components/desk/field-texts";
import { RowAct } from "@/app/_components/desk/row-act";
import { MomentText } from "@/app/_components/ui/moment-text";
import { StackedTable } from "@/app/_components/ui/stacked-table";
import { browserName } from "@/lib/format/browser-name";
import { translator } from "@/lib/format/messages";
import { endSessionAction } from "./actions";

type Session = { id: string; userAgent: string | null; createdAt: number; expiresAt: number };

type Props = { sessions: Session[]; ownId: string; locale: string; texts: FieldTexts };

/** Where a person is signed in, and the button that ends it there. */
export function SessionTable({ sessions, ownId, locale, texts }: Props) {
  const t = translator(locale);
  return (
    <StackedTable
      caption={t("desk.account.sessionsTitle")}
      columns={(["browser", "since", "until", "end"] as const).map((column) => t(`desk.account.${column}`))}
      rows={sessions.map(({ id, userAgent, createdAt, expiresAt }) => ({
        key: id,
        cells: [
          tellBrowser(userAgent, locale),
          <MomentText key="since" instant={createdAt} locale={locale} />,
          <MomentText key="until" instant={expiresAt} locale={locale} />,
          <EndButton
            key="end"
            id={id}
            browser={tellBrowser(userAgent, locale)}
            isOwn={id === ownId}
            locale={locale}
            texts={texts}
          />,
        ],
      }))}
    />
  );
}

type EndProps = { id: string; browser: string; isOwn: boolean; locale: string; texts: FieldTexts };

function EndButton({ id, browser, isOwn, locale, texts }: EndProps) {
  const t = translator(locale);
  if (isOwn) return <span className="font-semibold">{t("desk.account.thisOne")}</span>;
  return (
    <RowAct
      action={endSessionAction.bind(null, locale, id)}
      label={t("desk.account.end")}
      name={t("desk.account.endOf", { browser })}
      texts={texts}
    />
  );
}

function tellBrowser(userAgent: string | null, locale: string): string {
  const t = translator(locale);
  const { browser, system } = browserName(userAgent);
  if (browser && system) return t("desk.account.browserOn", { browser, system });
  return browser ?? system ?? t("desk.account.unknownBrowser");
}
