import { HEIGHT_SCRIPT } from "../embeds/height-script";
import { siteUrl } from "../format/site-url";

/**
 * The security headers of one answer. Scripts run only with the nonce of this very answer; nothing is loaded from
 * elsewhere, and no inline style is allowed, so a claim's text can neither run nor restyle anything.
 */
export function securityHeaders(request: {
  pathname: string;
  nonce: string;
  isHttps: boolean;
  dev: boolean;
}): Record<string, string> {
  const headers: Record<string, string> = {
    "Content-Security-Policy": contentSecurityPolicy(request),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": isForOtherSites(request.pathname) ? "cross-origin" : "same-origin",
  };
  // A frame in a sandbox has no origin of its own: to it, our styles, fonts and its script are of another site.
  if (isForFrames(request.pathname)) headers["Access-Control-Allow-Origin"] = "*";
  // A year; over plain http browsers ignore it, and a local demonstration must not bind other local programs.
  if (request.isHttps) headers["Strict-Transport-Security"] = "max-age=31536000; includeSubDomains";
  return headers;
}

function contentSecurityPolicy({
  pathname,
  nonce,
  dev,
}: {
  pathname: string;
  nonce: string;
  dev: boolean;
}): string {
  // A file that somebody uploaded is a download, and nothing in it runs or loads.
  if (pathname.startsWith("/files/")) return "default-src 'none'; sandbox";
  // A picture or a record that is opened by itself needs nothing but itself; other sites may frame it.
  if (pathname.startsWith("/export/")) return "default-src 'none'";
  const policy = {
    "default-src": "'none'",
    // While developing, React builds its stack traces with eval and the reload puts styles in by script.
    "script-src":
      isEmbed(pathname) && !dev
        ? // By its digest, and by its address for browsers that take a digest for inline scripts alone.
          `'${HEIGHT_SCRIPT.integrity}' ${siteUrl(HEIGHT_SCRIPT.src)}`
        : `'self' 'nonce-${nonce}'${dev ? " 'unsafe-eval'" : ""}`,
    "style-src": `'self'${dev ? " 'unsafe-inline'" : ""}`,
    "img-src": "'self' data:",
    "font-src": "'self'",
    "connect-src": `'self'${dev ? " ws:" : ""}`,
    "manifest-src": "'self'",
    "form-action": "'self'",
    "base-uri": "'none'",
    // The page with the code of a frame shows it.
    "frame-src": /^\/[^/]+\/events\/[^/]+\/embed$/.test(pathname) ? "'self'" : "'none'",
    "frame-ancestors": isEmbed(pathname) ? "*" : "'none'",
  };
  return Object.entries(policy)
    .map(([directive, sources]) => `${directive} ${sources}`)
    .join("; ");
}

function isEmbed(pathname: string): boolean {
  return pathname.startsWith("/embed/");
}

// What other sites are meant to show or fetch; pages and other scripts of our own are not.
function isForOtherSites(pathname: string): boolean {
  return (
    /^\/(embed|oembed|export|feeds|api)(\/|$)/.test(pathname) ||
    /\.(png|svg|ico)$/.test(pathname) ||
    isForFrames(pathname)
  );
}

function isForFrames(pathname: string): boolean {
  return /^\/_next\/static\/.+\.(css|woff2)$/.test(pathname) || pathname === HEIGHT_SCRIPT.src;
}
