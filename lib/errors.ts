/** The closed list of expected failures. Each edge translates a code once; anything else crashes. */
export type ErrorCode = "not_found" | "forbidden" | "conflict" | "invalid";

/** An expected failure, whose message tells the person what to do next. Details go into `cause`. */
abstract class AppError extends Error {
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
