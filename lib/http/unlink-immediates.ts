import { promisify } from "node:util";

type Linked = { _idlePrev: Linked | null; _idleNext: Linked | null };

/**
 * Node 20 leaves what has run by setImmediate linked to what ran right before and after it, which is often another
 * request's; and each holds all that its request had in memory. Whatever is kept of one request, such as an error with the
 * stack that it was made on, would hold every request since. So what has run is let go of here. Imported before the
 * framework, which takes the function as it finds it.
 */
const native = globalThis.setImmediate;

function setImmediateUnlinked<Args extends unknown[]>(callback: (...args: Args) => void, ...args: Args) {
  const immediate: NodeJS.Immediate = native(
    (...given: Args) => {
      unlink(immediate as unknown as Linked);
      callback(...given);
    },
    ...args,
  );
  return immediate;
}

/** What ran before is done; what runs next is still to be found. */
function unlink(immediate: Linked): void {
  const before = immediate._idlePrev;
  if (!before) return;
  before._idleNext = null;
  immediate._idlePrev = null;
}

globalThis.setImmediate = Object.assign(setImmediateUnlinked, {
  __promisify__: native.__promisify__,
  [promisify.custom]: native[promisify.custom as never],
}) as typeof setImmediate;
