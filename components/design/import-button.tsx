"use client";

import { useRouter } from "next/navigation";
import { type ChangeEvent, useState } from "react";
import { buttonClass } from "#components/ui/button.tsx";

const MODEL_TYPES = ".stl,.obj,.glb,.3mf";

export interface ImportButtonProps {
  texts: {
    choose: string;
    reading: string;
    /** Where the service cannot be reached. */
    failed: string;
  };
}

/** Makes a design of a model file and goes to it; what is wrong with the file is told beside the button. */
export function ImportButton({ texts }: ImportButtonProps) {
  const router = useRouter();
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  const onChange = async ({ currentTarget }: ChangeEvent<HTMLInputElement>) => {
    const file = currentTarget.files?.[0];
    currentTarget.value = "";
    if (!file) return;
    setBusy(true);
    setRefused(null);
    const sent = await sendModel(file, texts.failed);
    if ("id" in sent) router.push(`/designs/${sent.id}`);
    else {
      setRefused(sent.problem);
      setBusy(false);
    }
  };
  return (
    <div className="grid justify-items-end gap-1">
      <label
        className={`${buttonClass({ look: "secondary", size: "small" })} cursor-pointer has-focus-visible:outline-2`}
      >
        {busy ? texts.reading : texts.choose}
        <input
          type="file"
          accept={MODEL_TYPES}
          disabled={busy}
          className="sr-only"
          onChange={onChange}
        />
      </label>
      {refused && (
        <p role="alert" className="max-w-80 text-right text-sm text-bad">
          {refused}
        </p>
      )}
    </div>
  );
}

async function sendModel(
  file: File,
  failed: string,
): Promise<{ id: string } | { problem: string }> {
  const body = new FormData();
  body.append("file", file);
  try {
    const answer = await fetch("/api/v1/designs/import", { method: "POST", body });
    const { id, error } = (await answer.json()) as { id?: string; error?: { message?: string } };
    return answer.ok && id ? { id } : { problem: error?.message ?? failed };
  } catch {
    return { problem: failed };
  }
}
