import { type DateContext, type ReadDate, readDate } from "./read-date";

/**
 * As readDate; where a wording has several readings, the one whose EDTF a person chose, if it is among them. A choice
 * made before the wording was changed is none.
 */
export function chosenDate(text: string, chosen: string, context: DateContext): ReadDate {
  const read = readDate(text, context);
  if (read.state !== "ask") return read;
  const reading = read.readings.find(({ edtf }) => edtf === chosen);
  return reading ? readDate(reading.edtf, { ...context, zone: reading.zone }) : read;
}
