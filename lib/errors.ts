/** The closed list of expected failures. Each edge translates a code once; anything else crashes. */
export type ErrorCode =
  | "not_found"
  | "forbidden"
  | "conflict"
  | "invalid"
  | "signed_out"
  | "unreachable"
  | "too_often";

/** An expected failure, whose message tells the person what to do next. Details go into `cause`. */
export abstract class AppError extends Error {
  abstract readonly code: ErrorCode;
}

/** Not there, or not for this actor: the two are never told apart (R34). */
export class NotFound extends AppError {
  readonly code = "not_found";
  constructor(noun: string) {
    super(`There is no such ${noun}.`);
  }
}

/** The actor's role does not allow this. */
export class Forbidden extends AppError {
  readonly code = "forbidden";
}

/** Somebody else was first, or the record's state no longer allows this. */
export class Conflict extends AppError {
  readonly code = "conflict";
}

/** The record changed since the caller read it (R33): the edge shows what it holds now beside what was typed. */
export class StaleVersion extends Conflict {
  constructor(noun: string) {
    super(`Somebody changed this ${noun} after you opened it: look again.`);
  }
}

/** A claim on file that may be the same as the one being logged (R28). */
export type Question = { kind: "duplicate_of"; claimId: string; publicId: string };

/** Only a person can tell: the same input goes through once it carries an answer to each question (R28). */
export class NeedsAnswer extends Conflict {
  constructor(readonly questions: readonly Question[]) {
    const claims = questions.map(({ publicId }) => publicId).join(", ");
    super(`This may be logged already: say whether it is the same as claim ${claims}.`);
  }
}

/** The input breaks a rule. `fields` says where: a path such as "quantity.low" to a sentence. */
export class Invalid extends AppError {
  readonly code = "invalid";
  constructor(
    readonly fields: Record<string, string>,
    options?: ErrorOptions,
  ) {
    super(Object.values(fields).join(" "), options);
  }
}

/** Nobody is signed in, or no longer. What was typed stays where it is until somebody is. */
export class SignedOut extends AppError {
  readonly code = "signed_out";
  constructor() {
    super(
      "You are no longer signed in. Sign in in another tab, then save again: nothing that you typed is lost.",
    );
  }
}

/** More of this was asked for than one account may have in a minute. */
export class TooOften extends AppError {
  readonly code = "too_often";
  constructor(readonly retryAfterSeconds: number) {
    super(
      `Too much was sent from this account just now. What you typed stands below: save it again in ${retryAfterSeconds} seconds.`,
    );
  }
}

/** The database cannot be reached for the moment. Whether the last thing that it was told was done is not known. */
export class Unreachable extends AppError {
  readonly code = "unreachable";
  constructor(options?: ErrorOptions) {
    super(
      "The database cannot be reached just now. What you typed stands below: save it again in a few seconds.",
      options,
    );
  }
}
