/** One measurement beside its bar. */
export type Measured = { what: string; value: string; bar: string; holds: boolean };
