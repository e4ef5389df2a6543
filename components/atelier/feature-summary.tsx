import { useLocale, useTranslations } from "next-intl";
import { formatBox, formatMm } from "#components/design/format.ts";
import { Badge } from "#components/ui/badge.tsx";
import { Card, CardTitle } from "#components/ui/card.tsx";
import type { DesignFeatures } from "#lib/ateliers/features/types.ts";
import { labelIn } from "#lib/kinds/tongues/labels/index.ts";
import { matchSaid } from "#lib/kinds/tongues/sentences/match-said.ts";
import { craftLabel } from "#lib/shared/crafts.ts";
import { materialLabel } from "#lib/shared/materials.ts";

const TONES = {
  simple: "good",
  moderate: "plain",
  complex: "warn",
  exceptional: "accent",
} as const;

/** What making a design asks, with the reasons. */
export function FeatureSummary({ features }: { features: DesignFeatures }) {
  const t = useTranslations("atelier.features");
  const locale = useLocale();
  const { complexity, crafts, materials, boxMm, thinnestWallMm, source } = features;
  return (
    <Card aria-labelledby="features" className="grid gap-4">
      <div className="flex items-center justify-between gap-3">
        <CardTitle id="features">{t("title")}</CardTitle>
        <Badge tone={TONES[complexity.class]}>{t(`class.${complexity.class}`)}</Badge>
      </div>
      <p className="text-sm text-muted">
        {complexity.reasons.map((one) => matchSaid(locale, one)).join(" ")}
      </p>
      <ul className="grid gap-1 text-sm">
        {crafts.map(({ craft, reason }) => (
          <li key={craft}>
            <span className="font-medium">{labelIn(locale, craftLabel(craft))}</span>
            <span className="text-muted">: {matchSaid(locale, reason)}</span>
          </li>
        ))}
      </ul>
      <dl className="flex flex-wrap gap-x-6 gap-y-2 text-sm">
        {boxMm ? <Fact name={t("box")} value={formatBox(boxMm, false, locale)} /> : null}
        {thinnestWallMm !== null ? (
          <Fact name={t("wall")} value={formatMm(thinnestWallMm, 2, locale)} />
        ) : null}
      </dl>
      <p className="flex flex-wrap gap-1.5">
        {materials.map((id) => (
          <Badge key={id}>{labelIn(locale, materialLabel(id) ?? id)}</Badge>
        ))}
      </p>
      <p className="text-xs text-muted">{t(`source.${source}`)}</p>
    </Card>
  );
}

function Fact({ name, value }: { name: string; value: string }) {
  return (
    <div>
      <dt className="text-xs text-muted">{name}</dt>
      <dd className="tabular-nums">{value}</dd>
    </div>
  );
}
