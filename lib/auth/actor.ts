import type { Role } from "../vocabulary";

/** Who acts. It stands in the history by `id`. */
export type Actor = {
  id: string;
  kind: "person" | "system";
  name: string;
  role: Role;
};
