/** The channel of the database on which every instance hears what changed for readers. */
export const CONTENT_CHANNEL = "counterclaim_content";

/** What is heard there, as JSON: the chain that was written to, and its content version since. */
export type Announcement = {
  chain: string;
  version: number;
  /** The slug of the event whose pages show the change, beside lists; null where any page may. */
  event: string | null;
  /** Something was blanked: what was stored before is not to be shown again, whatever happens. */
  isBlanked: boolean;
};
