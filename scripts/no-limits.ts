const MOST = "100000000";

/** For measurements and tests, which ask for everything from one address as fast as they can. */
export const NO_LIMITS = {
  PAGES_PER_MINUTE: "0",
  SEARCHES_PER_MINUTE: MOST,
  DOWNLOADS_PER_MINUTE: MOST,
  FORMS_PER_MINUTE: MOST,
  API_READS_PER_MINUTE: MOST,
  API_WRITES_PER_MINUTE: MOST,
} as const;
