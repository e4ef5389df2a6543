import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "#components/ui/button.tsx";
import { AddRow } from "./add-row.tsx";
import { CellInput, useFieldLabel } from "./cell-input.tsx";
import { cellsOf } from "./cells.ts";
import type { RateEditor } from "./rate-editor.ts";
import type { RateGroup, RateRow } from "./rate-table.ts";

type RowGroup = Extract<RateGroup, { sort: "rows" | "tiers" }>;

const COLUMNS =
  "grid grid-cols-[1fr_1fr_2.5rem] gap-x-2 gap-y-1 sm:grid-cols-[1.3fr_1fr_1fr_2.5rem]";

/** Rates by alloy or material: those the atelier works in, and a way to add others. */
export function RateRows({ group, editor }: { group: RowGroup; editor: RateEditor }) {
  const labelOf = useFieldLabel(editor.currency);
  const isOpen = ({ id }: RateRow) => cellsOf(group, id).some(({ path }) => path in editor.texts);
  const rows = group.rows.filter(isOpen);
  const first = (id: string) => cellsOf(group, id)[0]!.path;
  return (
    <div className="grid gap-3">
      {rows.length > 0 ? (
        <div aria-hidden className={`${COLUMNS} text-xs font-medium text-muted`}>
          <span className="max-sm:hidden" />
          {group.fields.map((field) => (
            <span key={field.path}>{labelOf(field)}</span>
          ))}
        </div>
      ) : null}
      {rows.map((row) => (
        <Row key={row.id} row={row} group={group} editor={editor} />
      ))}
      <AddRow
        rows={group.rows.filter((row) => !isOpen(row))}
        onAdd={(id) => editor.change({ [first(id)]: "" })}
      />
    </div>
  );
}

function Row({ row, group, editor }: { row: RateRow; group: RowGroup; editor: RateEditor }) {
  const t = useTranslations("desk.rates");
  const cells = cellsOf(group, row.id);
  const weighed = editor.weighed[row.id];
  return (
    <div className={`${COLUMNS} border-t border-line pt-2`}>
      <p className="text-sm max-sm:col-span-3 sm:py-2">
        {row.label}
        {weighed ? (
          <span className="block text-xs text-muted">{t("ownDensity", { value: weighed })}</span>
        ) : null}
      </p>
      {cells.map((cell) => (
        <CellInput key={cell.path} cell={cell} editor={editor} row={row} />
      ))}
      <Button
        look="quiet"
        size="small"
        className="mt-1"
        aria-label={t("removeRow", { name: row.label })}
        onClick={() => editor.change(Object.fromEntries(cells.map(({ path }) => [path, null])))}
      >
        <X aria-hidden className="size-4" />
      </Button>
    </div>
  );
}
