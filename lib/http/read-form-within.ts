/** What came of reading a form: its fields, or null where it is none or more than was allowed. */
type ReadForm = { form: FormData | null; isTooLarge: boolean };

/** Reads a form of at most so many bytes, and stops where there are more, whatever the request said of its length. */
export async function readFormWithin(request: Request, bytesMax: number): Promise<ReadForm> {
  let bytes = 0;
  const counted = request.body?.pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      transform(chunk, controller) {
        bytes += chunk.length;
        if (bytes > bytesMax) controller.error(new Error("This form is too large."));
        else controller.enqueue(chunk);
      },
    }),
  );
  const type = request.headers.get("content-type") ?? "";
  const form = await new Response(counted ?? null, { headers: { "Content-Type": type } })
    .formData()
    .catch(() => null);
  return { form, isTooLarge: bytes > bytesMax };
}
