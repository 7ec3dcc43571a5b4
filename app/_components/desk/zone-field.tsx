import type { FieldProps } from "./field";
import { TextField } from "./text-field";

const LIST_ID = "time-zones";

/** An IANA zone, with those known as suggestions where the page has a ZoneList. */
export function ZoneField({ defaultValue, ...field }: FieldProps & { defaultValue?: string }) {
  return (
    <TextField
      {...field}
      defaultValue={defaultValue}
      list={LIST_ID}
      maxLength={64}
      dir="ltr"
      spellCheck={false}
    />
  );
}

/** The zones that the server knows, once on a page for all its fields of zones. Rendered on the server alone. */
export function ZoneList() {
  return (
    <datalist id={LIST_ID}>
      {["UTC", ...Intl.supportedValuesOf("timeZone")].map((zone) => (
        <option key={zone} value={zone} />
      ))}
    </datalist>
  );
}
