import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Select } from "#components/ui/input.tsx";
import type { RateRow } from "./rate-table.ts";

interface AddRowProps {
  /** Those that are not there yet. */
  rows: readonly RateRow[];
  onAdd: (id: string) => void;
}

/** Chooses one of the rows that are not there yet. */
export function AddRow({ rows, onAdd }: AddRowProps) {
  const t = useTranslations("desk.rates");
  const [chosen, choose] = useState("");
  const id = rows.some((row) => row.id === chosen) ? chosen : rows[0]?.id;
  if (!id) return null;
  return (
    <div className="flex gap-2">
      <Select
        aria-label={t("addRowWhich")}
        value={id}
        onChange={({ target }) => choose(target.value)}
        className="max-w-56"
      >
        {rows.map((row) => (
          <option key={row.id} value={row.id}>
            {row.label}
          </option>
        ))}
      </Select>
      <Button look="secondary" onClick={() => onAdd(id)}>
        <Plus aria-hidden className="size-4" />
        {t("addRow")}
      </Button>
    </div>
  );
}
