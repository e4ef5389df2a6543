"use client";

import { Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRef, useState, useTransition } from "react";
import { Picture } from "#components/design/picture.tsx";
import { uploadPicture } from "#components/design/upload-picture.ts";
import { Notice } from "#components/ui/badge.tsx";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/field.tsx";
import { TextField } from "#components/ui/form-fields.tsx";
import { Input } from "#components/ui/input.tsx";
import type { ActionResult } from "#lib/http/define-action.ts";

interface PortfolioFormProps {
  pictures: readonly { id: string; title: string; url: string }[];
  onAdd: (picture: { imageId: string; title: string }) => Promise<ActionResult<unknown>>;
  onRemove: (picture: { pictureId: string }) => Promise<ActionResult<unknown>>;
}

/** Pictures of an atelier's work: added one by one, taken out at once. */
export function PortfolioForm({ pictures, onAdd, onRemove }: PortfolioFormProps) {
  const t = useTranslations("atelier.join.picture");
  const form = useRef<HTMLFormElement>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, start] = useTransition();
  const report = (result: ActionResult<unknown>) =>
    setProblem(result.ok ? null : result.error.message);
  const add = (data: FormData) =>
    start(async () => {
      const file = data.get("file");
      if (!(file instanceof File) || file.size === 0) return setProblem(t("choose"));
      const picture = await uploadPicture(file, t("failed"));
      if (typeof picture === "string") return setProblem(picture);
      const result = await onAdd({ imageId: picture.id, title: String(data.get("title")) });
      report(result);
      if (result.ok) form.current?.reset();
    });
  return (
    <div className="grid gap-5">
      {problem ? <Notice tone="bad">{problem}</Notice> : null}
      <ul className="grid grid-cols-2 gap-4 sm:grid-cols-4">
        {pictures.map(({ id, title, url }) => (
          <li key={id} className="relative">
            <Picture
              src={url}
              alt={title}
              className="aspect-square w-full rounded-control object-cover"
            />
            <button
              type="button"
              disabled={isBusy}
              onClick={() => start(async () => report(await onRemove({ pictureId: id })))}
              aria-label={t("remove", { title })}
              className="absolute top-1.5 right-1.5 grid size-8 place-items-center rounded-control bg-surface/90 text-muted hover:text-bad"
            >
              <Trash2 size={16} aria-hidden />
            </button>
          </li>
        ))}
      </ul>
      <form
        ref={form}
        className="grid items-end gap-4 sm:grid-cols-[1fr_1fr_auto]"
        onSubmit={(event) => {
          event.preventDefault();
          add(new FormData(event.currentTarget));
        }}
      >
        <Field id="field-file" label={t("file")}>
          {(control) => (
            <Input
              type="file"
              name="file"
              accept="image/png,image/jpeg,image/webp"
              className="py-2"
              {...control}
            />
          )}
        </Field>
        <TextField name="title" label={t("title")} />
        <Button type="submit" look="secondary" disabled={isBusy} aria-busy={isBusy}>
          {t("add")}
        </Button>
      </form>
    </div>
  );
}
