import { Forbidden } from "../errors";
import type { Role } from "../vocabulary";
import type { Actor } from "./actor";

const EVERYBODY: readonly Role[] = ["journalist", "editor", "admin"];
const EDITORS: readonly Role[] = ["editor", "admin"];
const ADMINS: readonly Role[] = ["admin"];

/** Who may do what: the one table. A command names its own permission. */
export const PERMISSIONS = {
  "event:create": EVERYBODY,
  "event:submit": EVERYBODY,
  "event:review": EDITORS,
  "event:return": EDITORS,
  "event:archive": EVERYBODY,
  "event:publish": EDITORS,
  "event:choose_headline": EDITORS,
  "claimant:create": EVERYBODY,
  "publication:create": EVERYBODY,
  "report:file": EVERYBODY,
  "measure:define": EVERYBODY,
  "record:edit": EVERYBODY,
  "record:edit_public": EDITORS,
  "record:merge": EDITORS,
  "event:split": EDITORS,
  "claim:log": EVERYBODY,
  "claim:edit": EVERYBODY,
  "claim:edit_of_others": EDITORS,
  "claim:submit": EVERYBODY,
  "claim:archive": EVERYBODY,
  "claim:review": EDITORS,
  "claim:return": EDITORS,
  "claim:publish": EDITORS,
  "claim:amend": EDITORS,
  "claim:supersede": EDITORS,
  "claim:replace": EDITORS,
  "claim:disown": EDITORS,
  "claim:retract": EDITORS,
  "claim:mark_entry_error": EDITORS,
  "claim_link:decide": EDITORS,
  "claim:assess": EDITORS,
  "claim:assign": EDITORS,
  "queue:read": EDITORS,
  "evidence:upload": EDITORS,
  "measure:estimate": EDITORS,
  "error_report:decide": EDITORS,
  "report:attach": EVERYBODY,
  "proposal:make": EVERYBODY,
  "proposal:decide": EDITORS,
  "note:write": EVERYBODY,
  "field:redact": ADMINS,
  "import:make": EVERYBODY,
  "import:undo": EVERYBODY,
  "import_mapping:save": EVERYBODY,
  "draft:keep": EVERYBODY,
  "event:follow": EVERYBODY,
  "account:edit_own": EVERYBODY,
  "account:invite": ADMINS,
  "account:change_role": ADMINS,
  "account:suspend": ADMINS,
  "account:end_sessions": ADMINS,
  "account:make_password_link": ADMINS,
  "api_token:make": ADMINS,
  "api_token:revoke": ADMINS,
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof PERMISSIONS;

/** Whether a role may do this. */
export function can(role: Role, permission: Permission): boolean {
  return PERMISSIONS[permission].includes(role);
}

/** Throws Forbidden unless the actor's role allows this. Every command calls it first. */
export function authorise(actor: Actor, permission: Permission): void {
  if (can(actor.role, permission)) return;
  throw new Forbidden(
    `This needs the role ${PERMISSIONS[permission].join(" or ")}; ${actor.name} has the role ${actor.role}.`,
  );
}
