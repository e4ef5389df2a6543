"use client";

import { useFormatter, useTranslations } from "next-intl";
import { ActionForm, type FormAction } from "#components/ui/action-form.tsx";
import { Input } from "#components/ui/input.tsx";
import { Progress } from "#components/ui/progress.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import type { DeskWeek } from "#lib/desk/list-weeks.ts";

/** The weeks ahead: what is open, what is booked, what is free. */
export function WeekList({ weeks, action }: { weeks: readonly DeskWeek[]; action: FormAction }) {
  return (
    <ol className="grid divide-y divide-line rounded-card border border-line bg-surface">
      {weeks.map((week) => (
        <li key={week.monday}>
          <Week week={week} action={action} />
        </li>
      ))}
    </ol>
  );
}

function Week({ week, action }: { week: DeskWeek; action: FormAction }) {
  const t = useTranslations("desk.calendar");
  const format = useFormatter();
  const { monday, openHours, bookedHours } = week;
  const date = format.dateTime(new Date(monday), { dateStyle: "medium" });
  const free = openHours - bookedHours;
  const hours = Number(Math.abs(free).toFixed(1));
  const booked = t("booked", { booked: Number(bookedHours.toFixed(1)), open: openHours });
  return (
    <div className="grid items-center gap-x-6 gap-y-2 px-4 py-3 text-sm sm:grid-cols-[11rem_1fr_auto]">
      <span className="font-medium">{t("week", { date })}</span>
      <span className="grid gap-1.5">
        <Progress
          label={booked}
          value={openHours > 0 ? Math.min(1, bookedHours / openHours) : Number(bookedHours > 0)}
        />
        <span className="flex justify-between gap-3 text-xs text-muted tabular-nums">
          <span>{booked}</span>
          <span className={free < 0 ? "text-bad" : ""}>
            {t(free < 0 ? "over" : "free", { hours })}
          </span>
        </span>
      </span>
      <ActionForm
        action={action}
        hidden={{ day: monday }}
        fields={["openHours"]}
        label={t("week", { date })}
      >
        {({ errors, values, isDone }) => (
          <div className="grid justify-items-end gap-1">
            <div className="flex items-center gap-2">
              <Input
                name="openHours"
                type="number"
                min={0}
                max={2000}
                aria-label={t("hours", { date })}
                aria-invalid={errors.openHours ? true : undefined}
                defaultValue={values.openHours ?? openHours}
                className="w-20"
              />
              <SubmitButton
                look="quiet"
                size="small"
                aria-label={`${t("save")}: ${t("week", { date })}`}
              >
                {t("save")}
              </SubmitButton>
            </div>
            {errors.openHours ? <p className="text-xs text-bad">{errors.openHours}</p> : null}
            {isDone ? (
              <p role="status" className="text-xs text-good">
                {t("saved")}
              </p>
            ) : null}
          </div>
        )}
      </ActionForm>
    </div>
  );
}
