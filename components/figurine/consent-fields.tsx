"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Card } from "#components/ui/card.tsx";

const SUBJECTS = ["me", "adult", "child"] as const;
const TICK = "mt-0.5 size-4 accent-(--color-accent)";

/** Who is in the photo and that it may be used; for a child with a guardian's word. */
export function ConsentFields() {
  const t = useTranslations("figurine.new");
  const [subject, setSubject] = useState<(typeof SUBJECTS)[number]>("me");
  return (
    <Card className="grid gap-3 text-sm">
      <fieldset className="grid gap-2">
        <legend className="mb-2 font-semibold">{t("consent")}</legend>
        {SUBJECTS.map((one) => (
          <label key={one} className="flex items-start gap-2.5">
            <input
              type="radio"
              name="subject"
              value={one}
              checked={subject === one}
              onChange={() => setSubject(one)}
              className={TICK}
            />
            {t(one)}
          </label>
        ))}
      </fieldset>
      <label className="flex items-start gap-2.5">
        <input type="checkbox" name="consent" className={TICK} />
        {t("agree")}
      </label>
      {subject === "child" && (
        <label className="flex items-start gap-2.5">
          <input type="checkbox" name="guardian" className={TICK} />
          {t("guardian")}
        </label>
      )}
    </Card>
  );
}
