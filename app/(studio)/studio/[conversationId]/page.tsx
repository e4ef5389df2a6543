import type { Metadata } from "next";
import { NextIntlClientProvider } from "next-intl";
import { getLocale, getMessages } from "next-intl/server";
import { ConversationScreen } from "#components/chat/conversation-screen.tsx";
import { toUiMessages, versionsOf } from "#components/chat/ui-messages.ts";
import { PieceOutline } from "#components/design/piece-outline.tsx";
import type { Ctx } from "#lib/context.ts";
import { type ConversationDetails, getConversation } from "#lib/conversations/get-conversation.ts";
import { designIdsOf } from "#lib/conversations/get-turn.ts";
import { listDesigns } from "#lib/designs/list-designs.ts";
import type { DesignView } from "#lib/designs/types.ts";
import { orNotFound, signedInContext } from "../../access.ts";
import { conversationActions } from "../../conversation-actions.ts";
import { designActions } from "../../design-actions.ts";
import { exampleSentences } from "../../examples.ts";
import { readerMoney } from "../../reader-money.ts";
import { workbenchData } from "../../workbench-data.ts";

interface ConversationPageProps {
  params: Promise<{ conversationId: string }>;
  searchParams: Promise<{ design?: string }>;
}

export async function generateMetadata({ params }: ConversationPageProps): Promise<Metadata> {
  const { conversationId } = await params;
  const ctx = await signedInContext(`/studio/${conversationId}`);
  const { title } = await orNotFound(getConversation(ctx, { conversationId }));
  return { title };
}

/** Chat at the left, the piece at the right. */
export default async function ConversationPage({ params, searchParams }: ConversationPageProps) {
  const { conversationId } = await params;
  const ctx = await signedInContext(`/studio/${conversationId}`);
  const [conversation, designs, messages, locale, reader] = await Promise.all([
    orNotFound(getConversation(ctx, { conversationId })),
    listDesigns(ctx, { conversationId, limit: 20 }),
    getMessages(),
    getLocale(),
    readerMoney(),
  ]);
  const spokenOf = designIdsOf(conversation.messages);
  const chosen = choose(designs.items, (await searchParams).design, spokenOf);
  const last = conversation.messages.at(-1);
  const { viewer, design, chat, concept } = messages;
  const { repaint, board, unreachable } = concept;
  const piece = chosen && (await pieceOf(ctx, chosen.id));
  return (
    <NextIntlClientProvider messages={{ design, chat, concept: { repaint, board, unreachable } }}>
      <ConversationScreen
        conversation={menuOf(conversation)}
        messages={toUiMessages(conversation.messages)}
        versions={versionsOf(conversation.messages)}
        answeringId={last?.status === "streaming" ? last.id : null}
        lastEnd={last?.status === "failed" || last?.status === "stopped" ? last.status : null}
        examples={await exampleSentences()}
        pieces={designs.items.map(({ id, title }) => ({ id, title }))}
        piece={piece}
        outline={piece && <PieceOutline design={piece.design} reader={reader} />}
        locale={locale}
        benchTexts={{ viewer, design }}
        actions={designActions}
        conversationActions={conversationActions}
      />
    </NextIntlClientProvider>
  );
}

const menuOf = ({ messages, ...conversation }: ConversationDetails) => conversation;

/** The design named in the address, else the one changed last of those the shown version speaks of, else of all. */
function choose(
  designs: DesignView[],
  wanted: string | undefined,
  spokenOf: readonly string[],
): DesignView | null {
  return (
    designs.find((design) => design.id === wanted) ??
    designs.find((design) => spokenOf.includes(design.id)) ??
    designs[0] ??
    null
  );
}

const pieceOf = (ctx: Ctx, designId: string) => orNotFound(workbenchData(ctx, designId));
