import { translator } from "@/lib/format/messages";
import { KEYS } from "./keys";

/** What each key does, for the desk's first page. */
export function KeyTable({ locale }: { locale: string }) {
  const t = translator(locale);
  return <KeyList rows={KEYS.map(({ code, keys }) => ({ keys, does: t(`desk.keys.${code}`) }))} />;
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
