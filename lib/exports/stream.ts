/** Who reads nothing for so long has gone, and holds nobody up. */
const STALLED_MS = 60_000;

/**
 * Chunks as the body of an answer, each made only when the one before it was taken. Ends the connection where a chunk
 * cannot be made, so that nobody takes a part for the whole; makes no more once the client has gone, or has read
 * nothing for a minute. `onEnd` is called once, however it ends.
 */
export function streamOf(
  chunks: AsyncIterator<string | Uint8Array>,
  onEnd: () => void,
  stalledMs = STALLED_MS,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let stalled: NodeJS.Timeout | undefined;
  const finish = () => {
    clearTimeout(stalled);
    onEnd();
  };
  const watch = (controller: ReadableStreamDefaultController<Uint8Array>) => {
    stalled = setTimeout(() => {
      controller.error(new Error("Nobody read this download."));
      finish();
      chunks.return?.().catch(() => {});
    }, stalledMs);
    stalled.unref();
  };
  return new ReadableStream<Uint8Array>(
    {
      start: watch,
      async pull(controller) {
        clearTimeout(stalled);
        try {
          const { done, value } = await chunks.next();
          if (done) {
            finish();
            controller.close();
            return;
          }
          controller.enqueue(typeof value === "string" ? encoder.encode(value) : value);
          watch(controller);
        } catch (error) {
          finish();
          throw error;
        }
      },
      async cancel() {
        finish();
        await chunks.return?.();
      },
    },
    { highWaterMark: 0 },
  );
}
