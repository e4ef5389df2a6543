"use client";

import { useTranslations } from "next-intl";
import { Field } from "#components/ui/field.tsx";
import { TextField } from "#components/ui/form-fields.tsx";
import { Select } from "#components/ui/input.tsx";
import type { FigurineInput } from "#lib/figurines/options.ts";
import { STYLE_IDS } from "#lib/kernel/figurine/cartoon/types.ts";
import { ChoiceField } from "./choice-field.tsx";

export const TEMPLATES = [
  ...["casual", "sitting", "superhero", "graduate", "bride", "groom"],
  ...["footballer", "musician", "chef", "doctor", "astronaut", "princess"],
];
const HAIRS = [
  ...["bald", "short", "swept", "spiky", "bob", "long", "ponytail", "bun", "curly", "afro"],
];

interface FieldsProps {
  /** What is asked for so far; absent in a new figurine. */
  input?: FigurineInput;
  /** Whose models can draw the cartoon; null where only this machine can. */
  provider?: string | null;
}

/** How the cartoon is drawn. */
export function CartoonFields({ input, provider = null }: FieldsProps) {
  const t = useTranslations("figurine.options");
  return (
    <>
      <ChoiceField
        name="style"
        label={t("style")}
        group="styles"
        values={STYLE_IDS}
        standard={input?.style}
      />
      {provider && (
        <Field id="figurine-engine" label={t("engine")} hint={t("engineHint", { provider })}>
          {(control) => (
            <Select name="engine" defaultValue={input?.engine ?? "provider"} {...control}>
              <option value="provider">{t("engineProvider", { provider })}</option>
              <option value="embedded">{t("engineHere")}</option>
            </Select>
          )}
        </Field>
      )}
      <TextField
        name="strength"
        label={t("strength")}
        type="range"
        min={0.3}
        max={1}
        step={0.05}
        defaultValue={input?.strength ?? 0.8}
      />
      <TextField
        name="seed"
        label={t("seed")}
        type="number"
        min={0}
        max={2 ** 31 - 1}
        defaultValue={input?.seed ?? 1}
      />
    </>
  );
}

/** What the head is like. */
export function HeadFields({ input }: FieldsProps) {
  const t = useTranslations("figurine.options");
  return (
    <>
      <ChoiceField
        name="hair"
        label={t("hair")}
        group="hairs"
        values={HAIRS}
        standard={input?.hair}
        hasAuto
      />
      <ChoiceField
        name="beard"
        label={t("beard")}
        group="beards"
        values={["none", "moustache", "goatee", "full"]}
        standard={input?.beard}
        hasAuto
      />
      <ChoiceField
        name="glasses"
        label={t("glasses")}
        group="glassesOf"
        values={["none", "round", "square", "sunglasses"]}
        standard={input?.glasses}
      />
      <ChoiceField
        name="headShape"
        label={t("headShape")}
        group="shapes"
        values={["round", "oval", "square", "heart"]}
        standard={input?.headShape}
        hasAuto
      />
      <Field id="figurine-face" label={t("face")}>
        {(control) => (
          <Select name="face" defaultValue={input?.face ?? "picture"} {...control}>
            <option value="picture">{t("facePicture")}</option>
            <option value="drawn">{t("faceDrawn")}</option>
          </Select>
        )}
      </Field>
    </>
  );
}

/** Body, size and making. */
export function BodyFields({ input }: FieldsProps) {
  const t = useTranslations("figurine.options");
  const spec = input?.spec ?? {};
  return (
    <>
      <ChoiceField
        name="template"
        label={t("template")}
        group="templates"
        values={TEMPLATES}
        standard={input?.template}
      />
      <TextField
        name="heightMm"
        label={t("height")}
        type="number"
        min={50}
        max={200}
        step={0.5}
        defaultValue={input?.heightMm ?? 75}
      />
      <ChoiceField
        name="process"
        label={t("process")}
        group="processes"
        values={["full-colour", "sla", "fdm"]}
        standard={input?.process}
      />
      <ChoiceField
        name="base"
        label={t("base")}
        group="bases"
        values={["round", "square", "heart", "none"]}
        standard={spec.base === undefined ? "round" : String(spec.base)}
      />
      <TextField
        name="plateText"
        label={t("plate")}
        hint={t("plateHint")}
        maxLength={18}
        defaultValue={String(spec.plateText ?? "")}
      />
      <label className="flex items-center gap-2.5 text-sm">
        <input
          type="checkbox"
          name="neckJoint"
          defaultChecked={spec.neckJoint === true}
          className="size-4 accent-(--color-accent)"
        />
        {t("joint")}
      </label>
    </>
  );
}
