import { z } from "zod";

const Env = z.object({
  DATABASE_URL: z
    .string({ error: "DATABASE_URL is not set. `npm start` sets it for the embedded database." })
    .regex(/^postgres(ql)?:\/\//, "DATABASE_URL must begin with postgres:// or postgresql://."),
  DATABASE_POOL_MAX: z.coerce.number().int().min(1).max(200).default(10),
});

/** The settings of this process. Read when first needed, so that a build needs none of them. */
export function env(): z.infer<typeof Env> {
  parsed ??= Env.parse(process.env);
  return parsed;
}
let parsed: z.infer<typeof Env> | undefined;
