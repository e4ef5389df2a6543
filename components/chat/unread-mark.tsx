/** A dot where an answer waits to be read. */
export function UnreadMark({ text }: { text: string }) {
  return (
    <>
      <span aria-hidden title={text} className="size-2 shrink-0 rounded-full bg-accent" />
      <span className="sr-only">{text}</span>
    </>
  );
}
