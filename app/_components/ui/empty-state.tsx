import type { ReactNode } from "react";

/** Said where a list has nothing to show: what is missing, and what to do about it. */
export function EmptyState({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className="border-t border-b border-rule py-10 my-6">
      <p className="font-serif text-xl">{title}</p>
      {children ? <div className="text-muted mt-2">{children}</div> : null}
    </div>
  );
}
