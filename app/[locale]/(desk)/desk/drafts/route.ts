import { currentActor, requireActor } from "@/app/_desk/actor";
import { attempt } from "@/app/_desk/submit";
import { isLogged } from "@/lib/claims/is-logged";
import { discardDraft, keepDraft } from "@/lib/drafts/keep-draft";
import type { KeepDraft } from "@/lib/drafts/schema";

const headers = { "Cache-Control": "private, no-store" };

/** Tells whether a form that this browser kept was sent after all: { isLogged }. */
export async function GET(request: Request): Promise<Response> {
  const actor = await currentActor();
  if (!actor) return Response.json({ error: "signed_out" }, { status: 401, headers });
  const submission = new URL(request.url).searchParams.get("submission") ?? "";
  return Response.json({ isLogged: await isLogged(actor, submission) }, { headers });
}

/** Keeps a form as far as it was typed. */
export async function PUT(request: Request): Promise<Response> {
  return answer(async () =>
    keepDraft(await requireActor(), (await bodyOf(request)) as KeepDraft, new Date()),
  );
}

/** Throws a kept form away. */
export async function DELETE(request: Request): Promise<Response> {
  return answer(async () => discardDraft(await requireActor(), (await bodyOf(request)) as { id: string }));
}

const STATUS = { signed_out: 401, invalid: 422, refused: 409 } as Record<string, number>;

async function answer(work: () => Promise<void>): Promise<Response> {
  const done = await attempt(work, {});
  if (!done) return new Response(null, { status: 204, headers });
  return Response.json({ message: done.message }, { status: STATUS[done.outcome] ?? 409, headers });
}

function bodyOf(request: Request): Promise<unknown> {
  return request.json().catch(() => null);
}
