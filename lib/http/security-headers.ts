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
  const policy = {
    "default-src": "'none'",
    // While developing, React builds its stack traces with eval and the reload puts styles in by script.
    "script-src": `'self' 'nonce-${nonce}'${dev ? " 'unsafe-eval'" : ""}`,
    "style-src": `'self'${dev ? " 'unsafe-inline'" : ""}`,
    "img-src": "'self' data:",
    "font-src": "'self'",
    "connect-src": `'self'${dev ? " ws:" : ""}`,
    "manifest-src": "'self'",
    "form-action": "'self'",
    "base-uri": "'none'",
    "frame-ancestors": pathname.startsWith("/embed/") ? "*" : "'none'",
  };
  return Object.entries(policy)
    .map(([directive, sources]) => `${directive} ${sources}`)
    .join("; ");
}

// What other sites are meant to show or fetch; pages and scripts of our own are not.
function isForOtherSites(pathname: string): boolean {
  return /^\/(embed|oembed|export|feeds|api)(\/|$)/.test(pathname) || /\.(png|svg|ico)$/.test(pathname);
}
