import type { ReadBack } from "@/app/_desk/claim-preview-words";

type Props = { name: string; read: ReadBack | null | undefined; chosen: string; legend: string };

/** What a text means, beneath the field that it was typed in: in words, or as readings to choose from. */
export function ReadBackNote({ name, read, chosen, legend }: Props) {
  return (
    <div aria-live="polite" className="small">
      {read ? (
        <p
          className={
            read.state === "refused" ? "text-flag" : read.state === "ask" ? "font-semibold" : "text-muted"
          }
        >
          {read.text}
        </p>
      ) : null}
      {read && read.readings.length > 0 ? (
        <fieldset>
          <legend className="sr-only">{legend}</legend>
          {read.readings.map(({ key, text }) => (
            <label key={key} className="flex items-start gap-3 py-1.5">
              <input
                type="radio"
                name={name}
                value={key}
                defaultChecked={key === chosen}
                className="size-5 min-h-0 mt-0.5 shrink-0 accent-ink"
              />
              <span>{text}</span>
            </label>
          ))}
        </fieldset>
      ) : null}
    </div>
  );
}
