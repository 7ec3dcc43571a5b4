import { foreign, type Lexicon, qualifier, row } from "./meanings";

/** Marks, which mean the same in every language. */
export const MARKS: Lexicon = [
  qualifier("about", "before", "~"),
  qualifier("at_least", "before", "≥, >=, =>"),
  qualifier("more_than", "before", ">"),
  qualifier("up_to", "before", "≤, <=, =<"),
  qualifier("fewer_than", "before", "<"),
  row("plus_or_minus", "±, +/-"),
  row("plus", "+"),
  row("minus", "−"),
  row("dash", "-, –"),
  row("to", "…, .., ..., →"),
  row("of", "/"),
  row("and", "&"),
  row("percent", "%, ‰"),
  row("open", "(, ["),
  row("close", "), ]"),
  row("quote", `", '`),
  row("pause", "., ;, :, !, •, *, ="),
  [{ role: "fraction", value: 0.5 }, "½"],
  [{ role: "fraction", value: 0.25 }, "¼"],
  [{ role: "fraction", value: 0.75 }, "¾"],
  foreign("money", "either", "$, €, £, ¥, ₴, ₽, ₹"),
  foreign("ordinal", "before", "#, №"),
];
