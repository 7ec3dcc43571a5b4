import { AsyncLocalStorage } from "node:async_hooks";

/** What a page says of the answer that it is rendered into, for the front to act on when it sends it. */
export type Answer = {
  status: 403 | 404 | 429 | null;
  isForReading: boolean;
  /** Whether it failed because the database cannot be reached just now. */
  isAway?: boolean;
  /** Of a 429: when it may be tried again. */
  retryAfterSeconds?: number;
  /** Of a 429: which limit it was, for programs and for the front. */
  limitHeaders?: Readonly<Record<string, string>>;
  /** In bytes, of a body that is sent as it is. */
  length?: number;
  /** HTML that was written past the framework; each has a place of its own in what the framework writes. */
  printed?: Buffer[];
  /** Writes a tree of components as HTML: the framework keeps React's own writer from its pages, so the server gives it. */
  print?: (tree: never) => string;
};

// The front and the pages are bundled apart, so what they share hangs on globalThis.
const kept = globalThis as { counterclaimAnswers?: AsyncLocalStorage<Answer> };
kept.counterclaimAnswers ??= new AsyncLocalStorage<Answer>();
const answers = kept.counterclaimAnswers;

/** Renders one answer; what its page says of it is found in `answer` when the headers are written. */
export function renderInto<T>(answer: Answer, render: () => Promise<T>): Promise<T> {
  return answers.run(answer, render);
}

/**
 * Says, while a page is rendered, that there is nothing at its address: the answer becomes a 404. Next's own
 * notFound() makes a page that is blank until its scripts have run.
 */
export function markMissing(): void {
  current().status = 404;
}

/** Says, while a page is rendered, that who asked may not see it: the answer becomes a 403. */
export function markForbidden(): void {
  current().status = 403;
}

/** Says, while something is answered, that it was asked for too often: the answer becomes a 429, with when to come back. */
export function markTooOften(
  retryAfterSeconds: number,
  limitHeaders: Readonly<Record<string, string>> = {},
): void {
  Object.assign(current(), { status: 429, retryAfterSeconds, limitHeaders } satisfies Partial<Answer>);
}

/** Says that a page failed because the database cannot be reached just now: the answer becomes a 503. */
export function markAway(): void {
  const answer = answers.getStore();
  if (answer) answer.isAway = true;
}

/** Says that a page is whole as it is sent: the framework's scripts are left out of it. */
export function markForReading(): void {
  current().isForReading = true;
}

/** Says how many bytes a download has: the framework leaves the header out, whatever its route says. */
export function markLength(length: number): void {
  current().length = length;
}

/**
 * Writes a tree of components past the framework, and gives the id of the `<template>` that holds its place in the page;
 * null where the page is not sent as it is, and the framework must write all of it.
 */
export function holdPrinted(tree: unknown): string | null {
  const answer = current();
  if (!answer.isForReading || !answer.print) return null;
  answer.printed ??= [];
  // As bytes at once: until it is sent, the many strings that it was put together from would be held.
  return `printed-${answer.printed.push(Buffer.from(answer.print(tree as never), "utf8")) - 1}`;
}

function current(): Answer {
  const answer = answers.getStore();
  if (!answer)
    throw new Error("A page was rendered without the server in front of it, which finishes the answer.");
  return answer;
}
