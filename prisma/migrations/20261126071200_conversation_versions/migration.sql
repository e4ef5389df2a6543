-- AlterTable
ALTER TABLE "Conversation" ADD COLUMN     "branchedFromId" TEXT,
ADD COLUMN     "shownLeafId" TEXT;

-- AlterTable
ALTER TABLE "Message" ADD COLUMN     "parentId" TEXT;

-- CreateIndex
CREATE INDEX "Conversation_branchedFromId_idx" ON "Conversation"("branchedFromId");

-- AddForeignKey
ALTER TABLE "Conversation" ADD CONSTRAINT "Conversation_branchedFromId_fkey" FOREIGN KEY ("branchedFromId") REFERENCES "Conversation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- What was said so far followed what came before it.
UPDATE "Message" AS message SET "parentId" = earlier."id"
FROM "Message" AS earlier
WHERE earlier."conversationId" = message."conversationId" AND earlier."number" = message."number" - 1;

-- A text for comparing: lower case, without accents and strokes (`foldText` in lib/conversations/search-words.ts).
CREATE FUNCTION fold_text(text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT translate(regexp_replace(normalize(lower($1), NFD), '[\u0300-\u036f]', '', 'g'), 'đ', 'd')
$$;

CREATE INDEX "Conversation_words_idx" ON "Conversation"
  USING gin (to_tsvector('simple'::regconfig, fold_text("title" || ' ' || coalesce("description", ''))));
CREATE INDEX "Message_words_idx" ON "Message" USING gin (to_tsvector('simple'::regconfig, fold_text("content")));
