"use client";

import { useTranslations } from "next-intl";
import { useId } from "react";
import { ParameterForm } from "#components/design/parameter-form.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input, Select } from "#components/ui/input.tsx";
import { Slider } from "#components/ui/slider.tsx";
import type { ExtraFields } from "#lib/figurines/extra-fields.ts";
import { STYLES, toned } from "#lib/kernel/figurine/cartoon/styles.ts";
import { STYLE_IDS } from "#lib/kernel/figurine/cartoon/types.ts";
import { PictureTiles } from "./picture-tiles.tsx";
import type { Wish, WishState } from "./use-wish.ts";

export const TEMPLATES = [
  ...(["casual", "sitting", "superhero", "graduate", "bride", "groom"] as const),
  ...(["footballer", "musician", "chef", "doctor", "astronaut", "princess"] as const),
];
const HAIRS = [
  ...(["bald", "short", "swept", "spiky", "bob"] as const),
  ...(["long", "ponytail", "bun", "curly", "afro"] as const),
];
const BEARDS = ["none", "moustache", "goatee", "full"] as const;
const GLASSES = ["none", "round", "square", "sunglasses"] as const;
const SHAPES = ["round", "oval", "square", "heart"] as const;
const PROCESSES = ["full-colour", "sla", "fdm"] as const;

interface FieldsProps {
  state: WishState;
  extra: ExtraFields;
}

interface CartoonFieldsProps {
  state: WishState;
  /** Whose models can draw the cartoon; null where only this machine can. */
  provider: string | null;
}

/** How the cartoon is drawn, and by whom. */
export function CartoonFields({ state: { wish, set }, provider }: CartoonFieldsProps) {
  const t = useTranslations("figurine");
  const id = useId();
  return (
    <div className="grid gap-5">
      <PictureTiles
        legend={t("options.style")}
        isNamedAbove
        name={`${id}-style`}
        tiles={STYLE_IDS.map((value) => ({
          value,
          label: t(`styles.${value}`),
          picture: `/figurines/style-${value}.webp`,
        }))}
        value={wish.style}
        onChange={(value) => set("style", value)}
        className="grid-cols-3 sm:grid-cols-6"
      />
      {provider && (
        <Field
          id={`${id}-engine`}
          label={t("options.engine")}
          hint={t("options.engineHint", { provider })}
        >
          {(control) => (
            <Select
              {...control}
              value={wish.engine}
              onChange={(event) => set("engine", event.currentTarget.value as Wish["engine"])}
            >
              <option value="provider">{t("options.engineProvider", { provider })}</option>
              <option value="embedded">{t("options.engineHere")}</option>
            </Select>
          )}
        </Field>
      )}
      <div className="grid gap-4 sm:grid-cols-2">
        <Field
          id={`${id}-strength`}
          label={t("options.strength")}
          aside={`${Math.round(wish.strength * 100)} %`}
        >
          {(control) => (
            <Slider
              {...control}
              min={0.3}
              max={1}
              step={0.05}
              value={wish.strength}
              onChange={(event) => set("strength", event.currentTarget.valueAsNumber)}
            />
          )}
        </Field>
        <NumberField
          label={t("options.seed")}
          hint={t("options.seedHint")}
          value={wish.seed}
          range={[0, 2 ** 31 - 1, 1]}
          onChange={(value) => set("seed", value)}
        />
      </div>
    </div>
  );
}

/** What the head is like. */
export function HeadFields({ state, extra }: FieldsProps) {
  const t = useTranslations("figurine.options");
  const { wish, set } = state;
  return (
    <div className="grid gap-5">
      <div className="grid gap-4 sm:grid-cols-2">
        <Choice
          label={t("hair")}
          group="hairs"
          values={HAIRS}
          hasAuto
          value={wish.hair}
          onChange={(value) => set("hair", value as Wish["hair"])}
        />
        <Choice
          label={t("beard")}
          group="beards"
          values={BEARDS}
          hasAuto
          value={wish.beard}
          onChange={(value) => set("beard", value as Wish["beard"])}
        />
        <Choice
          label={t("glasses")}
          group="glassesOf"
          values={GLASSES}
          value={wish.glasses}
          onChange={(value) => set("glasses", value as Wish["glasses"])}
        />
        <Choice
          label={t("headShape")}
          group="shapes"
          values={SHAPES}
          hasAuto
          value={wish.headShape}
          onChange={(value) => set("headShape", value as Wish["headShape"])}
        />
        <Choice
          label={t("face")}
          group="faces"
          values={["picture", "drawn"]}
          value={wish.face}
          onChange={(value) => set("face", value as Wish["face"])}
        />
      </div>
      <Extra
        state={state}
        fields={wish.face === "drawn" ? [...extra.head, ...extra.face] : extra.head}
        extra={extra}
        label={t("moreHead")}
      />
    </div>
  );
}

