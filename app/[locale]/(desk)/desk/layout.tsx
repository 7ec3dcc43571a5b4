import type { Metadata } from "next";
import { DeskKeys, type KeyWords } from "@/app/_components/desk/desk-keys";
import { DeskNavigation, deskPlaces } from "@/app/_components/desk/desk-navigation";
import { fieldTexts } from "@/app/_components/desk/field-texts";
import { keysFor } from "@/app/_components/desk/keys";
import { Missing } from "@/app/_components/ui/missing";
import { pageActor } from "@/app/_desk/actor";
import { can } from "@/lib/auth/authorise";
import { isLocale, translator } from "@/lib/format/messages";
import type { Role } from "@/lib/vocabulary";

export const metadata: Metadata = { robots: { index: false } };

/** What signed-in people do. Each page asks for itself who is signed in: a layout is no guard. */
export default async function DeskLayout({ children, params }: LayoutProps<"/[locale]/desk">) {
  const { locale } = await params;
  if (!isLocale(locale)) return <Missing locale={locale} />;
  const actor = await pageActor(locale);
  return (
    <>
      <DeskNavigation locale={locale} name={actor.name} role={actor.role} />
      {children}
      <DeskKeys locale={locale} words={keyWords(locale, actor.role)} texts={fieldTexts(locale)} />
    </>
  );
}

function keyWords(locale: string, role: Role): KeyWords {
  const t = translator(locale);
  return {
    title: t("desk.keys.title"),
    rows: keysFor(can(role, "queue:read")).map(({ code, keys }) => ({ keys, does: t(`desk.keys.${code}`) })),
    single: t("desk.keys.single"),
    palette: t("desk.keys.paletteTitle"),
    paletteEvent: t("desk.keys.paletteEvent"),
    places: deskPlaces(locale, role),
  };
}
