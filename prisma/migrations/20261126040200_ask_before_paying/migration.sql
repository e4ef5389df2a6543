-- AlterTable
ALTER TABLE "User" ADD COLUMN     "askBeforePaying" BOOLEAN NOT NULL DEFAULT false;
