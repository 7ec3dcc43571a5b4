import { env } from "../env";

/** Whom to tell of a weakness, as an address to follow: SECURITY_CONTACT, else the address that mail is from. */
export function securityContact(): string {
  const { SECURITY_CONTACT, MAIL_FROM } = env();
  return SECURITY_CONTACT ?? `mailto:${/<([^>]+)>/.exec(MAIL_FROM)?.[1] ?? MAIL_FROM}`;
}
