import { Plus, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "#components/ui/button.tsx";
import { AddRow } from "./add-row.tsx";
import { CellInput, useFieldLabel } from "./cell-input.tsx";
import { cellsOf, tierCount } from "./cells.ts";
import type { RateEditor } from "./rate-editor.ts";
import { MOST_TIERS, type RateGroup, type RateRow } from "./rate-table.ts";

type TierGroup = Extract<RateGroup, { sort: "rows" | "tiers" }>;

/** Rates that grow by weight, stone by stone. */
export function RateTiers({ group, editor }: { group: TierGroup; editor: RateEditor }) {
  const isOpen = ({ id }: RateRow) => tierCount(editor.texts, group, id) > 0;
  return (
    <div className="grid gap-5">
      {group.rows.filter(isOpen).map((row) => (
        <Stone key={row.id} row={row} group={group} editor={editor} />
      ))}
      <AddRow
        rows={group.rows.filter((row) => !isOpen(row))}
        onAdd={(id) => editor.change(emptyTier(group, id, 0))}
      />
    </div>
  );
}

const emptyTier = (group: TierGroup, id: string, tier: number) =>
  Object.fromEntries(cellsOf(group, id, tier).map(({ path }) => [path, ""]));

const COLUMNS = "grid grid-cols-[1fr_1fr_2.5rem] gap-2";

function Stone({ row, group, editor }: { row: RateRow; group: TierGroup; editor: RateEditor }) {
  const t = useTranslations("desk.rates");
  const labelOf = useFieldLabel(editor.currency);
  const count = tierCount(editor.texts, group, row.id);
  const error = editor.errors[`stones.${row.id}`];
  return (
    <fieldset className="grid gap-2 border-t border-line pt-3">
      <legend className="float-left text-sm font-medium">{row.label}</legend>
      <div aria-hidden className={`${COLUMNS} text-xs font-medium text-muted`}>
        {group.fields.map((field) => (
          <span key={field.path}>{labelOf(field)}</span>
        ))}
      </div>
      {Array.from({ length: count }, (_, tier) => (
        <div key={cellsOf(group, row.id, tier)[0]!.path} className={COLUMNS}>
          {cellsOf(group, row.id, tier).map((cell) => (
            <CellInput
              key={cell.path}
              cell={cell}
              editor={editor}
              row={{ ...row, label: t("tierOf", { name: row.label, number: tier + 1 }) }}
            />
          ))}
          <Button
            look="quiet"
            size="small"
            className="mt-1"
            aria-label={t("removeTier", { name: row.label, number: tier + 1 })}
            onClick={() => editor.change(withoutTier(editor, group, row.id, tier))}
          >
            <X aria-hidden className="size-4" />
          </Button>
        </div>
      ))}
      {error ? <p className="text-sm text-bad">{error}</p> : null}
      {count < MOST_TIERS ? (
        <Button
          look="quiet"
          size="small"
          className="justify-self-start"
          onClick={() => editor.change(emptyTier(group, row.id, count))}
        >
          <Plus aria-hidden className="size-4" />
          {t("addTier")}
        </Button>
      ) : null}
    </fieldset>
  );
}

/** The tiers behind it move up; the last is taken away. */
function withoutTier({ texts }: RateEditor, group: TierGroup, id: string, tier: number) {
  const count = tierCount(texts, group, id);
  const part: Record<string, string | null> = {};
  for (let at = tier; at < count; at++) {
    const after = cellsOf(group, id, at + 1);
    for (const [place, { path }] of cellsOf(group, id, at).entries()) {
      part[path] = at + 1 < count ? (texts[after[place]!.path] ?? "") : null;
    }
  }
  return part;
}
