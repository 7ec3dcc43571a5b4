import type { ReactNode } from "react";
import { translator } from "@/lib/format/messages";

type FormProps = {
  action: string;
  isFiltered: boolean;
  /** What it chooses, for those who listen, where it is more than a filter of a list. */
  label?: string;
  locale: string;
  children: ReactNode;
};

/** A form of filters: a plain GET, so that every view has an address. */
export function FilterForm({ action, isFiltered, label, locale, children }: FormProps) {
  const t = translator(locale);
  return (
    <form
      action={action}
      className="no-print my-6 flex flex-wrap items-end gap-x-4 gap-y-3"
      aria-label={label ?? t("filter.title")}
    >
      {children}
      <button type="submit">{t("filter.apply")}</button>
      {isFiltered ? (
        <a className="inline-block py-2.5" href={action}>
          {t("filter.clear")}
        </a>
      ) : null}
    </form>
  );
}

type FieldProps = { name: string; label: string; value?: string };

export function FilterText({
  name,
  label,
  value,
  type = "search",
}: FieldProps & { type?: "search" | "date" | "number" }) {
  return (
    <FilterField name={name} label={label}>
      <input
        id={`filter-${name}`}
        name={name}
        type={type}
        defaultValue={value ?? ""}
        maxLength={200}
        className="w-full"
      />
    </FilterField>
  );
}

type SelectProps = FieldProps & { options: { value: string; label: string }[]; locale: string };

/** A choice of one; the first option leaves it open. */
export function FilterSelect({ name, label, value, options, locale }: SelectProps) {
  return (
    <FilterField name={name} label={label}>
      <select id={`filter-${name}`} name={name} defaultValue={value ?? ""} className="w-full">
        <option value="">{translator(locale)("filter.any")}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </FilterField>
  );
}

function FilterField({ name, label, children }: { name: string; label: string; children: ReactNode }) {
  return (
    <div className="grid gap-1 min-w-40 grow sm:grow-0">
      <label htmlFor={`filter-${name}`} className="small text-muted">
        {label}
      </label>
      {children}
    </div>
  );
}
