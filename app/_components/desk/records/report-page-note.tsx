import { fillIn } from "../fill-in";
import type { MakeWords } from "./make-words";
import type { ReadPageState } from "./use-read-page";

type Props = {
  page: ReadPageState;
  words: MakeWords["report"]["page"];
  locale: string;
  onUse?: (record: unknown) => void;
};

/** What came of reading a report's page, below its address: never in the way of saving. */
export function ReportPageNote({ page, words, locale, onUse }: Props) {
  const { known } = page;
  return (
    <div role="status" className="small grid gap-1">
      <p className="text-muted">{sentenceOf(page, words)}</p>
      {page.isArchive ? <p className="font-semibold">{words.isArchive}</p> : null}
      {known ? (
        <div className="border-s-3 border-flag ps-3">
          <p className="font-semibold">{words.known}</p>
          <p>
            <bdi>{known.label}</bdi>
            {known.detail ? <span className="text-muted"> · {known.detail}</span> : null}
          </p>
          {onUse ? (
            <button type="button" className="mt-2" onClick={() => onUse(known)}>
              {words.use}
            </button>
          ) : (
            <a
              className="inline-block py-1.5"
              href={`/${locale}/desk/reports/${known.extra?.publicId ?? ""}`}
            >
              {words.open}
            </a>
          )}
        </div>
      ) : null}
    </div>
  );
}

function sentenceOf({ state, saysAnything }: ReadPageState, words: Props["words"]): string {
  if (state === "fresh" || state === "known") return "";
  if (state === "asking") return words.asking;
  if (state === "read") return saysAnything ? words.told : words.toldNothing;
  if (state === "busy") return words.busy;
  if (state === "signed_out") return words.signedOut;
  return fillIn(words.failed, "why", words.why[state]);
}
