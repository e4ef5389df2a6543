"use client";

import { useLocale, useTranslations } from "next-intl";
import type { Measures } from "#lib/kernel/measures.ts";
import { labelIn } from "#lib/kinds/tongues/labels/index.ts";
import {
  decimal,
  formatArea,
  formatBox,
  formatCarats,
  formatGrams,
  formatLength,
  formatVolume,
} from "./format.ts";
import { useInches } from "./use-preference.ts";

interface NumbersPanelProps {
  measures: Measures;
  /** Names of alloys and other materials by id. */
  materials: Record<string, string>;
}

/** Millimetres, grams and carats of the piece, and what it would weigh in other materials. */
export function NumbersPanel({ measures, materials }: NumbersPanelProps) {
  const t = useTranslations("design.numbers");
  const locale = useLocale();
  const inInches = useInches();
  const clothMm2 = measures.madeOf.reduce((sum, share) => sum + share.clothMm2, 0);
  const others = Object.entries(measures.massByAlloy).filter(([id]) => materials[id]);
  return (
    <div className="grid gap-6">
      <dl className="grid grid-cols-[1fr_auto] gap-x-4 gap-y-2 text-sm">
        <Row name={t("box")}>{formatBox(measures.boxMm, inInches, locale)}</Row>
        <Row name={t("mass")}>{formatGrams(measures.massG, locale)}</Row>
        {clothMm2 > 0 ? (
          <Row name={t("cloth")}>{formatArea(clothMm2, locale)}</Row>
        ) : (
          <SolidRows measures={measures} />
        )}
      </dl>
      {measures.stones.length > 0 && (
        <section className="grid gap-2">
          <h3 className="text-xs font-medium tracking-wide text-muted uppercase">{t("stones")}</h3>
          <ul className="grid gap-1 text-sm">
            {measures.stones.map((stone) => (
              <li
                key={`${stone.stone}-${stone.cut}-${stone.sizeMm.join("-")}`}
                className="flex justify-between gap-4"
              >
                <span className="text-muted">
                  {stone.count} × {stone.cut} {stone.stone},{" "}
                  {stone.sizeMm
                    .slice(0, 2)
                    .map((mm) => decimal(mm, 1, 1, locale))
                    .join(" × ")}{" "}
                  mm
                </span>
                <span className="tabular-nums">
                  {formatCarats(stone.count * stone.caratsEach, locale)}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {others.length > 0 && (
        <details className="text-sm">
          <summary className="cursor-pointer text-muted hover:text-ink">
            {t("otherMaterials")}
          </summary>
          <ul className="mt-3 grid gap-1">
            {others.map(([id, massG]) => (
              <li key={id} className="flex justify-between gap-4">
                <span className="text-muted">{labelIn(locale, materials[id] ?? id)}</span>
                <span className="tabular-nums">{formatGrams(massG, locale)}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

/** What only a solid has; cloth has no volume and no wall. */
function SolidRows({ measures }: { measures: Measures }) {
  const t = useTranslations("design.numbers");
  const locale = useLocale();
  const inInches = useInches();
  const { volumeMm3, areaMm2, thinnestWallMm, watertight, pieces } = measures;
  return (
    <>
      <Row name={t("volume")}>{formatVolume(volumeMm3, locale)}</Row>
      <Row name={t("area")}>{formatArea(areaMm2, locale)}</Row>
      <Row name={t("thinnest")}>
        {thinnestWallMm === null ? t("measuring") : formatLength(thinnestWallMm, inInches, locale)}
      </Row>
      <Row name={t("closed")}>{watertight ? t("yes") : t("no")}</Row>
      <Row name={t("pieces")}>{pieces}</Row>
    </>
  );
}

function Row({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <>
      <dt className="text-muted">{name}</dt>
      <dd className="text-right tabular-nums">{children}</dd>
    </>
  );
}
