-- CreateEnum
CREATE TYPE "ProviderCallStatus" AS ENUM ('preparing', 'sending', 'waiting', 'succeeded', 'failed', 'cancelled');

-- CreateTable
CREATE TABLE "ProviderCall" (
    "id" TEXT NOT NULL,
    "openKey" TEXT,
    "workspaceId" TEXT NOT NULL,
    "designId" TEXT,
    "jobId" TEXT,
    "taskId" TEXT,
    "provider" TEXT NOT NULL,
    "capability" TEXT NOT NULL,
    "model" TEXT NOT NULL,
    "status" "ProviderCallStatus" NOT NULL DEFAULT 'preparing',
    "requestId" TEXT,
    "costMicroUsd" INTEGER NOT NULL DEFAULT 0,
    "output" JSONB,
    "error" JSONB,
    "resultKey" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sentAt" TIMESTAMP(3),
    "finishedAt" TIMESTAMP(3),

    CONSTRAINT "ProviderCall_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "ProviderCall_openKey_key" ON "ProviderCall"("openKey");

-- CreateIndex
CREATE UNIQUE INDEX "ProviderCall_requestId_key" ON "ProviderCall"("requestId");

-- CreateIndex
CREATE INDEX "ProviderCall_designId_idx" ON "ProviderCall"("designId");

-- CreateIndex
CREATE INDEX "ProviderCall_taskId_idx" ON "ProviderCall"("taskId");

-- CreateIndex
CREATE INDEX "ProviderCall_status_createdAt_idx" ON "ProviderCall"("status", "createdAt");

-- AddForeignKey
ALTER TABLE "ProviderCall" ADD CONSTRAINT "ProviderCall_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;
