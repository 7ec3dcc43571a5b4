import { describe, expect, test } from "vitest";
import { authorise, can, PERMISSIONS, type Permission } from "../../lib/auth/authorise";
import { Forbidden } from "../../lib/errors";
import { ROLES } from "../../lib/vocabulary";
import { listSources } from "./source-files";

/** What each role may do. Everybody logs; who publishes and decides is an editor; who keeps the accounts an admin. */
const JOURNALIST: Permission[] = [
  "event:create",
  "event:submit",
  "event:archive",
  "event:follow",
  "claimant:create",
  "publication:create",
  "report:file",
  "report:attach",
  "measure:define",
  "record:edit",
  "claim:log",
  "claim:edit",
  "claim:submit",
  "claim:archive",
  "proposal:make",
  "note:write",
  "import:make",
  "import:undo",
  "import_mapping:save",
  "draft:keep",
  "account:edit_own",
];
const EDITOR: Permission[] = [
  ...JOURNALIST,
  "event:review",
  "event:return",
  "event:publish",
  "event:choose_headline",
  "event:split",
  "record:edit_public",
  "record:merge",
  "claim:edit_of_others",
  "claim:review",
  "claim:return",
  "claim:publish",
  "claim:amend",
  "claim:supersede",
  "claim:replace",
  "claim:disown",
  "claim:retract",
  "claim:mark_entry_error",
  "claim_link:decide",
  "claim:assess",
  "claim:assign",
  "queue:read",
  "evidence:upload",
  "measure:estimate",
  "error_report:decide",
  "proposal:decide",
];
const ADMIN: Permission[] = [
  ...EDITOR,
  "field:redact",
  "account:invite",
  "account:change_role",
  "account:suspend",
  "account:end_sessions",
  "account:make_password_link",
  "api_token:make",
  "api_token:revoke",
];
const ALLOWED = { journalist: JOURNALIST, editor: EDITOR, admin: ADMIN };

const permissions = Object.keys(PERMISSIONS) as Permission[];

describe("the table of permissions", () => {
  test.each(ROLES)("lets a %s do this and no more", (role) => {
    expect(permissions.filter((permission) => can(role, permission)).toSorted()).toEqual(
      ALLOWED[role].toSorted(),
    );
  });

  test.each(ROLES)("refuses a %s everything else, in words that say who may", (role) => {
    const actor = { id: "1", kind: "person", name: "Olena", role } as const;
    for (const permission of permissions) {
      const attempt = () => authorise(actor, permission);
      if (can(role, permission)) expect(attempt).not.toThrow();
      else
        expect(attempt).toThrow(
          new Forbidden(
            `This needs the role ${PERMISSIONS[permission].join(" or ")}; Olena has the role ${role}.`,
          ),
        );
    }
  });

  test("holds no permission that no command asks for", () => {
    const text = listSources("lib")
      .filter(({ path }) => path !== "lib/auth/authorise.ts")
      .map((file) => file.text)
      .join("\n");
    expect(permissions.filter((permission) => !text.includes(`"${permission}"`))).toEqual([]);
  });
});
