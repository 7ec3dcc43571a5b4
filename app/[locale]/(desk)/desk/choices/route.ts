import { currentActor } from "@/app/_desk/actor";
import { choiceInWords } from "@/app/_desk/choice-in-words";
import { Invalid } from "@/lib/errors";
import { findChoices } from "@/lib/search/choices";
import type { FindChoices } from "@/lib/search/schema";

const HEADERS = { "Cache-Control": "private, no-store" };

/** What a combobox of the desk offers for what was typed into it. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ locale: string }> },
): Promise<Response> {
  const { locale } = await params;
  const actor = await currentActor();
  if (!actor) return Response.json({ error: "signed_out" }, { status: 401, headers: HEADERS });
  const asked = new URL(request.url).searchParams;
  const input = {
    kind: asked.get("kind") as FindChoices["kind"],
    q: asked.get("q") ?? "",
    eventId: asked.get("event") || null,
  };
  try {
    const choices = await findChoices(actor, input);
    return Response.json(
      { choices: choices.map((choice) => choiceInWords(choice, locale)) },
      { headers: HEADERS },
    );
  } catch (error) {
    if (!(error instanceof Invalid)) throw error;
    return Response.json({ error: error.message }, { status: 400, headers: HEADERS });
  }
}
