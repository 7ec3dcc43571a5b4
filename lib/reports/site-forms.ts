/** How one site writes its addresses: changes the address to the form that all of them share. */
type SiteForm = { host: RegExp; toShared: (address: URL) => void };

/** Sites where reports often are, and whose forms the general rules (R29) do not bring together. */
const SITE_FORMS: readonly SiteForm[] = [
  {
    host: /^(?:twitter|x)\.com$/,
    toShared: (address) => {
      address.hostname = "x.com";
      const post = /^\/(?:i\/web|\w+)\/status(?:es)?\/(\d+)(?:\/.*)?$/i.exec(address.pathname);
      if (!post) return;
      const by = /^\/i\//i.test(address.pathname) ? "i" : address.pathname.split("/")[1]?.toLowerCase();
      address.pathname = `/${by}/status/${post[1]}`;
      address.search = "";
    },
  },
  {
    host: /^(?:t|telegram)\.me$/,
    toShared: (address) => {
      address.hostname = "t.me";
      // The preview of a channel, and names of channels in any case, lead to the same post.
      address.pathname = address.pathname
        .replace(/^(?:\/s)+(?=\/.)/, "")
        .replace(/^\/[a-z]\w+(?=\/\d+$)/i, (channel) => channel.toLowerCase());
      keepParameters(address, (name) => !/^(?:single|embed|mode)$/.test(name));
    },
  },
  {
    host: /^youtu\.be$/,
    toShared: (address) => {
      const video = /^\/([\w-]+)$/.exec(address.pathname)?.[1];
      if (video) toVideo(address, video);
    },
  },
  {
    host: /^(?:youtube|youtube-nocookie)\.com$/,
    toShared: (address) => {
      const inPath = /^\/(?:embed|shorts|live|v)\/([\w-]+)$/.exec(address.pathname)?.[1];
      const inQuery = address.pathname === "/watch" ? address.searchParams.get("v") : null;
      const video = inPath ?? inQuery;
      if (video && /^[\w-]+$/.test(video)) toVideo(address, video);
      else keepParameters(address, (name) => name !== "si");
    },
  },
  {
    host: /^(?:(?:mbasic|touch|web|[a-z]{2}-[a-z]{2})\.)?facebook\.com$/,
    toShared: (address) => {
      address.hostname = "facebook.com";
      if (address.pathname === "/story.php") address.pathname = "/permalink.php";
    },
  },
  {
    // Which of its pictures, in which language: the post is the same.
    host: /^instagram\.com$/,
    toShared: (address) => {
      if (/^\/(?:p|reel|tv)\//.test(address.pathname)) address.search = "";
    },
  },
  {
    host: /^tiktok\.com$/,
    toShared: (address) => {
      if (/\/video\/\d+$/.test(address.pathname)) address.search = "";
    },
  },
];

/** Changes an address of a well-known site, its host without www and the like, to its shared form. */
export function applySiteForm(address: URL): void {
  SITE_FORMS.find(({ host }) => host.test(address.hostname))?.toShared(address);
}

function toVideo(address: URL, video: string): void {
  address.hostname = "youtube.com";
  address.pathname = "/watch";
  address.search = `?v=${video}`;
}

/** Drops parameters by their names, the others as they were written. */
export function keepParameters(address: URL, isKept: (name: string) => boolean): void {
  const kept = address.search
    .slice(1)
    .split("&")
    .filter((pair) => pair !== "" && isKept(nameOf(pair)));
  address.search = kept.join("&");
}

/** The name of a parameter, decoded where it can be. */
export function nameOf(pair: string): string {
  const [name = ""] = pair.split("=", 1);
  try {
    return decodeURIComponent(name.replaceAll("+", " "));
  } catch {
    return name;
  }
}

/** The page itself, where a cache of AMP pages (Google's, Bing's) shows it, perhaps more than once over. */
export function unwrapAmpCache(address: URL): URL {
  for (let page = address; ; ) {
    const inner = cachedBy(page);
    if (!inner) return page;
    page = inner;
  }
}

function cachedBy(address: URL): URL | null {
  const path = AMP_CACHES.find(({ host }) => host.test(address.hostname))?.path.exec(address.pathname);
  if (!path) return null;
  const [, isSecure, page = ""] = path;
  const inner = `${isSecure ? "https" : "http"}://${page}${address.search}`;
  return URL.canParse(inner) ? new URL(inner) : null;
}

const AMP_CACHES = [
  { host: /^(?:www\.)?google(?:\.com?)?\.[a-z]{2,3}$/, path: /^\/amp\/(s\/)?([^/]+\.[^/]+(?:\/.*)?)$/ },
  {
    host: /(?:^|\.)(?:cdn\.ampproject\.org|bing-amp\.com)$/,
    path: /^\/[cv]\/(s\/)?([^/]+\.[^/]+(?:\/.*)?)$/,
  },
];
