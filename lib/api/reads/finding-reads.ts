import "server-only";
import { z } from "zod";
import { findComparison } from "../../compare/queries";
import { CHOSEN_MAX } from "../../compare/schema";
import { Invalid } from "../../errors";
import { searchPublic } from "../../search/public-search";
import { ComparisonResource, comparisonResource } from "../resources/comparison";
import { SearchResource, searchResource } from "../resources/search";
import { VocabularyResource, vocabularyResources } from "../resources/vocabulary";
import { defineRead, PublicId } from "./define-read";

export const search = defineRead({
  path: "/search",
  id: "search",
  tag: "Finding",
  summary:
    "Find events, claimants, publications, claims and reports by words, names in any script, or addresses.",
  params: z.strictObject({}),
  query: {
    q: z
      .string()
      .trim()
      .min(1, "Say what to look for.")
      .max(200, "Use at most 200 characters.")
      .meta({ description: "What to look for." }),
  },
  data: SearchResource,
  includes: {},
  isList: false,
  async run({ query: { q } }) {
    const found = await searchPublic(q);
    if (!found) throw new Invalid({ q: "This search takes too long: use fewer or longer words." });
    return { row: searchResource(found) };
  },
});

export const compare = defineRead({
  path: "/compare",
  id: "compare",
  tag: "Finding",
  summary:
    "Set figures against each other: of each two, how they stand, why, and as of when. Never an average.",
  params: z.strictObject({}),
  query: {
    claims: z
      .string()
      .transform((text) => [...new Set(text.split(","))])
      .pipe(
        z
          .array(PublicId)
          .min(2, "Name at least two claims, with commas between them.")
          .max(CHOSEN_MAX, `Name at most ${CHOSEN_MAX} claims.`),
      )
      .meta({ description: `The ids of two to ${CHOSEN_MAX} claims, with commas between them.` }),
  },
  data: ComparisonResource,
  includes: {},
  isList: false,
  async run({ query: { claims } }) {
    const page = await findComparison({ claims, claimants: [], measures: [], q: null, scale: null });
    return { row: comparisonResource(page) };
  },
});

export const listVocabulary = defineRead({
  path: "/vocabulary",
  id: "listVocabulary",
  tag: "Finding",
  summary: "List every code that the API speaks, with the words that readers see. All at once.",
  params: z.strictObject({}),
  query: {},
  data: VocabularyResource,
  includes: {},
  isList: true,
  async run() {
    return { rows: vocabularyResources() };
  },
});
