import { useFormatter, useTranslations } from "next-intl";
import { Picture } from "#components/design/picture.tsx";
import type { MilestoneView } from "#lib/orders/types.ts";

/** The steps of the work, with their photos. */
export function Milestones({ milestones }: { milestones: readonly MilestoneView[] }) {
  const t = useTranslations("order.milestone");
  const format = useFormatter();
  if (milestones.length === 0) return <p className="text-sm text-muted">{t("none")}</p>;
  return (
    <ol className="grid gap-5">
      {milestones.map(({ id, stage, note, photos, createdAt }) => (
        <li key={id} className="grid gap-2 border-l-2 border-accent pl-4">
          <p className="flex flex-wrap items-baseline gap-x-2 text-sm">
            <span className="font-medium">{t(`stage.${stage}`)}</span>
            <time dateTime={createdAt.toISOString()} className="text-xs text-muted">
              {format.dateTime(createdAt, { dateStyle: "medium", timeStyle: "short" })}
            </time>
          </p>
          {note ? <p className="whitespace-pre-wrap text-sm">{note}</p> : null}
          {photos.length > 0 ? (
            <ul className="flex flex-wrap gap-2">
              {photos.map((photo, index) => (
                <li key={photo.id}>
                  <a href={photo.url}>
                    <Picture
                      src={photo.url}
                      alt={t("photo", { stage: t(`stage.${stage}`), number: index + 1 })}
                      width={photo.width}
                      height={photo.height}
                      className="h-32 w-auto rounded-control object-cover"
                    />
                  </a>
                </li>
              ))}
            </ul>
          ) : null}
        </li>
      ))}
    </ol>
  );
}
