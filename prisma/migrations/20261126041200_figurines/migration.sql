-- CreateTable
CREATE TABLE "Figurine" (
    "id" TEXT NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "createdById" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "consentedAt" TIMESTAMP(3) NOT NULL,
    "guardianAgreedAt" TIMESTAMP(3),
    "input" JSONB NOT NULL,
    "checks" JSONB NOT NULL DEFAULT '[]',
    "stages" JSONB NOT NULL DEFAULT '{}',
    "jobId" TEXT,
    "designId" TEXT,
    "approvedAt" TIMESTAMP(3),
    "approvedHash" TEXT,
    "approvedRevisionId" TEXT,
    "photosDueAt" TIMESTAMP(3) NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Figurine_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "FigurinePhoto" (
    "id" TEXT NOT NULL,
    "figurineId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "blobKey" TEXT NOT NULL,
    "mediaType" TEXT NOT NULL,
    "width" INTEGER NOT NULL,
    "height" INTEGER NOT NULL,
    "bytes" INTEGER NOT NULL,
    "tones" INTEGER NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "FigurinePhoto_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Figurine_designId_key" ON "Figurine"("designId");

-- CreateIndex
CREATE INDEX "Figurine_workspaceId_createdAt_idx" ON "Figurine"("workspaceId", "createdAt");

-- CreateIndex
CREATE INDEX "Figurine_photosDueAt_idx" ON "Figurine"("photosDueAt");

-- CreateIndex
CREATE UNIQUE INDEX "FigurinePhoto_blobKey_key" ON "FigurinePhoto"("blobKey");

-- CreateIndex
CREATE INDEX "FigurinePhoto_figurineId_position_idx" ON "FigurinePhoto"("figurineId", "position");

-- AddForeignKey
ALTER TABLE "Figurine" ADD CONSTRAINT "Figurine_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FigurinePhoto" ADD CONSTRAINT "FigurinePhoto_figurineId_fkey" FOREIGN KEY ("figurineId") REFERENCES "Figurine"("id") ON DELETE CASCADE ON UPDATE CASCADE;
