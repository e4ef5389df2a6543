import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "#components/ui/button.tsx";
import type { RateSection } from "./rate-table.ts";

interface AddSectionProps {
  sections: readonly RateSection[];
  onAdd: (id: string) => void;
}

/** The parts of a card that the atelier's crafts do not open by themselves. */
export function AddSection({ sections, onAdd }: AddSectionProps) {
  const t = useTranslations("desk.rates");
  if (sections.length === 0) return null;
  return (
    <section aria-labelledby="more-rates" className="grid gap-3">
      <h2 id="more-rates" className="text-sm font-semibold">
        {t("addSection")}
      </h2>
      <div className="flex flex-wrap gap-2">
        {sections.map(({ id }) => (
          <Button key={id} look="secondary" size="small" onClick={() => onAdd(id)}>
            <Plus aria-hidden className="size-4" />
            {t(`sections.${id}.title`)}
          </Button>
        ))}
      </div>
    </section>
  );
}
