import { translator } from "@/lib/format/messages";
import { keysFor } from "./keys";

/** What each key does, for the desk's first page. */
export function KeyTable({ isEditor, locale }: { isEditor: boolean; locale: string }) {
  const t = translator(locale);
  const rows = keysFor(isEditor).map(({ code, keys }) => ({ keys, does: t(`desk.keys.${code}`) }));
  return <KeyList rows={rows} />;
}

export function KeyList({ rows }: { rows: readonly { keys: readonly string[]; does: string }[] }) {
  return (
    <dl className="small grid grid-cols-[max-content_1fr] gap-x-5 gap-y-1.5">
      {rows.map(({ keys, does }) => (
        <div key={does} className="contents">
          <dt>
            {keys.map((key) => (
              <kbd key={key} className="border border-rule-strong rounded-xs px-1.5 py-0.5 me-1">
                {key}
              </kbd>
            ))}
          </dt>
          <dd>{does}</dd>
        </div>
      ))}
    </dl>
  );
}
