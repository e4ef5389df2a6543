import { Picture } from "#components/design/picture.tsx";
import { Mark } from "#components/ui/mark.tsx";

/** The small picture of a piece in a list; its title stands beside it. */
export function Thumb({ url }: { url: string | null }) {
  return (
    <span className="grid size-12 shrink-0 place-items-center overflow-hidden rounded-control bg-sunken text-faint">
      {url ? (
        <Picture src={url} alt="" className="size-full object-cover" />
      ) : (
        <Mark className="size-6" />
      )}
    </span>
  );
}
