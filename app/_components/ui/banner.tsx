import type { ReactNode } from "react";

/** What must be read before the rest of the page: a withdrawal, a correction, a merge. */
export function Banner({ title, children }: { title?: string; children: ReactNode }) {
  return (
    <aside className="my-5 bg-panel border-s-3 border-flag px-4 py-3 measure-text" aria-label={title}>
      {title ? <p className="font-semibold">{title}</p> : null}
      {children}
    </aside>
  );
}
