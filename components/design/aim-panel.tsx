"use client";

import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Input, Select } from "#components/ui/input.tsx";
import { minorDigits } from "#lib/shared/currencies.ts";
import { fromReader } from "#lib/shared/reader-money.ts";
import { readAmount } from "./read-amount.ts";
import { useMoney } from "./use-money.ts";

/** What to come to: grams, or minor units of the price. */
export type Aim = { massG: number } | { totalMinor: number };

/** Masses are weighed to the milligram. */
const GRAM_DIGITS = 3;

interface AimPanelProps {
  currency: string;
  busy: boolean;
  onAim: (aim: Aim) => void;
}

/** Lets the piece come to a weight or a price: its free lengths are moved inside the rules. */
export function AimPanel({ currency: counted, busy, onAim }: AimPanelProps) {
  const { reader } = useMoney();
  const currency = reader?.currency ?? counted;
  const t = useTranslations("design.aim");
  const id = useId();
  const [measure, setMeasure] = useState<"mass" | "price">("mass");
  const [text, setText] = useState("");
  const digits = measure === "mass" ? GRAM_DIGITS : minorDigits(currency);
  const value = readAmount(text, digits);
  const aim =
    measure === "mass"
      ? { massG: value }
      : { totalMinor: fromReader(Math.round(value * 10 ** digits), reader) };
  const isValue = Object.values(aim).every((number) => Number.isFinite(number) && number > 0);
  return (
    <form
      className="grid gap-2 text-sm"
      aria-label={t("title")}
      onSubmit={(event) => {
        event.preventDefault();
        if (isValue) onAim(aim);
      }}
    >
      <h3 className="text-xs font-medium tracking-wide text-muted uppercase">{t("title")}</h3>
      <p className="text-muted">{t("about")}</p>
      <div className="flex items-end gap-2">
        <label className="grid flex-1 gap-1.5" htmlFor={`${id}-measure`}>
          {t("measure")}
          <Select
            id={`${id}-measure`}
            value={measure}
            onChange={(event) => setMeasure(event.currentTarget.value as "mass" | "price")}
          >
            <option value="mass">{t("mass")}</option>
            <option value="price">{t("price", { currency })}</option>
          </Select>
        </label>
        <label className="grid w-24 gap-1.5" htmlFor={`${id}-value`}>
          {t("value")}
          <Input
            id={`${id}-value`}
            inputMode="decimal"
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
        </label>
        <Button type="submit" look="secondary" disabled={busy || !isValue}>
          {t("solve")}
        </Button>
      </div>
    </form>
  );
}
