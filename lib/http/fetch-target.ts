import ipaddr from "ipaddr.js";
import type { FetchRefusal } from "./fetch-stopped";

export type TargetRules = {
  /** For tests: addresses of this machine, at any port. No other private address is ever allowed. */
  allowsLoopback: boolean;
  /** Where this site itself is served: it is not fetched. */
  ownUrl: string;
};

const PORTS = ["", "80", "443"];
// Names that no public server has: of this machine, of a local network, or without a dot.
const LOCAL_NAME = /^[^.]*$|(?:^|\.)(?:localhost|localdomain|local|internal|intranet|lan|home\.arpa)$/;
// What is given out to the public of IPv6: the library takes what it does not know, as ::7f00:1, for public.
const GIVEN_OUT_V6 = ipaddr.parseCIDR("2000::/3");

/** An address as it is fetched: no fragment, and no dot at the end of its host. Null where it is none. */
export function toTarget(address: string, base?: URL): URL | null {
  if (!URL.canParse(address, base?.href)) return null;
  const target = new URL(address, base);
  target.hash = "";
  if (target.hostname.endsWith(".")) target.hostname = target.hostname.replace(/\.+$/, "");
  return target;
}

/** What forbids a fetch before any name is looked up, or null. */
export function targetProblem(target: URL, rules: TargetRules): FetchRefusal | null {
  if (target.protocol !== "http:" && target.protocol !== "https:") return "not_web";
  if (target.username !== "" || target.password !== "") return "has_credentials";
  if (isOwnSite(target, rules)) return "own_site";

  const literal = literalAddressOf(target);
  const mayBeLoopback = rules.allowsLoopback && (literal ? isLoopback(literal) : isLoopbackName(target));
  if (mayBeLoopback) return null;
  if (!PORTS.includes(target.port)) return "port";
  if (literal === null) return LOCAL_NAME.test(target.hostname) ? "not_public" : null;
  return isPublic(literal) ? null : "not_public";
}

/** Whether a host's addresses may be connected to: only if every one of them is public. */
export function areAllowed(addresses: readonly string[], target: URL, rules: TargetRules): boolean {
  // A public name that leads here is refused under the switch too: only what says that it is here may.
  const mayBeLoopback = rules.allowsLoopback && (literalAddressOf(target) !== null || isLoopbackName(target));
  return (
    addresses.length > 0 &&
    addresses.every((address) => isPublic(address) || (mayBeLoopback && isLoopback(address)))
  );
}

/** The IP address that a host is written as, without brackets; null where it is a name. */
export function literalAddressOf(target: URL): string | null {
  const host = target.hostname.replace(/^\[(.*)\]$/, "$1");
  return ipaddr.isValid(host) ? host : null;
}

/** One form for each address, so that two can be compared. */
export function normalAddress(address: string): string {
  return ipaddr.isValid(address) ? ipaddr.process(address).toNormalizedString() : address;
}

function isPublic(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.parse(address);
  return parsed.range() === "unicast" && (parsed.kind() === "ipv4" || parsed.match(GIVEN_OUT_V6));
}

function isLoopback(address: string): boolean {
  return ipaddr.isValid(address) && ipaddr.parse(address).range() === "loopback";
}

function isLoopbackName({ hostname }: URL): boolean {
  return hostname === "localhost" || hostname.endsWith(".localhost");
}

function isOwnSite(target: URL, { ownUrl, allowsLoopback }: TargetRules): boolean {
  const own = toTarget(ownUrl);
  if (own?.hostname !== target.hostname) return false;
  // On this machine the ports tell the site of a test from the pages that it fetches.
  return !allowsLoopback || own.port === target.port;
}

/**
 * Whether pages of this machine may be fetched: never where the site has a public address. Throws then, so
 * that a switch left on by mistake is noticed at its first use.
 */
export function checkedSwitch(isOn: boolean, settings: { NODE_ENV?: string; SITE_URL?: string }): boolean {
  if (isOn && settings.NODE_ENV === "production" && settings.SITE_URL) {
    throw new Error("ALLOW_PRIVATE_FETCH is for tests alone: unset it where SITE_URL is set.");
  }
  return isOn;
}
