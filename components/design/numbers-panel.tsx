"use client";

import { useTranslations } from "next-intl";
import type { Measures } from "#lib/kernel/measures.ts";
import { formatCarats, formatGrams, formatMm } from "./format.ts";

interface NumbersPanelProps {
  measures: Measures;
  /** Names of alloys and other materials by id. */
  materials: Record<string, string>;
}

/** Millimetres, grams and carats of the piece, and what it would weigh in other materials. */
export function NumbersPanel({ measures, materials }: NumbersPanelProps) {
  const t = useTranslations("design.numbers");
  const [across, deep, high] = measures.boxMm;
  const others = Object.entries(measures.massByAlloy).filter(([id]) => materials[id]);
  return (
    <div className="grid gap-6">
      <dl className="grid grid-cols-[1fr_auto] gap-x-4 gap-y-2 text-sm">
        <Row name={t("box")}>
          {across.toFixed(1)} × {deep.toFixed(1)} × {high.toFixed(1)} mm
        </Row>
        <Row name={t("volume")}>{measures.volumeMm3.toFixed(1)} mm³</Row>
        <Row name={t("area")}>{measures.areaMm2.toFixed(0)} mm²</Row>
        <Row name={t("mass")}>{formatGrams(measures.massG)}</Row>
        <Row name={t("thinnest")}>
          {measures.thinnestWallMm === null ? t("measuring") : formatMm(measures.thinnestWallMm)}
        </Row>
        <Row name={t("closed")}>{measures.watertight ? t("yes") : t("no")}</Row>
        <Row name={t("pieces")}>{measures.pieces}</Row>
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
                    .map((mm) => mm.toFixed(1))
                    .join(" × ")}{" "}
                  mm
                </span>
                <span className="tabular-nums">{formatCarats(stone.count * stone.caratsEach)}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <details className="text-sm">
        <summary className="cursor-pointer text-muted hover:text-ink">
          {t("otherMaterials")}
        </summary>
        <ul className="mt-3 grid gap-1">
          {others.map(([id, massG]) => (
            <li key={id} className="flex justify-between gap-4">
              <span className="text-muted">{materials[id]}</span>
              <span className="tabular-nums">{formatGrams(massG)}</span>
            </li>
          ))}
        </ul>
      </details>
    </div>
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
