import type { ReadDate } from "../dates/read-date";
import { dateInput, typedDate } from "../dates/typed-date";
import type { Typed } from "../forms/form-state";
import type { FormTexts } from "../forms/read-form";
import type { PartyRole } from "../vocabulary";
import type { CreateEvent } from "./schema";

export type EventForm = { occurred: ReadDate | null; values: Omit<CreateEvent, "slug"> };

/** Reads the form of an event. Never throws: what is blank or unclear is left for the schema to refuse. */
export function readEventForm(fields: FormTexts, now: number): EventForm {
  const zone = fields.text("zone") ?? "";
  const occurred = typedDate(fields, "occurred", { zone, now });
  const values = {
    title: fields.required("title"),
    summary: fields.required("summary"),
    place: {
      name: fields.required("placeName"),
      country: fields.text("country"),
      latitude: degrees(fields, "latitude"),
      longitude: degrees(fields, "longitude"),
    },
    occurred: dateInput(occurred, zone),
    otherZones: fields.list("otherZones").map((other) => other.trim()),
    aliases: fields.lines("aliases"),
    parties: partiesOf(fields),
  };
  return { occurred, values };
}

function degrees(fields: FormTexts, name: string): number | null {
  return fields.text(name) === null ? null : fields.number(name);
}

/** Each row of the form carries its own number; a row in which nothing was chosen or typed is none. */
function partiesOf(fields: FormTexts): NonNullable<CreateEvent["parties"]> {
  return fields.list("party").flatMap((row) => {
    const [claimant, side, role] = ["Claimant", "Side", "Role"].map((part) => `party${row}${part}`);
    const isBlank = [claimant, `${claimant}Label`, side, role].every(
      (name) => fields.text(name ?? "") === null,
    );
    if (isBlank) return [];
    return [
      {
        claimantId: fields.raw(claimant ?? ""),
        side: fields.text(side ?? ""),
        role: fields.text(role ?? "") as PartyRole | null,
      },
    ];
  });
}

/** What the form of an event holds to say what a stored one says; `names` of its parties, by id. */
export function eventTyped(
  { slug, title, summary, place, occurred, otherZones = [], aliases = [], parties = [] }: CreateEvent,
  names: ReadonlyMap<string, string>,
): Typed {
  return {
    slug: [slug],
    title: [title],
    summary: [summary],
    placeName: [place.name],
    country: [place.country ?? ""],
    latitude: [place.latitude === null ? "" : String(place.latitude)],
    longitude: [place.longitude === null ? "" : String(place.longitude)],
    occurred: [occurred.edtf],
    zone: [occurred.zone],
    otherZones,
    aliases: [aliases.join("\n")],
    ...partiesTyped(parties, names),
  };
}

function partiesTyped(
  parties: NonNullable<CreateEvent["parties"]>,
  names: ReadonlyMap<string, string>,
): Typed {
  const rows = parties.flatMap(({ claimantId, side, role }, row) => [
    [`party${row}Claimant`, [claimantId]],
    [`party${row}ClaimantLabel`, [names.get(claimantId) ?? claimantId]],
    [`party${row}Side`, [side ?? ""]],
    [`party${row}Role`, [role ?? ""]],
  ]);
  return { party: parties.map((_, row) => String(row)), ...Object.fromEntries(rows) };
}
