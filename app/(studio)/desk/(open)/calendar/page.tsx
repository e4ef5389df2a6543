import type { Metadata } from "next";
import { NextIntlClientProvider } from "next-intl";
import { getMessages, getTranslations } from "next-intl/server";
import { WeekList } from "#components/desk/week-list.tsx";
import { listWeeks } from "#lib/desk/list-weeks.ts";
import { signedInContext } from "../../../access.ts";
import { setWeekAction } from "../../actions.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("desk.tabs");
  return { title: t("calendar") };
}

/** The weeks ahead and their hours. */
export default async function DeskCalendarPage() {
  const ctx = await signedInContext("/desk/calendar");
  const [t, { desk }, weeks] = await Promise.all([
    getTranslations("desk.calendar"),
    getMessages(),
    listWeeks(ctx),
  ]);
  return (
    <div className="grid gap-4">
      <p className="max-w-2xl text-sm text-muted">{t("text")}</p>
      <NextIntlClientProvider messages={{ desk }}>
        <WeekList weeks={weeks} action={setWeekAction} />
      </NextIntlClientProvider>
    </div>
  );
}
