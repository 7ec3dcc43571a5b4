import { bibtexOf } from "./bibtex";
import type { Citation, CitationFormat } from "./citation";
import { cslOf } from "./csl";
import { risOf } from "./ris";
import { textOf } from "./text";
import { wikiOf } from "./wiki";

/** A citation in one of its formats; the locale is that of the sentence, the others have none. */
export function writeCitation(citation: Citation, format: CitationFormat, locale: string): string {
  switch (format) {
    case "txt":
      return textOf(citation, locale);
    case "bib":
      return bibtexOf(citation);
    case "ris":
      return risOf(citation);
    case "json":
      return cslOf(citation);
    case "wiki":
      return wikiOf(citation);
  }
}

const TYPES: Readonly<Record<CitationFormat, { media: string; ending: string }>> = {
  txt: { media: "text/plain; charset=utf-8", ending: "txt" },
  bib: { media: "application/x-bibtex; charset=utf-8", ending: "bib" },
  ris: { media: "application/x-research-info-systems; charset=utf-8", ending: "ris" },
  json: { media: "application/vnd.citationstyles.csl+json", ending: "json" },
  wiki: { media: "text/plain; charset=utf-8", ending: "wiki.txt" },
};

/** A citation as a file to keep, named after what it cites. */
export function answerCitation(citation: Citation, format: CitationFormat, locale: string): Response {
  const { media, ending } = TYPES[format];
  return new Response(writeCitation(citation, format, locale), {
    headers: {
      "Content-Type": media,
      "Content-Disposition": `attachment; filename="${citation.key}.${ending}"`,
      "Cache-Control": "public, no-cache",
    },
  });
}
