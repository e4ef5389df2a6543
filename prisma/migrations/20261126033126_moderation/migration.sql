-- CreateEnum
CREATE TYPE "CaseOrigin" AS ENUM ('check', 'report');

-- CreateEnum
CREATE TYPE "CaseStatus" AS ENUM ('decided', 'open', 'resolved');

-- CreateEnum
CREATE TYPE "CaseOutcome" AS ENUM ('allowed', 'kept', 'removed');

-- CreateTable
CREATE TABLE "ModerationCase" (
    "id" TEXT NOT NULL,
    "origin" "CaseOrigin" NOT NULL,
    "status" "CaseStatus" NOT NULL,
    "subjectType" TEXT NOT NULL,
    "subjectId" TEXT,
    "workspaceId" TEXT,
    "userId" TEXT NOT NULL,
    "category" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "excerpt" TEXT,
    "contentSha256" TEXT,
    "source" TEXT NOT NULL,
    "appeal" TEXT,
    "outcome" "CaseOutcome",
    "note" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "openedAt" TIMESTAMP(3),
    "resolvedAt" TIMESTAMP(3),
    "resolvedById" TEXT,

    CONSTRAINT "ModerationCase_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "ModerationCase_status_openedAt_idx" ON "ModerationCase"("status", "openedAt");

-- CreateIndex
CREATE INDEX "ModerationCase_workspaceId_contentSha256_idx" ON "ModerationCase"("workspaceId", "contentSha256");

-- AddForeignKey
ALTER TABLE "ModerationCase" ADD CONSTRAINT "ModerationCase_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;
