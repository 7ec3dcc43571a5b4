import type { ReactNode } from "react";
import { holdPrinted } from "@/lib/http/answer";

/**
 * What stands in it is written into the page past the framework, which would send the whole of it through twice: as data
 * for scripts that a page for reading leaves out, and from there to HTML. Of components that are not async.
 */
export function Printed({ children }: { children: ReactNode }) {
  const id = holdPrinted(children);
  return id === null ? children : <template id={id} />;
}
