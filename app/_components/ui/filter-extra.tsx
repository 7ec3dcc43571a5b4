import type { ReactNode } from "react";

type FieldProps = { name: string; label: string; value: string | null };

/** A day to filter by. The browser's own field writes it as the address does. */
export function FilterDay({ name, label, value }: FieldProps) {
  return (
    <Field name={name} label={label}>
      <input
        id={`filter-${name}`}
        name={name}
        type="date"
        min="0001-01-01"
        defaultValue={value ?? ""}
        className="w-full"
      />
    </Field>
  );
}

type OrderProps = FieldProps & { options: readonly { value: string; label: string }[] };

/** A choice of one that is always made: an order, not a filter. The first option is the usual one, and blank. */
export function FilterOrder({ name, label, value, options }: OrderProps) {
  return (
    <Field name={name} label={label}>
      <select id={`filter-${name}`} name={name} defaultValue={value ?? ""} className="w-full">
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Field>
  );
}

/** Something to tick. */
export function FilterTick({ name, label, isTicked }: { name: string; label: string; isTicked: boolean }) {
  return (
    <label className="flex items-center gap-2 min-h-11 self-end">
      <input
        name={name}
        type="checkbox"
        value="yes"
        defaultChecked={isTicked}
        className="size-5 min-h-0 accent-ink"
      />
      {label}
    </label>
  );
}

function Field({ name, label, children }: { name: string; label: string; children: ReactNode }) {
  return (
    <div className="grid gap-1 min-w-40 grow sm:grow-0">
      <label htmlFor={`filter-${name}`} className="small text-muted">
        {label}
      </label>
      {children}
    </div>
  );
}
