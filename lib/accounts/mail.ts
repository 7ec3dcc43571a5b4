import "server-only";
import { env } from "../env";

/** Whether links can be sent by e-mail here. */
export function canSendMail(): boolean {
  return env().SMTP_URL !== undefined;
}

/** Sends the address of a one-time link to where its account's e-mail goes. The texts are the caller's. */
export async function sendMail(mail: { to: string; subject: string; text: string }): Promise<void> {
  const { createTransport } = await import("nodemailer");
  const transport = createTransport(env().SMTP_URL as string);
  await transport.sendMail({ from: env().MAIL_FROM, ...mail }).finally(() => transport.close());
}
