-- AlterTable
ALTER TABLE "ApiKey" ADD COLUMN     "replacedAt" TIMESTAMP(3);

-- CreateIndex
CREATE INDEX "Image_jobId_idx" ON "Image"("jobId");

-- CreateIndex
CREATE INDEX "ModelFile_jobId_idx" ON "ModelFile"("jobId");
