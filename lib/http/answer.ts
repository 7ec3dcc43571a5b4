import { AsyncLocalStorage } from "node:async_hooks";

/**
 * What a page says of the answer that it is rendered into. Next's own notFound() makes a page that is blank until
 * its scripts have run; a page that says "missing" here is rendered whole, and the front gives it its status.
 */
export type Answer = { isMissing: boolean };

// The front and the pages are bundled apart, so what they share hangs on globalThis.
const kept = globalThis as { counterclaimAnswers?: AsyncLocalStorage<Answer> };
kept.counterclaimAnswers ??= new AsyncLocalStorage<Answer>();
const answers = kept.counterclaimAnswers;

/** Renders one answer; what its page says of it is found in `answer` when the headers are written. */
export function renderInto<T>(answer: Answer, render: () => Promise<T>): Promise<T> {
  return answers.run(answer, render);
}

/** Says, while a page is rendered, that there is nothing at its address: the answer becomes a 404. */
export function markMissing(): void {
  const answer = answers.getStore();
  if (!answer)
    throw new Error("A page was rendered without the server in front of it, which decides the status.");
  answer.isMissing = true;
}
