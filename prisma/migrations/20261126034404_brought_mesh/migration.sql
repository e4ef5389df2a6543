-- CreateTable
CREATE TABLE "BroughtMesh" (
    "id" TEXT NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "createdById" TEXT NOT NULL,
    "designId" TEXT NOT NULL,
    "filename" TEXT NOT NULL,
    "format" TEXT NOT NULL,
    "blobKey" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "triangles" INTEGER NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "BroughtMesh_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "BroughtMesh_blobKey_key" ON "BroughtMesh"("blobKey");

-- CreateIndex
CREATE INDEX "BroughtMesh_designId_idx" ON "BroughtMesh"("designId");

-- AddForeignKey
ALTER TABLE "BroughtMesh" ADD CONSTRAINT "BroughtMesh_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;
