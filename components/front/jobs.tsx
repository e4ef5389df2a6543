import Link from "next/link";
import { useTranslations } from "next-intl";

/** The jobs, each with the page where it begins. */
const JOBS = [
  ["design", "/studio"],
  ["pictures", "/studio"],
  ["batch", "/batches/new"],
  ["figurine", "/figurines/new"],
  ["make", "/shop"],
] as const;

/** The five jobs the studio is built for, and the way to each. */
export function Jobs() {
  const t = useTranslations("front.jobs");
  return (
    <section className="mx-auto grid w-full max-w-7xl gap-10 px-4 py-20 sm:px-6 lg:grid-cols-[20rem_1fr]">
      <div className="grid content-start gap-3">
        <h2 className="text-3xl font-semibold tracking-tight sm:text-4xl">{t("title")}</h2>
        <p className="text-muted">{t("text")}</p>
      </div>
      <ol className="grid divide-y divide-line border-y border-line">
        {JOBS.map(([job, href]) => (
          <li key={job} className="grid gap-1 py-5 sm:grid-cols-[15rem_1fr] sm:gap-6">
            <h3 className="font-medium">
              <Link href={href} className="hover:text-accent hover:underline">
                {t(`${job}.title`)}
              </Link>
            </h3>
            <p className="text-sm leading-relaxed text-muted">{t(`${job}.text`)}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}
