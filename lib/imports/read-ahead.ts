/** The same values, each asked for while the one before it is being worked on. */
export async function* readAhead<T>(values: AsyncGenerator<T>): AsyncGenerator<T> {
  try {
    for (let next = begin(values); ; ) {
      const { value, done } = await next;
      if (done) return;
      next = begin(values);
      yield value;
    }
  } finally {
    await values.return(undefined);
  }
}

function begin<T>(values: AsyncGenerator<T>): Promise<IteratorResult<T, unknown>> {
  const next = values.next();
  // Waited for, and then fails, in the next round.
  next.catch(() => {});
  return next;
}
