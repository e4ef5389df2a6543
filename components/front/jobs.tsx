import { useTranslations } from "next-intl";
import { Badge } from "#components/ui/badge.tsx";

const JOBS = ["design", "pictures", "batch", "figurine", "make"] as const;
/** What of them works in this version. */
const HERE: ReadonlySet<string> = new Set(["design", "pictures"]);

/** The five jobs the studio is built for, and which of them are here. */
export function Jobs() {
  const t = useTranslations("front.jobs");
  return (
    <section className="mx-auto grid w-full max-w-7xl gap-10 px-4 py-20 sm:px-6 lg:grid-cols-[20rem_1fr]">
      <div className="grid content-start gap-3">
        <h2 className="text-3xl font-semibold tracking-tight sm:text-4xl">{t("title")}</h2>
        <p className="text-muted">{t("text")}</p>
      </div>
      <ol className="grid divide-y divide-line border-y border-line">
        {JOBS.map((job) => (
          <li key={job} className="grid gap-1 py-5 sm:grid-cols-[15rem_1fr_auto] sm:gap-6">
            <h3 className="font-medium">{t(`${job}.title`)}</h3>
            <p className="text-sm leading-relaxed text-muted">{t(`${job}.text`)}</p>
            <Badge tone={HERE.has(job) ? "good" : "plain"} className="w-fit">
              {t(HERE.has(job) ? "now" : "next")}
            </Badge>
          </li>
        ))}
      </ol>
    </section>
  );
}
