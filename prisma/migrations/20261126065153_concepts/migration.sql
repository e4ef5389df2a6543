-- CreateEnum
CREATE TYPE "ConceptWay" AS ENUM ('picture', 'variation', 'style', 'transfer', 'repaint', 'sketch', 'twin');

-- CreateTable
CREATE TABLE "Concept" (
    "id" TEXT NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "createdById" TEXT NOT NULL,
    "designId" TEXT NOT NULL,
    "revisionId" TEXT NOT NULL,
    "parentId" TEXT,
    "jobId" TEXT,
    "way" "ConceptWay" NOT NULL,
    "wish" JSONB NOT NULL,
    "kind" TEXT NOT NULL,
    "spec" JSONB,
    "changes" JSONB,
    "notes" JSONB NOT NULL,
    "look" JSONB NOT NULL,
    "prompt" TEXT,
    "enhancedPrompt" TEXT,
    "negativePrompt" TEXT,
    "seed" INTEGER NOT NULL,
    "engine" TEXT NOT NULL,
    "engineVersion" TEXT NOT NULL,
    "providerRequestId" TEXT,
    "favouriteAt" TIMESTAMP(3),
    "adoptedRevisionId" TEXT,
    "imageId" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Concept_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Concept_imageId_key" ON "Concept"("imageId");

-- CreateIndex
CREATE INDEX "Concept_designId_createdAt_idx" ON "Concept"("designId", "createdAt");

-- AddForeignKey
ALTER TABLE "Concept" ADD CONSTRAINT "Concept_designId_fkey" FOREIGN KEY ("designId") REFERENCES "Design"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Concept" ADD CONSTRAINT "Concept_imageId_fkey" FOREIGN KEY ("imageId") REFERENCES "Image"("id") ON DELETE CASCADE ON UPDATE CASCADE;
