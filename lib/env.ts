import { z } from "zod";

const Env = z.object({
  DATABASE_URL: z
    .string({ error: "DATABASE_URL is not set. `npm start` sets it for the embedded database." })
    .regex(/^postgres(ql)?:\/\//, "DATABASE_URL must begin with postgres:// or postgresql://."),
  /** A streaming replica of it, which anonymous readers read from. */
  DATABASE_REPLICA_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, "DATABASE_REPLICA_URL must begin with postgres:// or postgresql://.")
    .optional(),
  DATABASE_POOL_MAX: z.coerce.number().int().min(1).max(200).default(10),
  // The start makes one for the demonstration and asks for one anywhere else; nobody signs in without.
  AUTH_SECRET: z
    .string()
    .min(32, "AUTH_SECRET is too short: give 32 random bytes or more, such as openssl rand -base64 32.")
    .optional(),
  /** Served to this machine alone, over plain http: cookies need not be Secure there. Set by the start. */
  IS_LOOPBACK: z.stringbool().default(false),
  /** The ready accounts of the demonstration are there, and shown where one signs in. Set by the start. */
  HAS_DEMONSTRATION_ACCOUNTS: z.stringbool().default(false),
  /** smtp:// or smtps://, with user and password: for links that are sent, where it is set. */
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\//, "SMTP_URL must begin with smtp:// or smtps://.")
    .optional(),
  /** From whom. */
  MAIL_FROM: z.string().default("Counterclaim <counterclaim@localhost>"),
  /** mailto: or https://, for /.well-known/security.txt; else the address of MAIL_FROM. */
  SECURITY_CONTACT: z
    .string()
    .regex(/^(mailto:|https:\/\/)\S+$/, "SECURITY_CONTACT must begin with mailto: or https://.")
    .optional(),
  /** Requests of the API in a minute: reads of one address or token, writes of one token. */
  API_READS_PER_MINUTE: z.coerce.number().int().min(1).default(600),
  API_WRITES_PER_MINUTE: z.coerce.number().int().min(1).default(120),
  /** What is rendered for one address, or one session, in a minute by one instance; 0: as much as it asks for. */
  PAGES_PER_MINUTE: z.coerce.number().int().min(0).default(600),
  /** Searches and downloads of one address in a minute; of the API's searches, of one address or token. */
  SEARCHES_PER_MINUTE: z.coerce.number().int().min(1).default(120),
  DOWNLOADS_PER_MINUTE: z.coerce.number().int().min(1).default(120),
  /** Of one account in a minute: forms that are sent, and articles that are read. */
  FORMS_PER_MINUTE: z.coerce.number().int().min(1).default(120),
  ARTICLES_PER_MINUTE: z.coerce.number().int().min(1).default(30),
  /** Attempts to sign in that failed, from one address in a quarter of an hour. */
  SIGN_INS_PER_ADDRESS: z.coerce.number().int().min(5).default(60),
  /** How much of finished answers is kept in memory, in MB (1e6 bytes); 0: none. */
  KEPT_MEGABYTES: z.coerce.number().int().min(0).max(100_000).default(40),
  /** For /metrics, as Authorization: Bearer; there is no such address without. */
  METRICS_TOKEN: z.string().min(16, "METRICS_TOKEN is too short: give 16 characters or more.").optional(),
  /** For tests: pages on this machine may be fetched. Refused where the site has a public address. */
  ALLOW_PRIVATE_FETCH: z.stringbool().default(false),
});

/** The settings of this process. Read when first needed, so that a build needs none of them. */
export function env(): z.infer<typeof Env> {
  kept.counterclaimEnv ??= Env.parse(withoutBlanks(process.env));
  return kept.counterclaimEnv;
}
// Bundled more than once into what one process runs.
const kept = globalThis as { counterclaimEnv?: z.infer<typeof Env> };

/** A setting that is there and blank, as a form of settings leaves it, is not set. */
function withoutBlanks(settings: NodeJS.ProcessEnv): Record<string, string | undefined> {
  return Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== ""));
}
