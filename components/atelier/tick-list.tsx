interface TickListProps {
  name: string;
  label: string;
  of: readonly (readonly [id: string, label: string])[];
  /** Ids that are ticked. */
  ticked: readonly string[] | undefined;
  error?: string | undefined;
}

/** Boxes of one question, several of which may be ticked. */
export function TickList({ name, label, of, ticked = [], error }: TickListProps) {
  return (
    <fieldset className="grid gap-2">
      <legend className="mb-2 text-sm font-medium">{label}</legend>
      <div className="grid gap-x-4 gap-y-1.5 sm:grid-cols-2">
        {of.map(([id, text]) => (
          <label key={id} className="flex items-center gap-2 text-sm">
            <input
              type="checkbox"
              name={name}
              value={id}
              defaultChecked={ticked.includes(id)}
              className="size-4 accent-accent"
            />
            {text}
          </label>
        ))}
      </div>
      {error ? <p className="text-sm text-bad">{error}</p> : null}
    </fieldset>
  );
}
