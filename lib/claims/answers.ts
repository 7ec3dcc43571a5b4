import { Invalid } from "../errors";
import { areKin, type Kin, type Superseding } from "./rules";

/** R19, R28: what a person may say of a claim that is being logged: how it stands to another of its event. */
export function assertAnswers(
  kind: "duplicate_of" | "supersedes",
  newer: Superseding,
  older: Superseding | null,
  claimants: Kin,
): void {
  const refuse = (problem: string) => new Invalid({ answers: problem });
  if (older?.eventId !== newer.eventId) throw refuse("Choose a claim of the same event.");
  if (newer.measureId === null || newer.measureId !== older.measureId || newer.lane !== older.lane)
    throw refuse("Choose a figure of the same measure and lane.");
  const isKin = kind === "supersedes" && areKin(newer, older, claimants);
  if (newer.claimantId !== older.claimantId && !isKin) throw refuse("Choose a figure of the same claimant.");
}
