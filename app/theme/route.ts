import { readTheme, THEME_COOKIE } from "@/app/_components/ui/theme";
import { DEFAULT_LOCALE } from "@/lib/format/messages";

const YEAR_SECONDS = 365 * 24 * 3600;

/** Keeps the reader's choice of colours and leads back to the page that it was made on. */
export async function POST(request: Request): Promise<Response> {
  const form = await request.formData().catch(() => null);
  if (!form) return new Response("Send the choice as a form.\n", { status: 400 });
  const theme = readTheme(form.get("theme"));
  const kept = theme === "system" ? "Max-Age=0" : `Max-Age=${YEAR_SECONDS}`;
  return new Response(null, {
    status: 303,
    headers: {
      Location: pageBefore(request),
      "Set-Cookie": `${THEME_COOKIE}=${theme}; Path=/; ${kept}; SameSite=Lax`,
      "Cache-Control": "private, no-store",
    },
  });
}

// Only the path of the page before is used, so that this can never lead off the site.
function pageBefore(request: Request): string {
  const referrer = request.headers.get("referer");
  if (!referrer || !URL.canParse(referrer)) return `/${DEFAULT_LOCALE}`;
  const { pathname, search } = new URL(referrer);
  return pathname.startsWith("//") ? `/${DEFAULT_LOCALE}` : pathname + search;
}
