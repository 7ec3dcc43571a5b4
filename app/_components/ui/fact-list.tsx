import clsx from "clsx";
import type { ReactNode } from "react";

/** Facts of a record: a name and what is known under it. */
export function FactList({ children }: { children: ReactNode }) {
  return <dl className="@container border-t border-rule">{children}</dl>;
}

/** One fact, its name beside it where there is room. What is not known is said so, in grey. */
export function Fact({
  label,
  isMissing = false,
  children,
}: {
  label: string;
  isMissing?: boolean;
  children: ReactNode;
}) {
  return (
    <div className="border-b border-rule py-2 grid gap-x-4 @2xs:grid-cols-[7rem_minmax(0,1fr)] @lg:grid-cols-[10rem_minmax(0,1fr)]">
      <dt className="small text-muted @2xs:pt-0.5">{label}</dt>
      <dd className={clsx("min-w-0", isMissing && "text-muted")}>{children}</dd>
    </div>
  );
}