/** Body, size and making. */
export function BodyFields({ state, extra }: FieldsProps) {
  const t = useTranslations("figurine");
  const id = useId();
  const { wish, set } = state;
  return (
    <div className="grid gap-5">
      <PictureTiles
        legend={t("options.template")}
        name={`${id}-body`}
        tiles={TEMPLATES.map((value) => ({
          value,
          label: t(`templates.${value}`),
          picture: `/figurines/body-${value}.webp`,
        }))}
        value={wish.template}
        onChange={(value) => set("template", value)}
        className="grid-cols-3 sm:grid-cols-4 lg:grid-cols-6"
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <NumberField
          label={t("options.height")}
          value={wish.heightMm}
          range={[50, 200, 0.5]}
          onChange={(value) => set("heightMm", value)}
        />
        <Choice
          label={t("options.process")}
          group="processes"
          values={PROCESSES}
          value={wish.process}
          onChange={(value) => set("process", value as Wish["process"])}
        />
      </div>
      <Extra state={state} fields={extra.body} extra={extra} label={t("options.moreBody")} />
    </div>
  );
}

/** Every other field of the kind that belongs here, with what it is unless it is changed. */
function Extra({
  state,
  fields,
  extra,
  label,
}: FieldsProps & { fields: ExtraFields["body"]; label: string }) {
  const { wish, setField } = state;
  return (
    <ParameterForm
      fields={fields}
      spec={{ ...defaultsOf(fields), ...standardsOf(wish, extra), ...wish.spec }}
      errors={{}}
      onChange={setField}
      label={label}
      folded={fields.length > 1}
    />
  );
}

/** What the kind itself says: fields are shown by what others are. */
const defaultsOf = (fields: ExtraFields["body"]) =>
  Object.fromEntries(fields.map((field) => [field.name, field.default]));

/** What the style and the body decide. */
function standardsOf({ style, strength, template }: Wish, { colours }: ExtraFields) {
  const share = style === "marble" ? 1 : strength;
  const worn = Object.entries(colours[template]).map(([field, colour]) => [
    field,
    toned(colour, style, share),
  ]);
  return { ...Object.fromEntries(worn), palette: "own", headsHigh: STYLES[style].headsHigh };
}

type Group = "hairs" | "beards" | "glassesOf" | "shapes" | "faces" | "processes";

interface ChoiceProps {
  label: string;
  /** Where in the texts the values are named. */
  group: Group;
  values: readonly string[];
  /** Leaves the choice to the photo. */
  hasAuto?: boolean;
  value: string;
  onChange: (value: string) => void;
}

function Choice({ label, group, values, hasAuto, value, onChange }: ChoiceProps) {
  const t = useTranslations("figurine");
  const id = useId();
  return (
    <Field id={id} label={label}>
      {(control) => (
        <Select
          {...control}
          value={value}
          onChange={(event) => onChange(event.currentTarget.value)}
        >
          {hasAuto && <option value="auto">{t("options.auto")}</option>}
          {values.map((one) => (
            <option key={one} value={one}>
              {t(`${group}.${one}` as "hairs.short")}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}

interface NumberFieldProps {
  label: string;
  hint?: string;
  value: number;
  range: readonly [least: number, most: number, step: number];
  onChange: (value: number) => void;
}

function NumberField({ label, hint, value, range, onChange }: NumberFieldProps) {
  const id = useId();
  const [min, max, step] = range;
  return (
    <Field id={id} label={label} hint={hint}>
      {(control) => (
        <Input
          {...control}
          type="number"
          required
          min={min}
          max={max}
          step={step}
          defaultValue={value}
          onChange={({ currentTarget }) => {
            if (currentTarget.checkValidity()) onChange(currentTarget.valueAsNumber);
          }}
        />
      )}
    </Field>
  );
}
