import { Problem } from "./problem";

type Secret = { name: string; value: string; bitsMin: number; how: string };

const RANDOM = "openssl rand -base64 32";
/** Words of examples, and what is set where nobody thought about it. */
const KNOWN =
  /change.?me|example|replace.?(?:me|this)|your.?(?:secret|password)|default|placeholder|correct.?horse|^(?:password|passwort|secret|admin|root|test|postgres|counterclaim|qwerty|letmein)\d*[!.]*$/i;

/**
 * Refuses to start with a secret that others could guess: one of an example, one that repeats itself, or one that is too
 * plain for its length. For an installation that others reach; the demonstration makes its own.
 */
export function checkSecrets(settings: NodeJS.ProcessEnv): void {
  for (const { name, value, bitsMin, how } of secretsOf(settings)) {
    const why = weaknessOf(value, bitsMin);
    if (why) throw new Problem(`${name} can be guessed: ${why}. ${how}`);
  }
}

function secretsOf(settings: NodeJS.ProcessEnv): Secret[] {
  const { AUTH_SECRET, METRICS_TOKEN, NEXT_SERVER_ACTIONS_ENCRYPTION_KEY } = settings;
  const random = (name: string, value: string | undefined, bitsMin: number, after = ""): Secret[] =>
    value ? [{ name, value, bitsMin, how: `Set it to what ${RANDOM} gives${after}.` }] : [];
  return [
    ...random("AUTH_SECRET", AUTH_SECRET, 100, "; whoever is signed in has to sign in again"),
    ...random(
      "NEXT_SERVER_ACTIONS_ENCRYPTION_KEY",
      NEXT_SERVER_ACTIONS_ENCRYPTION_KEY,
      100,
      " and build again",
    ),
    ...random("METRICS_TOKEN", METRICS_TOKEN, 40),
    ...passwordsOf(settings),
  ];
}

/** Passwords within addresses; who is on this machine has other ways in. */
function passwordsOf(settings: NodeJS.ProcessEnv): Secret[] {
  return ["DATABASE_URL", "DATABASE_REPLICA_URL"].flatMap((setting) => {
    const address = settings[setting];
    if (!address || !URL.canParse(address)) return [];
    const { hostname, username, password } = new URL(address);
    if (password === "" || ["", "localhost", "127.0.0.1", "[::1]"].includes(hostname)) return [];
    const value = password === username ? "password" : password;
    const how = "Give the role another one (alter role … password), then set it here.";
    return [{ name: `The password in ${setting}`, value, bitsMin: 30, how }];
  });
}

function weaknessOf(value: string, bitsMin: number): string | null {
  if (KNOWN.test(value)) return "it is an example, or a word that everybody tries first";
  if (/^(.+?)\1+$/s.test(value)) return "it repeats itself";
  if (isSequence(value)) return "its signs follow or repeat each other";
  if (bitsIn(value) < bitsMin) return "it has too few different signs";
  return null;
}

function isSequence(value: string): boolean {
  const codes = [...value].map((sign) => sign.codePointAt(0) as number);
  const steps = codes.slice(1).filter((code, i) => Math.abs(code - (codes[i] as number)) <= 1);
  // Of random hexadecimal signs, which are the likeliest to, a sixth do.
  return steps.length > codes.length * 0.75;
}

/** As many bits as its signs tell by how often each comes (Shannon). */
function bitsIn(value: string): number {
  const counts = new Map<string, number>();
  for (const sign of value) counts.set(sign, (counts.get(sign) ?? 0) + 1);
  return [...counts.values()].reduce((bits, count) => bits - count * Math.log2(count / value.length), 0);
}
