/** What a page says of its article in JSON-LD (schema.org), as it is written there. */
export type ArticleData = {
  headline: string | null;
  published: string | null;
  language: string | null;
  publisher: string | null;
  authors: { name: string; isBody: boolean }[];
  /** The agency or body that the text is credited to. */
  credit: string | null;
};

type Node = Record<string, unknown>;

const ARTICLE = /(?:Article|BlogPosting)$/;
const NODES_MAX = 1000;
const AUTHORS_MAX = 20;

/** Reads the first article that the scripts describe, if possible one with a headline; null without any. */
export function readArticleData(scripts: readonly string[]): ArticleData | null {
  const nodes = scripts.flatMap((script) => nodesOf(parseJson(script), 0)).slice(0, NODES_MAX);
  const articles = nodes.filter((node) => listOf(node["@type"]).some((type) => ARTICLE.test(String(type))));
  const article = articles.find(({ headline }) => isText(headline)) ?? articles[0];
  if (!article) return null;

  // One part of a graph points to another by its id.
  const byId = new Map(nodes.map((node) => [node["@id"], node]));
  const resolve = (value: unknown): unknown =>
    isNode(value) && value.name === undefined ? (byId.get(value["@id"]) ?? value) : value;
  const named = (value: unknown): string | null =>
    listOf(value)
      .map((one) => nameOf(resolve(one)))
      .find((name) => name !== null) ?? null;

  return {
    headline: textOf(article.headline) ?? textOf(article.name),
    published: textOf(article.datePublished),
    language: languageOf(listOf(article.inLanguage)[0]),
    publisher: named(article.publisher),
    authors: listOf(article.author)
      .slice(0, AUTHORS_MAX)
      .map(resolve)
      .flatMap((author) => {
        const name = nameOf(author);
        return name === null ? [] : [{ name, isBody: isBody(author) }];
      }),
    credit: named(article.sourceOrganization) ?? textOf(article.creditText),
  };
}

function parseJson(script: string): unknown {
  for (const text of [script, withoutWrapping(script)]) {
    try {
      return JSON.parse(text) as unknown;
    } catch {
      // What a page wrote badly it did not say.
    }
  }
  return null;
}

/** Comment marks around it, and line breaks inside its strings, are the common mistakes. */
function withoutWrapping(script: string): string {
  return script
    .trim()
    .replace(/^(?:<!--|\/\/ ?<!\[CDATA\[|\/\* ?<!\[CDATA\[ ?\*\/|<!\[CDATA\[)/, "")
    .replace(/;$/, "")
    .replace(/(?:-->|\/\/ ?\]\]>|\/\* ?\]\]> ?\*\/|\]\]>)$/, "")
    .replace(/\p{Cc}/gu, " ");
}

function nodesOf(value: unknown, depth: number): Node[] {
  if (depth > 4) return [];
  if (Array.isArray(value)) return value.slice(0, NODES_MAX).flatMap((one) => nodesOf(one, depth + 1));
  if (!isNode(value)) return [];
  return [value, ...nodesOf(value["@graph"], depth + 1), ...nodesOf(value.mainEntity, depth + 1)];
}

function languageOf(value: unknown): string | null {
  return isNode(value) ? (textOf(value.alternateName) ?? textOf(value.name)) : textOf(value);
}

function nameOf(value: unknown): string | null {
  return isNode(value) ? textOf(listOf(value.name)[0]) : textOf(value);
}

function isBody(value: unknown): boolean {
  return isNode(value) && listOf(value["@type"]).some((type) => /Organization$/.test(String(type)));
}

function textOf(value: unknown): string | null {
  return isText(value) ? value : null;
}

function isText(value: unknown): value is string {
  return typeof value === "string" && value.trim() !== "";
}

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];
}
