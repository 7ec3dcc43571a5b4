// Loaded before an app whose clock is to jump: Date is ahead, or behind, by as many ms as the file FAULT_CLOCK says.
import { readFileSync } from "node:fs";

const Real = Date;
let shiftMs = 0;
const now = () => Real.now() + shiftMs;

globalThis.Date = new Proxy(Real, {
  construct: (target, args, of) => Reflect.construct(target, args.length === 0 ? [now()] : args, of),
  apply: () => new Real(now()).toString(),
  get: (target, name) => (name === "now" ? now : Reflect.get(target, name)),
});

const look = () => {
  shiftMs = Number(readFileSync(process.env.FAULT_CLOCK, "utf8"));
};
look();
setInterval(look, 50).unref();
