import { sha256 } from "../../history/digest";
import type { Candidate } from "../types";

type Said = Omit<Candidate, "key" | "digest" | "place">;

/**
 * What tells a claim from every other of its data set where the mapping does not say: event, claimant, and of a figure
 * measure and as-of, else stated. A statement is known by its topic, its words and when it was made.
 */
export function keyOf({ event, claimant, measure, topic, asOf, stated, wording }: Said): string {
  const said = measure ?? `${topic} ${sha256(wording.text).slice(0, 16)}`;
  return `${event} ${claimant} ${said} ${(asOf ?? stated).edtf}`;
}

/**
 * SHA-256 in hex of all that is said in a claim. Where it stands in the file is not said, nor what its event would be made
 * as: the same claim in a longer file is the same.
 */
export function digestOf(said: Said, isLocatorSaid: boolean): string {
  const { event, claimant, measure, quantity, topic, wording, stated, asOf, report } = said;
  return sha256(
    JSON.stringify([
      event,
      claimant,
      measure,
      quantity && [
        quantity.raw,
        quantity.qualifier,
        quantity.low,
        quantity.high,
        quantity.central,
        quantity.reading,
      ],
      topic,
      [wording.text, wording.language, wording.translation, wording.translatedBy],
      [stated.edtf, stated.zone],
      asOf && [asOf.edtf, asOf.zone],
      said.basis,
      said.standing,
      said.isForecast,
      [
        report.publication,
        report.medium,
        report.url,
        report.title,
        report.language,
        report.published && [report.published.edtf, report.published.zone],
      ],
      said.carries,
      isLocatorSaid ? said.locator : null,
      said.passage,
      said.eventTime && [said.eventTime.edtf, said.eventTime.zone],
    ]),
  );
}
