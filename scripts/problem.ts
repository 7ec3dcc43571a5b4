/** Something that the person at the terminal can put right: one sentence that says how, shown without a stack. */
export class Problem extends Error {
  override name = "Problem";
}
