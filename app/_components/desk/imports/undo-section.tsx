import type { ReactNode } from "react";
import { translator } from "@/lib/format/messages";
import type { ImportView } from "@/lib/imports/view-types";

type Props = { view: ImportView /** The act, where it can be done. */; children: ReactNode; locale: string };

/** Whether an import can be taken back, and why not where it cannot. */
export function UndoSection({ view, children, locale }: Props) {
  const t = translator(locale);
  if (!view.canUndo && !view.whyNotUndo) return null;
  return (
    <section className="mt-10 grid gap-3">
      <h2 className="text-2xl border-b border-ink pb-1.5">{t("desk.imports.step.undo")}</h2>
      {children}
      {view.whyNotUndo ? <p className="measure-text">{view.whyNotUndo}</p> : null}
    </section>
  );
}
