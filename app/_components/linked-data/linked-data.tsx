/** What a page is about, for programs (JSON-LD, schema.org). In data, "<" would end the script: it is escaped. */
export function LinkedData({ data }: { data: object }) {
  const json = JSON.stringify({ "@context": "https://schema.org", ...data }).replaceAll("<", "\\u003c");
  // biome-ignore lint/security/noDangerouslySetInnerHtml: it is data, which runs nowhere, and nothing in it can end it
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: json }} />;
}
