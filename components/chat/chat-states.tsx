"use client";

import { useTranslations } from "next-intl";
import { AppealLink } from "#components/moderation/appeal-link.tsx";
import { Button } from "#components/ui/button.tsx";

/** An empty conversation: what one can say. */
export function Welcome({
  examples,
  onChoose,
}: {
  examples: string[];
  onChoose: (text: string) => void;
}) {
  const t = useTranslations("chat");
  return (
    <div className="grid gap-6 pt-4">
      <div className="grid gap-2">
        <h2 className="text-xl font-semibold">{t("empty.title")}</h2>
        <p className="text-sm text-muted">{t("empty.text")}</p>
      </div>
      <ul aria-label={t("examples.label")} className="grid gap-2">
        {examples.map((example) => (
          <li key={example}>
            <button
              type="button"
              onClick={() => onChoose(example)}
              className="w-full rounded-control border border-line bg-surface px-4 py-3 text-left text-sm hover:border-line-strong hover:bg-hover"
            >
              {example}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

export function Thinking() {
  const t = useTranslations("chat");
  return (
    <p role="status" className="mt-5 flex items-center gap-2 text-sm text-muted">
      <span aria-hidden className="flex gap-1">
        {[0, 150, 300].map((delay) => (
          <span
            key={delay}
            className="size-1.5 animate-pulse rounded-full bg-accent"
            style={{ animationDelay: `${delay}ms` }}
          />
        ))}
      </span>
      {t("thinking")}
    </p>
  );
}

interface EndingProps {
  text: string;
  appealUrl: string | undefined;
  onRetry: (() => void) | null;
}

/** An answer that did not end well, or a message that was not taken. */
export function Ending({ text, appealUrl, onRetry }: EndingProps) {
  const t = useTranslations("chat");
  return (
    <div role="alert" className="mt-5 flex flex-wrap items-center gap-3 text-sm text-warn">
      <p className="flex-1">
        {text} <AppealLink url={appealUrl} text={t("appeal")} />
      </p>
      {onRetry && (
        <Button look="secondary" size="small" onClick={onRetry}>
          {t("retry")}
        </Button>
      )}
    </div>
  );
}
