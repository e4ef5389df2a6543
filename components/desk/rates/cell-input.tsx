import { useTranslations } from "next-intl";
import { Field } from "#components/ui/field.tsx";
import { Input, Select } from "#components/ui/input.tsx";
import type { RateCell } from "./cells.ts";
import type { RateEditor } from "./rate-editor.ts";
import type { RateField, RateRow } from "./rate-table.ts";

interface CellProps {
  cell: RateCell;
  editor: RateEditor;
}

/** A field's name, with the currency where it is money. */
export function useFieldLabel(currency: string): (field: RateField) => string {
  const t = useTranslations("desk.rates.fields");
  return ({ label, unit }) => (unit === "money" ? `${t(label)} (${currency})` : t(label));
}

/** A field under its own label. */
export function CellField({ cell: { path, field }, editor }: CellProps) {
  const labelOf = useFieldLabel(editor.currency);
  return (
    <Field id={`rate-${path}`} label={labelOf(field)} error={editor.errors[path]}>
      {(control) => (
        <Input
          {...control}
          type={field.unit === "date" ? "date" : "text"}
          inputMode={field.unit === "date" ? undefined : "decimal"}
          value={editor.texts[path] ?? ""}
          onChange={({ target }) => editor.change({ [path]: target.value })}
          className="scroll-mb-28"
        />
      )}
    </Field>
  );
}

/** A field of a row, whose column is its label. */
export function CellInput({ cell, editor, row }: CellProps & { row: RateRow }) {
  const t = useTranslations("desk.rates.fields");
  const { path, field } = cell;
  const error = editor.errors[path];
  const control = {
    "aria-label": `${t(field.label)}, ${row.label}`,
    "aria-invalid": error ? (true as const) : undefined,
    "aria-describedby": error ? `rate-${path}-error` : undefined,
  };
  return (
    <div className="grid content-start gap-1">
      {field.unit === "choice" ? (
        <Choice cell={cell} editor={editor} control={control} />
      ) : (
        <Input
          {...control}
          inputMode="decimal"
          placeholder={row.usual?.[path]}
          value={editor.texts[path] ?? ""}
          onChange={({ target }) => editor.change({ [path]: target.value })}
          className="scroll-mb-28"
        />
      )}
      {error ? (
        <p id={`rate-${path}-error`} className="text-sm text-bad">
          {error}
        </p>
      ) : null}
    </div>
  );
}

interface ChoiceProps extends CellProps {
  control: { "aria-label": string };
}

function Choice({ cell: { path, field, id }, editor, control }: ChoiceProps) {
  const t = useTranslations("desk.rates.per");
  const options = field.options?.(id) ?? [];
  const chosen = editor.texts[path] ?? options[0] ?? "";
  const all = options.includes(chosen) ? options : [chosen, ...options];
  if (all.length === 1) return <p className="py-2 text-sm text-muted">{t(chosen)}</p>;
  return (
    <Select
      {...control}
      value={chosen}
      onChange={({ target }) => editor.change({ [path]: target.value })}
    >
      {all.map((one) => (
        <option key={one} value={one}>
          {t(one)}
        </option>
      ))}
    </Select>
  );
}
