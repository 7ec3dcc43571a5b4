import type { RecordGround } from "./record-ground";

/** What the fields of every kind of record are told. */
export type FieldsProps = {
  ground: RecordGround;
  /** The event that the record belongs to or is made for, if any. */
  eventId: string | null;
  /** In a dialog: only what is needed to go on. */
  isOnTheSpot: boolean;
  /** Whether a record on file is changed. */
  isEdit: boolean;
  /** Takes a record on file that turned out to be the one. */
  onUse?: (record: unknown) => void;
};
