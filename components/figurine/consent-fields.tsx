"use client";

import { useTranslations } from "next-intl";
import { useId } from "react";
import { Card } from "#components/ui/card.tsx";

const SUBJECTS = ["me", "adult", "child"] as const;
const TICK = "mt-0.5 size-4 accent-accent";

/** Who is in the photos and what they agreed to. */
export interface Consent {
  subject: (typeof SUBJECTS)[number];
  consent: boolean;
  guardian: boolean;
}

export const NO_CONSENT: Consent = { subject: "me", consent: false, guardian: false };

interface ConsentFieldsProps {
  consent: Consent;
  onChange: (consent: Consent) => void;
}

/** Who is in the photo and that it may be used; for a child with a guardian's word. */
export function ConsentFields({ consent, onChange }: ConsentFieldsProps) {
  const t = useTranslations("figurine.new");
  const name = useId();
  const ticks =
    consent.subject === "child" ? (["consent", "guardian"] as const) : (["consent"] as const);
  return (
    <Card className="grid gap-3 text-sm">
      <fieldset className="grid gap-2">
        <legend className="mb-2 font-semibold">{t("consent")}</legend>
        {SUBJECTS.map((subject) => (
          <label key={subject} className="flex items-start gap-2.5">
            <input
              type="radio"
              name={name}
              checked={consent.subject === subject}
              onChange={() => onChange({ ...consent, subject })}
              className={TICK}
            />
            {t(subject)}
          </label>
        ))}
      </fieldset>
      {ticks.map((tick) => (
        <label key={tick} className="flex items-start gap-2.5">
          <input
            type="checkbox"
            checked={consent[tick]}
            onChange={(event) => onChange({ ...consent, [tick]: event.currentTarget.checked })}
            className={TICK}
          />
          {t(tick === "consent" ? "agree" : "guardian")}
        </label>
      ))}
    </Card>
  );
}
