import { getTranslations } from "next-intl/server";
import { Button } from "#components/ui/button.tsx";
import { Input } from "#components/ui/input.tsx";
import type { SearchResult } from "#lib/search/types.ts";
import { judgeForm } from "./actions.ts";

interface JudgeFormProps {
  /** The shop's address that is judged. */
  address: string;
  /** Proposed as the judgment's name. */
  name: string;
  results: readonly SearchResult[];
}

const GRADES = [0, 1, 2, 3] as const;

/** For admins: how well each result answers this search. Weights are measured on what is saved here. */
export async function JudgeForm({ address, name, results }: JudgeFormProps) {
  const t = await getTranslations("shop.judge");
  return (
    <details className="rounded-card border border-line bg-surface p-4 text-sm">
      <summary className="cursor-pointer font-medium">{t("title")}</summary>
      <form action={judgeForm} className="grid gap-4 pt-4">
        <input type="hidden" name="address" value={address} />
        <Input name="name" defaultValue={name} maxLength={200} required aria-label={t("name")} />
        <ul className="grid gap-2">
          {results.map(({ product }) => (
            <li key={product.id} className="flex flex-wrap items-center justify-between gap-3">
              <span className="min-w-0 flex-1 truncate">{product.title}</span>
              <fieldset className="flex gap-3">
                <legend className="sr-only">{product.title}</legend>
                {GRADES.map((grade) => (
                  <label key={grade} className="flex items-center gap-1">
                    <input type="radio" name={`grade:${product.id}`} value={grade} />
                    <span title={t(`grade${grade}`)}>{grade}</span>
                  </label>
                ))}
              </fieldset>
            </li>
          ))}
        </ul>
        <Button type="submit" size="small" className="justify-self-start">
          {t("save")}
        </Button>
      </form>
    </details>
  );
}
