import { applySiteForm, keepParameters, nameOf, unwrapAmpCache } from "./site-forms";
import { isTracking } from "./tracking";

/**
 * The address by which two links to one report are known as the same (R29): https, host in small letters and
 * without its www, m, mobile or amp, no port of the web, no AMP path, no tracking parameters, no fragment,
 * parameters in order, one form for a site that has several. Archived copies stay addresses of their own.
 * Takes any address that parses; its own canonical address is itself.
 */
export function canonicalUrl(url: string): string {
  // What one rule takes away can bring out the work of another; each only shortens or settles, so this ends.
  let before = new URL(url).href;
  for (let after = simplified(before); after !== before; after = simplified(before)) before = after;
  return before;
}

function simplified(url: string): string {
  const address = unwrapAmpCache(new URL(url));
  address.protocol = "https:";
  address.username = "";
  address.password = "";
  if (address.port === "80") address.port = "";
  // Some sites keep the page itself behind "#!/".
  if (!address.hash.startsWith("#!/")) address.hash = "";
  address.hostname = address.hostname.replace(/\.+$/, "");
  if (isArchiveUrl(address.href)) return address.href;

  address.hostname = plainHost(address.hostname);
  address.pathname = plainPath(address.pathname);
  keepParameters(address, (name) => !isTracking(name));
  applySiteForm(address);
  address.search = inOrder(plainEscapes(address.search.slice(1)).replaceAll("%20", "+"));
  return address.href;
}

// A host stays whole where what is left would be no site of anybody's: m.com.ua is not com.ua.
const OF_A_SITE = /(?=[^.]+\.)(?!(?:ac|co|com|edu|gov|net|org)\.[a-z]{2}$)/.source;
const BEFORE_HOST = new RegExp(`^(?:(?:www|m|mobile|amp)\\.)+${OF_A_SITE}`);
const WITHIN_HOST = new RegExp(`^([^.]+\\.)(?:m\\.)+${OF_A_SITE}`);

function plainHost(host: string): string {
  return host.replace(BEFORE_HOST, "").replace(WITHIN_HOST, "$1");
}

function plainPath(path: string): string {
  return plainEscapes(path)
    .replace(/\/amp(?=\/|$)/g, "")
    .replace(/(?:\.amp)+(\.html?)?\/*$/, "$1")
    .replace(/\/+$/, "");
}

/** Escapes in capitals, and none for what needs none. */
function plainEscapes(text: string): string {
  return text.replace(/%[0-9a-f]{2}/gi, (escaped) => {
    const character = String.fromCharCode(Number.parseInt(escaped.slice(1), 16));
    return /[\w.~-]/.test(character) ? character : escaped.toUpperCase();
  });
}

/** By name alone: which of two values of one name comes first can matter to a page. */
function inOrder(query: string): string {
  return query
    .split("&")
    .map((pair) => ({ pair, name: nameOf(pair) }))
    .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
    .map(({ pair }) => pair)
    .join("&");
}

const ARCHIVES = [
  { host: /^web\.archive\.org$/, path: /^\/web\/\d+(?:[a-z]{2}_)?\/./ },
  { host: /^archive\.org$/, path: /^\/./ },
  { host: /^archive\.(?:today|ph|is|md|vn|fo|li)$/, path: /^\/./ },
  { host: /^perma\.cc$/, path: /^\/./ },
  { host: /^ghostarchive\.org$/, path: /^\/./ },
  { host: /^webcitation\.org$/, path: /^\/./ },
];

/** Whether an address is of a copy in a public archive: for a hint beside the field, never to refuse. */
export function isArchiveUrl(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname, pathname } = new URL(url);
  const site = hostname.replace(/^www\./, "").replace(/\.+$/, "");
  return (
    /^https?:$/.test(protocol) && ARCHIVES.some(({ host, path }) => host.test(site) && path.test(pathname))
  );
}
