import { Bell as BellIcon } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";

const MOST_SHOWN = 99;

/** Leads to the notices and says how many are unread. */
export function Bell({ unread }: { unread: number }) {
  const t = useTranslations("notice");
  return (
    <Link
      href="/notices"
      aria-label={t("bell", { count: unread })}
      className="relative grid size-9 place-items-center rounded-control text-muted hover:bg-hover hover:text-ink"
    >
      <BellIcon aria-hidden className="size-4.5" />
      {unread > 0 ? (
        <span
          aria-hidden
          className="absolute top-0.5 right-0.5 grid h-4 min-w-4 place-items-center rounded-full bg-accent px-1 text-[0.625rem] font-semibold leading-none text-accent-ink tabular-nums"
        >
          {Math.min(unread, MOST_SHOWN)}
        </span>
      ) : null}
    </Link>
  );
}
