import { z } from "zod";
import { text } from "../forms/fields";
import { API_SCOPES, ROLES } from "../vocabulary";

/** In small letters, so that one person has one account. */
export const Email = z
  .string()
  .trim()
  .toLowerCase()
  .max(254, "Use at most 254 characters.")
  .pipe(z.email("Give an e-mail address such as name@newsroom.example."));

// Long rather than colourful; the upper bound keeps a hash from becoming work for an attacker to hand out.
const NewPassword = z
  .string()
  .min(12, "Use at least 12 characters: a few words that belong together for nobody else.")
  .max(128, "Use at most 128 characters.");

const PersonName = text(200);

export const CreateAccount = z.strictObject({
  name: PersonName,
  email: Email,
  role: z.enum(ROLES),
  password: NewPassword,
});
export type CreateAccount = z.input<typeof CreateAccount>;

export const InvitePerson = z.strictObject({ email: Email, role: z.enum(ROLES) });
export type InvitePerson = z.input<typeof InvitePerson>;

export const AcceptInvitation = z.strictObject({
  secret: z.string().max(100),
  name: PersonName,
  password: NewPassword,
});
export type AcceptInvitation = z.input<typeof AcceptInvitation>;

/** A person, with the version that the caller read (R33). */
const ReadPerson = { id: z.uuid(), version: z.number().int().min(1) };

export const ChangeRole = z.strictObject({ ...ReadPerson, role: z.enum(ROLES) });
export type ChangeRole = z.input<typeof ChangeRole>;

export const SuspendPerson = z.strictObject(ReadPerson);
export type SuspendPerson = z.input<typeof SuspendPerson>;

export const RenamePerson = z.strictObject({ version: z.number().int().min(1), name: PersonName });
export type RenamePerson = z.input<typeof RenamePerson>;

export const OfPerson = z.strictObject({ id: z.uuid() });
export type OfPerson = z.input<typeof OfPerson>;

export const ResetPassword = z.strictObject({ secret: z.string().max(100), password: NewPassword });
export type ResetPassword = z.input<typeof ResetPassword>;

export const ChangePassword = z.strictObject({
  currentPassword: z.string().min(1, "Type the password that you have now.").max(128),
  newPassword: NewPassword,
});
export type ChangePassword = z.input<typeof ChangePassword>;

export const MakeApiToken = z.strictObject({
  actorId: z.uuid("Choose a person from the list."),
  name: text(100),
  scopes: z
    .array(z.enum(API_SCOPES))
    .min(1, "Choose at least one.")
    .refine((scopes) => new Set(scopes).size === scopes.length, "Choose each once."),
});
export type MakeApiToken = z.input<typeof MakeApiToken>;
