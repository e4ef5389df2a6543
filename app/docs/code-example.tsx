"use client";

import { useState } from "react";
import { Button } from "#components/ui/button.tsx";

interface CodeExampleProps {
  id: string;
  title: string;
  code: string;
  texts: { copy: string; copied: string };
}

/** A program with a button that copies it. */
export function CodeExample({ id, title, code, texts }: CodeExampleProps) {
  const [isCopied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(code);
    setCopied(true);
  };
  return (
    <section className="mt-5" aria-label={title}>
      <div className="flex items-center justify-between gap-3">
        <h3 className="text-sm font-medium">{title}</h3>
        <Button look="quiet" size="small" onClick={copy}>
          {isCopied ? texts.copied : texts.copy}
        </Button>
      </div>
      <pre
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
        tabIndex={0}
        data-example={id}
        className="mt-2 overflow-x-auto rounded-card bg-sunken p-4 text-sm"
      >
        {code}
      </pre>
    </section>
  );
}
