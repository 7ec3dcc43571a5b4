import type { ReactNode } from "react";

/** The title of a page, what kind of page it is above it, and a line of facts below. */
export function PageTitle({
  title,
  kicker,
  children,
}: {
  title: ReactNode;
  kicker?: ReactNode;
  children?: ReactNode;
}) {
  return (
    <div className="pt-10 pb-6">
      {kicker ? <p className="small text-muted mb-1">{kicker}</p> : null}
      <h1 className="text-[2rem] sm:text-[2.625rem] tracking-[-0.012em] leading-[1.1] max-w-[22em]">
        {title}
      </h1>
      {children ? <div className="text-muted mt-3">{children}</div> : null}
    </div>
  );
}
