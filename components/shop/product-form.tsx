"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ActionForm, type FormAction } from "#components/ui/action-form.tsx";
import { Field } from "#components/ui/field.tsx";
import { TextField } from "#components/ui/form-fields.tsx";
import { Select } from "#components/ui/input.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { TextAreaField } from "#components/ui/text-area.tsx";

/** What each field holds, as it is typed. */
export type ProductFormValues = Record<ProductFieldName, string>;

const NAMES = [
  ...(["sku", "catalog", "title", "brand", "category", "kind", "price", "currency"] as const),
  ...(["availability", "sizes", "colours", "material", "productUrl", "pictures"] as const),
  "description",
] as const;
type ProductFieldName = (typeof NAMES)[number];

/** Under which name a problem of a field arrives, where that is another. */
const PROBLEM_NAMES: Partial<Record<ProductFieldName, string>> = { price: "priceMinor" };

const AVAILABILITIES = ["in_stock", "preorder", "backorder", "out_of_stock"] as const;

interface ProductFormProps {
  action: FormAction;
  /** Of the product that is changed; none for a new one. */
  productId?: string;
  initial: Partial<ProductFormValues>;
  /** Id and title of each kind of piece. */
  kinds: readonly (readonly [id: string, title: string])[];
}

/** Adds a product to the shop, or changes one. */
export function ProductForm({ action, productId, initial, kinds }: ProductFormProps) {
  const t = useTranslations("shop");
  const hidden: Record<string, string> = productId
    ? { productId, sku: initial.sku ?? "", catalog: initial.catalog ?? "" }
    : {};
  return (
    <ActionForm
      action={action}
      hidden={hidden}
      fields={NAMES.map((name) => PROBLEM_NAMES[name] ?? name)}
      label={t(productId ? "edit.change" : "edit.add")}
      className="gap-5"
    >
      {({ errors, values }) => {
        const of = (name: ProductFieldName) => ({
          name,
          label: t(`edit.${name}`),
          defaultValue: values[name] ?? initial[name] ?? "",
          error: errorOf(errors, name),
        });
        return (
          <>
            {!productId && (
              <Row>
                <TextField {...of("sku")} required maxLength={100} />
                <TextField {...of("catalog")} required pattern="[a-z0-9\-]{1,40}" />
              </Row>
            )}
            <TextField {...of("title")} required maxLength={300} />
            <Row>
              <TextField {...of("brand")} required maxLength={100} />
              <TextField {...of("category")} required maxLength={100} />
            </Row>
            <Row>
              <TextField {...of("price")} required inputMode="decimal" />
              <TextField {...of("currency")} required pattern="[A-Za-z]{3}" maxLength={3} />
            </Row>
            <Row>
              <Choice
                {...of("availability")}
                options={AVAILABILITIES.map((id) => [id, t(`availability.${id}`)])}
              />
              <Choice {...of("kind")} options={[["", t("edit.noKind")], ...kinds]} />
            </Row>
            <Row>
              <TextField {...of("sizes")} hint={t("edit.commas")} />
              <TextField {...of("colours")} hint={t("edit.commas")} />
            </Row>
            <TextField {...of("material")} maxLength={200} />
            <TextField {...of("productUrl")} type="url" inputMode="url" />
            <TextAreaField {...of("pictures")} rows={3} hint={t("edit.picturesHint")} />
            <TextAreaField {...of("description")} rows={5} />
            <SubmitButton size="large" className="justify-self-start">
              {t(productId ? "edit.save" : "edit.add")}
            </SubmitButton>
          </>
        );
      }}
    </ActionForm>
  );
}

/** A problem of a field or of one of its parts: the second of three pictures. */
function errorOf(errors: Record<string, string>, name: ProductFieldName): string | undefined {
  const key = PROBLEM_NAMES[name] ?? name;
  const found = Object.keys(errors).find((path) => path === key || path.startsWith(`${key}.`));
  return found && errors[found];
}

function Row({ children }: { children: ReactNode }) {
  return <div className="grid gap-5 sm:grid-cols-2">{children}</div>;
}

interface ChoiceProps {
  name: string;
  label: string;
  defaultValue: string;
  error: string | undefined;
  options: readonly (readonly [value: string, label: string])[];
}

function Choice({ name, label, defaultValue, error, options }: ChoiceProps) {
  return (
    <Field id={`field-${name}`} label={label} error={error}>
      {(control) => (
        <Select {...control} name={name} defaultValue={defaultValue}>
          {options.map(([value, text]) => (
            <option key={value} value={value}>
              {text}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}
