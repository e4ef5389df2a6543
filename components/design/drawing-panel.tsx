"use client";

import { useLocale, useTranslations } from "next-intl";
import type { TechPack } from "#lib/kernel/garment/tech-pack.ts";
import { decimal } from "./format.ts";
import { Picture } from "./picture.tsx";

interface DrawingPanelProps {
  designId: string;
  title: string;
  /** The saved revision that is drawn. */
  revisionNumber: number;
  pack: TechPack;
}

/** A garment's technical drawing and all a workshop needs to cut and sew it. */
export function DrawingPanel({ designId, title, revisionNumber, pack }: DrawingPanelProps) {
  const t = useTranslations("design.drawing");
  const locale = useLocale();
  const fixed = (value: number, digits: number) => decimal(value, digits, digits, locale);
  const cm = (mm: number) => fixed(mm / 10, 1);
  const address = `/api/v1/designs/${designId}/drawing.svg?revision=${revisionNumber}`;
  return (
    <div className="grid gap-6">
      <a href={address} target="_blank" rel="noreferrer" className="block">
        <Picture
          src={address}
          alt={t("alt", { title })}
          className="w-full rounded-control border border-line bg-white"
        />
      </a>
      <a href={address} download={`${title}.svg`} className="text-sm text-accent hover:underline">
        {t("download")}
      </a>
      <Section title={t("finished")}>
        {pack.finished.map(({ name, valueMm, toleranceMm }) => (
          <Row key={name} name={name}>
            {cm(valueMm)} ± {cm(toleranceMm)} cm
          </Row>
        ))}
      </Section>
      <Section title={t("cloth")}>
        <Row name={t("buy")}>
          {fixed(pack.clothLengthMm / 1000, 2)} m × {fixed(pack.clothWidthMm / 1000, 2)} m
        </Row>
        <Row name={t("pieces")}>{fixed(pack.fabricAreaM2, 3)} m²</Row>
        <Row name={t("waste")}>{fixed(pack.wastePercent, 1)} %</Row>
        <Row name={t("seams")}>{cm(pack.seamLengthMm)} cm</Row>
        <Row name={t("hems")}>{cm(pack.hemLengthMm)} cm</Row>
        <Row name={t("time")}>{pack.sewingMinutes} min</Row>
      </Section>
      <Section title={t("trims")}>
        {pack.trims.map(({ name, count, sizeMm }) => (
          <Row key={name} name={count > 1 ? `${count} × ${name}` : name}>
            {name === "Thread" ? `${sizeMm / 1000} m` : `${cm(sizeMm)} cm`}
          </Row>
        ))}
      </Section>
      <Section title={t("cut")}>
        {pack.pieces.map(({ name, count, areaM2 }) => (
          <Row key={name} name={`${count} × ${name}`}>
            {fixed(areaM2, 3)} m²
          </Row>
        ))}
      </Section>
    </div>
  );
}

function Section({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <section className="grid gap-2">
      <h3 className="text-xs font-medium tracking-wide text-muted uppercase">{title}</h3>
      <dl className="grid grid-cols-[1fr_auto] gap-x-4 gap-y-1.5 text-sm">{children}</dl>
    </section>
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
