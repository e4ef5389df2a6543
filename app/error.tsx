"use client";

import { Button } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { errorTexts } from "../i18n/error-texts.ts";

export default function ErrorPage({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  const { title, text, retry, reference } = errorTexts(document.documentElement.lang);
  return (
    <main id="content">
      <EmptyState heading="h1" title={title} text={text}>
        <Button onClick={reset}>{retry}</Button>
        {error.digest ? (
          <p className="basis-full text-sm text-faint">
            {reference.replace("{ref}", error.digest)}
          </p>
        ) : null}
      </EmptyState>
    </main>
  );
}
