import { useLocale, useTranslations } from "next-intl";
import { Card, CardTitle } from "#components/ui/card.tsx";
import { labelIn } from "#lib/kinds/tongues/labels/index.ts";
import { CellField } from "./cell-input.tsx";
import { cellsOf } from "./cells.ts";
import type { RateEditor } from "./rate-editor.ts";
import { RateRows } from "./rate-rows.tsx";
import type { RateGroup, RateSection } from "./rate-table.ts";
import { RateTiers } from "./rate-tiers.tsx";

interface RateSectionCardProps {
  section: RateSection;
  editor: RateEditor;
}

/** One part of the card: its fields, and its rows by alloy, material or stone. */
export function RateSectionCard({ section: { id, groups }, editor }: RateSectionCardProps) {
  const t = useTranslations("desk.rates.sections");
  return (
    <Card aria-labelledby={`rates-${id}`} className="grid gap-5">
      <div className="grid gap-1">
        <CardTitle id={`rates-${id}`}>{t(`${id}.title`)}</CardTitle>
        <p className="text-sm text-muted">{t(`${id}.text`)}</p>
      </div>
      {groups.map((group) => (
        <Group key={group.fields[0]?.path} group={group} editor={editor} />
      ))}
    </Card>
  );
}

function Group({ group, editor }: { group: RateGroup; editor: RateEditor }) {
  const locale = useLocale();
  if (group.sort !== "fields") {
    const rows = group.rows.map((row) => ({ ...row, label: labelIn(locale, row.label) }));
    const Rows = group.sort === "rows" ? RateRows : RateTiers;
    return <Rows group={{ ...group, rows }} editor={editor} />;
  }
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      {cellsOf(group).map((cell) => (
        <CellField key={cell.path} cell={cell} editor={editor} />
      ))}
    </div>
  );
}
