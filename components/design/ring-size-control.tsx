"use client";

import { useTranslations } from "next-intl";
import { useMemo, useState } from "react";
import { type RingSystem, toInnerDiameterMm, toRingLabel } from "#lib/shared/ring-size.ts";
import { type ControlProps, NumberControl } from "./number-control.tsx";
import { usePreferredRingSystem } from "./use-preference.ts";

/** Systems a size is shown in, the reader's own first in the list. */
const SYSTEMS: RingSystem[] = ["us", "eu", "uk", "jp", "hk"];

/** A ring's size by its label in any system; the diameter in mm is what counts and can be set too. */
export function RingSizeControl(props: ControlProps<number>) {
  const t = useTranslations("design.ringSize");
  const { field, value, onChange } = props;
  const preferred = usePreferredRingSystem();
  const [chosen, setSystem] = useState<RingSystem | null>(null);
  const system = chosen ?? SYSTEMS.find((one) => one === preferred) ?? "us";
  const { minimum = 12, maximum = 26 } = field;
  const sizes = useMemo(() => sizesOf(system, minimum, maximum), [system, minimum, maximum]);
  const label = toRingLabel(system, value) ?? "";
  // The nearest label of the largest sizes can lie just outside what the field allows.
  const options = label === "" || sizes.includes(label) ? sizes : [...sizes, label];
  return (
    <div className="grid gap-4">
      <div className="flex items-end gap-2">
        <label className="grid flex-1 gap-1.5 text-sm">
          {t("size")}
          <select
            value={label}
            onChange={(event) => {
              const diameter = toInnerDiameterMm(system, event.currentTarget.value);
              if (diameter !== null) onChange(Number(diameter.toFixed(2)));
            }}
            className={SELECT}
          >
            {label === "" && <option value="">{t("none")}</option>}
            {options.map((size) => (
              <option key={size} value={size}>
                {size}
              </option>
            ))}
          </select>
        </label>
        <label className="grid flex-1 gap-1.5 text-sm">
          {t("system")}
          <select
            value={system}
            onChange={(event) => setSystem(event.currentTarget.value as RingSystem)}
            className={SELECT}
          >
            {SYSTEMS.map((one) => (
              <option key={one} value={one}>
                {t(`systems.${one}`)}
              </option>
            ))}
          </select>
        </label>
      </div>
      <dl className="flex flex-wrap gap-x-4 gap-y-1 text-sm">
        {SYSTEMS.map((one) => (
          <div key={one} className="flex gap-1.5">
            <dt className="text-muted">{one.toUpperCase()}</dt>
            <dd className="tabular-nums">{toRingLabel(one, value) ?? "–"}</dd>
          </div>
        ))}
      </dl>
      <NumberControl {...props} />
    </div>
  );
}

const SELECT = "h-9 rounded-control border border-line-strong bg-surface px-2";

/** Every label of a system whose diameter the field allows, in growing order. */
function sizesOf(system: RingSystem, minimum: number, maximum: number): string[] {
  const labels = new Set<string>();
  for (let mm = minimum; mm <= maximum; mm += 0.02) {
    const label = toRingLabel(system, mm);
    const back = label === null ? null : toInnerDiameterMm(system, label);
    if (label !== null && back !== null && back >= minimum && back <= maximum) labels.add(label);
  }
  return [...labels];
}
