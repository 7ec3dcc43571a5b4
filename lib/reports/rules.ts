/**
 * The address by which two links to one report are known as the same (R29): https, host in small letters and
 * without its www, m, mobile or amp, no AMP path, no tracking parameters, no fragment, parameters in order.
 */
export function canonicalUrl(url: string): string {
  const canonical = new URL(url);
  canonical.protocol = "https:";
  canonical.hash = "";
  canonical.hostname = canonical.hostname.replace(/^(?:(?:www|m|mobile|amp)\.)+(?=[^.]+\.)/, "");
  canonical.pathname = canonical.pathname.replace(/\/amp\/?$|\.amp(?:\.html)?$/, "").replace(/(?<=.)\/$/, "");
  for (const name of [...canonical.searchParams.keys()]) {
    if (TRACKING.test(name)) canonical.searchParams.delete(name);
  }
  canonical.searchParams.sort();
  return canonical.href;
}

const TRACKING = /^(?:utm_\w+|fbclid|gclid|yclid|mc_cid|mc_eid|igshid|ref|ref_src|cmpid|outputtype|amp)$/i;
