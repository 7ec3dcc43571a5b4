"use client";

import { useState } from "react";
import { fillIn } from "../fill-in";
import { TextField } from "../text-field";
import type { RecordGround } from "./record-ground";

/** Builds the name of an unnamed claimant (R17): its role, its body, and the publication that carried it. */
export function UnnamedName({ ground, carrier }: { ground: RecordGround; carrier: string }) {
  const [role, setRole] = useState("");
  const [body, setBody] = useState("");
  const { words, texts, idPrefix } = ground;
  const said = words.claimant.unnamed;
  const parts = { role: role.trim(), body: body.trim(), publication: carrier };
  const name = Object.entries(parts).reduce(
    (text, [part, value]) => fillIn(text, part, value),
    parts.body ? said.at : said.noBody,
  );
  return (
    <fieldset className="border-s-3 border-rule-strong ps-3 grid gap-3">
      <legend className="font-semibold">{said.title}</legend>
      <p className="small text-muted">{said.lead}</p>
      <div className="grid gap-3 sm:grid-cols-2">
        <TextField
          name="unnamedRole"
          id={`${idPrefix}unnamedRole`}
          label={said.role}
          hint={said.roleHint}
          texts={texts}
          onChange={({ currentTarget }) => setRole(currentTarget.value)}
        />
        <TextField
          name="unnamedBody"
          id={`${idPrefix}unnamedBody`}
          label={said.body}
          hint={said.bodyHint}
          texts={texts}
          onChange={({ currentTarget }) => setBody(currentTarget.value)}
        />
      </div>
      {parts.role && carrier ? (
        <p className="flex flex-wrap items-center gap-3">
          <bdi>{name}</bdi>
          <button type="button" onClick={() => ground.fill("name", { name: [name] })}>
            {said.use}
          </button>
        </p>
      ) : null}
    </fieldset>
  );
}
