import { translator } from "../format/messages";

/**
 * A whole document, without scripts or styles that could be missing, for an answer that failed: because the database is
 * away, because too much was asked for (until so many seconds are over), or for a reason that is found by the id.
 */
export function failedPage(
  locale: string,
  requestId: string,
  why: "failed" | "away" | "tooMany",
  seconds = 0,
): string {
  const t = translator(locale);
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<title>${t(`errors.${why}.title`)} · ${t("site.name")}</title>
<link rel="stylesheet" href="/failed.css">
</head>
<body>
<main>
<h1>${t(`errors.${why}.title`)}</h1>
<p>${t(`errors.${why}.body`, { seconds })}</p>
<p>${t("errors.failed.reference")}: <code>${requestId}</code></p>
<p><a href="">${t("errors.failed.retry")}</a> <a href="/">${t("errors.failed.home")}</a></p>
</main>
</body>
</html>
`;
}
