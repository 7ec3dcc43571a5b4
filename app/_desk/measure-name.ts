import { measureLabel, unitFor } from "@/app/_components/desk/records/measure-label";
import { measureWords } from "@/app/_components/desk/records/measure-words";
import type { Namer } from "@/lib/articles/article-input";
import { translator } from "@/lib/format/messages";

/** What a new measure of an article's figure is called, by what it counts and of whom. */
export function measureName(locale: string): Namer {
  const words = measureWords(translator(locale));
  return (candidate, personClass) => {
    if (candidate.type !== "figure") return { label: "", unit: "" };
    const kinds = [...candidate.kinds];
    const said = (candidate.unit ?? candidate.population?.text ?? "").replace(/_/g, " ");
    const unit = unitFor(kinds, words) || said || kinds.join(" ");
    const held = new FormData();
    for (const kind of kinds) held.append("kinds", kind);
    held.set("personClass", personClass);
    const label = kinds.includes("other") && said ? said : measureLabel(held, unit, words);
    return { label, unit };
  };
}
