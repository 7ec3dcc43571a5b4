"use client";

import { useRef, useState } from "react";
import type { ChoiceKind } from "@/lib/search/schema";
import type { Choice } from "@/lib/search/types";
import { Combobox, type ComboboxHandle } from "../combobox";
import { fillIn } from "../fill-in";
import { MakeDialog } from "./make-dialog";
import type { MakeKind } from "./make-words";
import { fieldOf, type RecordGround, shownIn } from "./record-ground";

type Props = {
  ground: RecordGround;
  name: string;
  kind: ChoiceKind;
  required?: boolean;
  eventId?: string | null;
  /** Offers to make a record of what was typed, where that is no detour. */
  makes?: MakeKind;
  onSelect?: (choice: Choice | null) => void;
};

/** Another record that this one names, found by typing, or made on the spot. */
export function RecordChoice({ ground, name, kind, required, eventId = null, makes, onSelect }: Props) {
  const box = useRef<ComboboxHandle>(null);
  const [typed, setTyped] = useState<string | null>(null);
  const { words, texts, locale } = ground;
  const take = (choice: Choice) => {
    setTyped(null);
    box.current?.take(choice);
    box.current?.focus();
  };
  return (
    <>
      <Combobox
        key={ground.turns[name]}
        ref={box}
        {...fieldOf(ground, name)}
        kind={kind}
        locale={locale}
        eventId={eventId}
        required={required}
        initial={{ id: shownIn(ground, name), label: shownIn(ground, `${name}Label`) }}
        onSelect={onSelect}
        {...(makes && {
          onCreate: setTyped,
          createLabel: (text: string) => fillIn(words.record.create[makes], "typed", text),
        })}
      />
      {makes && typed !== null ? (
        <MakeDialog
          kind={makes}
          isOpen
          typed={typed}
          locale={locale}
          eventId={eventId}
          words={words}
          texts={texts}
          onClose={() => setTyped(null)}
          onMade={take}
        />
      ) : null}
    </>
  );
}
