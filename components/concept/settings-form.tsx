"use client";

import { Dices, Sparkles } from "lucide-react";
import { useTranslations } from "next-intl";
import { Field } from "#components/ui/field.tsx";
import { Input, Select } from "#components/ui/input.tsx";
import { TextAreaField } from "#components/ui/text-area.tsx";
import type { Settings } from "./settings.ts";

interface SettingsFormProps {
  settings: Settings;
  onChange: (change: Partial<Settings>) => void;
  /** Completes the words, to be read and edited. */
  onEnhance: () => void;
  busy: boolean;
  hasProvider: boolean;
}

const RATIOS = ["1:1", "4:3", "3:4", "3:2", "2:3", "16:9", "9:16"] as const;
const COUNTS = [1, 2, 3, 4];
const SEEDS = 2 ** 31;

/** Words and numbers of the next pictures. */
export function SettingsForm({
  settings,
  onChange,
  onEnhance,
  busy,
  hasProvider,
}: SettingsFormProps) {
  const t = useTranslations("concept.settings");
  return (
    <div className="grid gap-4">
      <TextAreaField
        name="prompt"
        label={t("prompt")}
        placeholder={t("promptExample")}
        maxLength={8000}
        value={settings.prompt}
        onChange={(event) => onChange({ prompt: event.target.value, enhancedPrompt: "" })}
      />
      <div className="grid gap-2">
        <div className="flex flex-wrap items-center justify-between gap-2">
          <label className="flex items-center gap-2 text-sm">
            <input
              type="checkbox"
              checked={settings.enhance}
              onChange={(event) => onChange({ enhance: event.target.checked })}
              className="size-4 accent-accent"
            />
            {t("enhance")}
          </label>
          {settings.enhance && (
            <button
              type="button"
              disabled={busy || !settings.prompt.trim()}
              onClick={onEnhance}
              className="inline-flex items-center gap-1.5 rounded-control px-2 py-1 text-sm text-accent hover:bg-hover disabled:opacity-45"
            >
              <Sparkles size={14} aria-hidden />
              {t("showEnhanced")}
            </button>
          )}
        </div>
        {settings.enhance && settings.enhancedPrompt && (
          <TextAreaField
            name="enhanced"
            label={t("enhanced")}
            hint={t("enhancedHint")}
            rows={4}
            value={settings.enhancedPrompt}
            onChange={(event) => onChange({ enhancedPrompt: event.target.value })}
          />
        )}
      </div>
      <TextAreaField
        name="negative"
        label={t("negative")}
        placeholder={t("negativeExample")}
        rows={2}
        value={settings.negativePrompt}
        onChange={(event) => onChange({ negativePrompt: event.target.value })}
      />
      <Numbers {...{ settings, onChange }} />
      {hasProvider && (
        <Field id="concept-engine" label={t("engine")} hint={t(`engineHint.${settings.engine}`)}>
          {(control) => (
            <Select
              {...control}
              value={settings.engine}
              onChange={(event) => onChange({ engine: event.target.value as Settings["engine"] })}
            >
              <option value="embedded">{t("engines.embedded")}</option>
              <option value="provider">{t("engines.provider")}</option>
            </Select>
          )}
        </Field>
      )}
    </div>
  );
}

function Numbers({ settings, onChange }: Pick<SettingsFormProps, "settings" | "onChange">) {
  const t = useTranslations("concept.settings");
  return (
    <div className="grid grid-cols-2 gap-3">
      <Field id="concept-count" label={t("count")}>
        {(control) => (
          <Select
            {...control}
            value={settings.count}
            onChange={(event) => onChange({ count: Number(event.target.value) })}
          >
            {COUNTS.map((count) => (
              <option key={count}>{count}</option>
            ))}
          </Select>
        )}
      </Field>
      <Field id="concept-ratio" label={t("ratio")}>
        {(control) => (
          <Select
            {...control}
            value={settings.aspectRatio}
            onChange={(event) =>
              onChange({ aspectRatio: event.target.value as Settings["aspectRatio"] })
            }
          >
            <option value="">{t("sameRatio")}</option>
            {RATIOS.map((ratio) => (
              <option key={ratio}>{ratio}</option>
            ))}
          </Select>
        )}
      </Field>
      <Field id="concept-seed" label={t("seed")} hint={t("seedHint")} className="col-span-2">
        {(control) => (
          <div className="flex gap-2">
            <Input
              {...control}
              inputMode="numeric"
              pattern="[0-9]*"
              placeholder={t("seedRandom")}
              value={settings.seed}
              onChange={(event) => onChange({ seed: event.target.value })}
            />
            <button
              type="button"
              aria-label={t("dice")}
              title={t("dice")}
              onClick={() => onChange({ seed: String(Math.floor(Math.random() * SEEDS)) })}
              className="grid size-10 shrink-0 place-items-center rounded-control border border-line-strong hover:bg-hover"
            >
              <Dices size={16} aria-hidden />
            </button>
          </div>
        )}
      </Field>
    </div>
  );
}
