"use client";

import { useEffect, useState } from "react";
import { Combobox } from "./combobox";
import { Dialog } from "./dialog";
import type { FieldTexts } from "./field-texts";
import { KeyList } from "./key-table";
import { goTo, isTyping, pressKey } from "./press-key";

export type KeyWords = {
  title: string;
  rows: readonly { keys: readonly string[]; does: string }[];
  single: string;
  palette: string;
  paletteEvent: string;
  places: readonly { href: string; label: string }[];
};

const OFF = "counterclaim keys off";
const GO_MS = 1500;

/**
 * The keys of the desk. Off while somebody types; those of a single key can be switched off for good (WCAG 2.1.4).
 */
export function DeskKeys({ locale, words, texts }: { locale: string; words: KeyWords; texts: FieldTexts }) {
  const [shown, setShown] = useState<"help" | "palette" | null>(null);
  const [isOff, setOff] = useState(false);
  useEffect(() => setOff(localStorage.getItem(OFF) === "yes"), []);
  useEffect(() => {
    let went = 0;
    const press = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey)) {
        event.preventDefault();
        setShown("palette");
        return;
      }
      if (isOff || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      if (document.querySelector("dialog[open]")) return;
      const isGoing = event.timeStamp - went < GO_MS;
      went = event.key === "g" ? event.timeStamp : 0;
      if (event.key === "?") setShown("help");
      else if (!(isGoing && goTo(event.key, words.places, locale)) && !pressKey(event.key, locale)) return;
      event.preventDefault();
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, [isOff, locale, words.places]);

  const close = () => setShown(null);
  return (
    <>
      <Dialog isOpen={shown === "help"} onClose={close} title={words.title} texts={texts}>
        <KeyList rows={words.rows} />
        <label className="flex items-start gap-3 py-2.5 mt-4">
          <input
            type="checkbox"
            checked={!isOff}
            onChange={({ currentTarget }) => {
              localStorage.setItem(OFF, currentTarget.checked ? "no" : "yes");
              setOff(!currentTarget.checked);
            }}
            className="size-5 min-h-0 mt-0.5 shrink-0 accent-ink"
          />
          {words.single}
        </label>
      </Dialog>
      <Dialog isOpen={shown === "palette"} onClose={close} title={words.palette} texts={texts}>
        <Combobox
          name="goToEvent"
          kind="event"
          label={words.paletteEvent}
          locale={locale}
          texts={texts}
          autoFocus
          onSelect={(choice) => {
            if (choice?.extra?.slug) location.assign(`/${locale}/desk/events/${choice.extra.slug}`);
          }}
        />
        <ul className="mt-4 columns-2">
          {words.places.map(({ href, label }) => (
            <li key={href}>
              <a className="inline-block py-1.5" href={href}>
                {label}
              </a>
            </li>
          ))}
        </ul>
      </Dialog>
    </>
  );
}
