import type { ReactNode } from "react";

/** The little markdown a designer writes: paragraphs, lists, bold. Nothing is read as HTML. */
export function MessageText({ text }: { text: string }) {
  return (
    <div className="grid gap-2 leading-relaxed">
      {blocksOf(text).map((block) =>
        block.list ? (
          <ul key={block.key} className="grid list-disc gap-1 pl-5">
            {block.lines.map((line) => (
              <li key={line}>{inline(line)}</li>
            ))}
          </ul>
        ) : (
          <p key={block.key} className="whitespace-pre-line">
            {inline(block.lines.join("\n"))}
          </p>
        ),
      )}
    </div>
  );
}

interface Block {
  key: string;
  list: boolean;
  lines: string[];
}

const BULLET = /^\s*[-*•]\s+/;

function blocksOf(text: string): Block[] {
  const blocks: Block[] = [];
  let open: Block | null = null;
  for (const line of text.split("\n")) {
    const list = BULLET.test(line);
    if (line.trim() === "") {
      open = null;
      continue;
    }
    if (!open || open.list !== list) {
      open = { key: `${blocks.length}`, list, lines: [] };
      blocks.push(open);
    }
    open.lines.push(list ? line.replace(BULLET, "") : line);
  }
  return blocks;
}

function inline(text: string): ReactNode[] {
  return text.split(/(\*\*[^*]+\*\*)/).map((piece, at) =>
    piece.startsWith("**") ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text have no other identity
      <strong key={at} className="font-semibold">
        {piece.slice(2, -2)}
      </strong>
    ) : (
      piece
    ),
  );
}
