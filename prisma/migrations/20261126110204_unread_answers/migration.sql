-- AlterTable
ALTER TABLE "Conversation" ADD COLUMN     "answeredAt" TIMESTAMP(3),
ADD COLUMN     "seenAt" TIMESTAMP(3);
