import { setCookies } from "@/app/_desk/cookies";
import { signOut } from "@/lib/auth/sessions";

/** Ends the session of this browser. */
export async function POST(
  request: Request,
  { params }: RouteContext<"/[locale]/sign-out">,
): Promise<Response> {
  const { locale } = await params;
  await setCookies(await signOut(request.headers));
  return new Response(null, {
    status: 303,
    headers: {
      Location: `/${encodeURIComponent(locale)}/sign-in`,
      "Cache-Control": "private, no-store",
      // What the desk kept in this browser is for who was signed in.
      "Clear-Site-Data": '"storage"',
    },
  });
}
