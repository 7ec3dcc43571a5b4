import type { ReactNode } from "react";

/** What must be read before the figures of a frame. */
export function EmbedBox({ title, children }: { title: ReactNode; children: ReactNode }) {
  return (
    <section className="mt-4 border-s-3 border-flag bg-panel px-4 py-3 small">
      <h2 className="text-base mb-1">{title}</h2>
      {children}
    </section>
  );
}
