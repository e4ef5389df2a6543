import type { Ctx } from "#lib/context.ts";
import { listDesigns } from "#lib/designs/list-designs.ts";
import type { DesignView } from "#lib/designs/types.ts";
import type { Locale } from "#lib/shared/locales.ts";
import { type ConversationDetails, getConversation } from "../get-conversation.ts";
import { embedPictures } from "./embed-pictures.ts";
import { toHtml } from "./to-html.ts";

/** What a conversation is saved as. */
export const EXPORT_FORMATS = ["json", "html"] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

export interface ExportedConversation {
  /** All versions of all messages, in the order in which they came; `parentId` tells what each follows. */
  conversation: ConversationDetails;
  designs: DesignView[];
  exportedAt: string;
}

/** A conversation as a file. */
export interface ConversationFile {
  filename: string;
  contentType: string;
  /** Text, UTF-8; an object where it is JSON. */
  body: string | ExportedConversation;
}

const DESIGNS_PER_PAGE = 100;

/**
 * A conversation to keep: as JSON with everything that was ever said in it and the numbers of its designs, or as one HTML
 * file to read, with the version that is shown and its pictures inside. Throws `not_found`.
 */
export async function exportConversation(
  ctx: Ctx,
  input: { conversationId: string; format: ExportFormat; locale?: Locale },
): Promise<ConversationFile> {
  const { conversationId, format, locale = "en" } = input;
  const conversation = await getConversation(ctx, {
    conversationId,
    allVersions: format === "json",
  });
  const designs = await allDesigns(ctx, conversationId);
  const filename = `${fileName(conversation.title)}.${format}`;
  const exportedAt = ctx.now().toISOString();
  if (format === "json") {
    const body = { conversation, designs, exportedAt };
    return { filename, contentType: "application/json; charset=utf-8", body };
  }
  const pictures = await embedPictures(ctx, conversation.messages, designs);
  const body = toHtml({ conversation, designs, pictures, exportedAt, locale });
  return { filename, contentType: "text/html; charset=utf-8", body };
}

async function allDesigns(ctx: Ctx, conversationId: string): Promise<DesignView[]> {
  const designs: DesignView[] = [];
  let cursor: string | null = null;
  do {
    const page = await listDesigns(ctx, {
      ...{ conversationId, limit: DESIGNS_PER_PAGE },
      ...(cursor !== null && { cursor }),
    });
    designs.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor !== null);
  return designs;
}

const LONGEST_NAME = 60;

const fileName = (title: string): string =>
  title
    .replace(/[^\p{L}\p{N} _-]+/gu, "")
    .trim()
    .slice(0, LONGEST_NAME)
    .trim() || "conversation";
