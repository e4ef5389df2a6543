import { Box, Download, MessageSquareText, SlidersHorizontal } from "lucide-react";
import { useTranslations } from "next-intl";

const STEPS = [
  { id: "say", Icon: MessageSquareText },
  { id: "see", Icon: Box },
  { id: "change", Icon: SlidersHorizontal },
  { id: "take", Icon: Download },
] as const;

/** From the sentence to the file, in four steps. */
export function Steps() {
  const t = useTranslations("front.steps");
  return (
    <section className="mx-auto grid w-full max-w-7xl gap-10 px-4 py-20 sm:px-6">
      <h2 className="text-3xl font-semibold tracking-tight sm:text-4xl">{t("title")}</h2>
      <ol className="grid gap-px overflow-hidden rounded-card border border-line bg-line sm:grid-cols-2 lg:grid-cols-4">
        {STEPS.map(({ id, Icon }, at) => (
          <li key={id} className="grid content-start gap-4 bg-ground p-6 lg:p-8">
            <span className="flex items-center justify-between text-muted">
              <Icon size={22} aria-hidden />
              <span aria-hidden className="text-sm tabular-nums">
                {at + 1}
              </span>
            </span>
            <h3 className="text-xl font-semibold">{t(`${id}.title`)}</h3>
            <p className="text-sm leading-relaxed text-muted">{t(`${id}.text`)}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}
