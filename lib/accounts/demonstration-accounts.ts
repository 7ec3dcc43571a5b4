import type { Role } from "../vocabulary";

/** The ready accounts of the demonstration: for this machine alone, so that their password may be read by all. */
export const DEMONSTRATION_PASSWORD = "counterclaim-demonstration";

export const DEMONSTRATION_ACCOUNTS: readonly { role: Role; email: string; name: string }[] = [
  { role: "journalist", email: "journalist@demonstration.invalid", name: "Demonstration journalist" },
  { role: "editor", email: "editor@demonstration.invalid", name: "Demonstration editor" },
  { role: "admin", email: "admin@demonstration.invalid", name: "Demonstration admin" },
];
