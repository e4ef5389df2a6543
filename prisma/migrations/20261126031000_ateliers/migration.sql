-- CreateEnum
CREATE TYPE "AtelierStatus" AS ENUM ('pending', 'approved', 'refused', 'suspended');

-- CreateTable
CREATE TABLE "Atelier" (
    "id" TEXT NOT NULL,
    "ownerId" TEXT,
    "status" "AtelierStatus" NOT NULL DEFAULT 'pending',
    "statusReason" TEXT,
    "statusChangedAt" TIMESTAMP(3),
    "statusChangedById" TEXT,
    "featuredAt" TIMESTAMP(3),
    "name" TEXT NOT NULL,
    "about" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "country" TEXT NOT NULL,
    "latitude" DOUBLE PRECISION,
    "longitude" DOUBLE PRECISION,
    "shipsTo" TEXT[],
    "languages" TEXT[],
    "crafts" TEXT[],
    "materials" TEXT[],
    "stones" TEXT[],
    "limits" JSONB NOT NULL,
    "leadTimeDays" INTEGER NOT NULL,
    "currency" TEXT NOT NULL,
    "minimumOrderMinor" INTEGER NOT NULL DEFAULT 0,
    "hoursPerWeek" INTEGER NOT NULL DEFAULT 40,
    "rateCardVersion" INTEGER,
    "ratingSum" INTEGER NOT NULL DEFAULT 0,
    "ratingCount" INTEGER NOT NULL DEFAULT 0,
    "ordersFinished" INTEGER NOT NULL DEFAULT 0,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Atelier_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AtelierContact" (
    "atelierId" TEXT NOT NULL,
    "sealingKeyId" TEXT NOT NULL,
    "wrappedKey" BYTEA NOT NULL,
    "sealed" BYTEA NOT NULL,
    "updatedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "AtelierContact_pkey" PRIMARY KEY ("atelierId")
);

-- CreateTable
CREATE TABLE "SealingKey" (
    "id" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "retiredAt" TIMESTAMP(3),

    CONSTRAINT "SealingKey_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PortfolioPicture" (
    "id" TEXT NOT NULL,
    "atelierId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "kind" TEXT,
    "crafts" TEXT[],
    "materials" TEXT[],
    "blobKey" TEXT NOT NULL,
    "mediaType" TEXT NOT NULL,
    "width" INTEGER NOT NULL,
    "height" INTEGER NOT NULL,
    "bytes" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "vector" BYTEA,
    "embedder" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "PortfolioPicture_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AtelierRateCard" (
    "id" TEXT NOT NULL,
    "atelierId" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "rates" JSONB NOT NULL,
    "createdById" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "AtelierRateCard_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AtelierWeek" (
    "atelierId" TEXT NOT NULL,
    "monday" DATE NOT NULL,
    "openHours" INTEGER NOT NULL,
    "bookedHours" DOUBLE PRECISION NOT NULL DEFAULT 0,

    CONSTRAINT "AtelierWeek_pkey" PRIMARY KEY ("atelierId","monday")
);

-- CreateTable
CREATE TABLE "AtelierDensity" (
    "atelierId" TEXT NOT NULL,
    "alloy" TEXT NOT NULL,
    "massG" DOUBLE PRECISION NOT NULL,
    "volumeMm3" DOUBLE PRECISION NOT NULL,
    "pieces" INTEGER NOT NULL,

    CONSTRAINT "AtelierDensity_pkey" PRIMARY KEY ("atelierId","alloy")
);

-- CreateTable
CREATE TABLE "MatchWeights" (
    "id" TEXT NOT NULL,
    "weights" JSONB NOT NULL,
    "createdById" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "MatchWeights_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Atelier_ownerId_key" ON "Atelier"("ownerId");

-- CreateIndex
CREATE INDEX "Atelier_status_createdAt_idx" ON "Atelier"("status", "createdAt");

-- CreateIndex
CREATE INDEX "Atelier_updatedAt_idx" ON "Atelier"("updatedAt");

-- CreateIndex
CREATE INDEX "AtelierContact_sealingKeyId_idx" ON "AtelierContact"("sealingKeyId");

-- CreateIndex
CREATE UNIQUE INDEX "PortfolioPicture_atelierId_position_key" ON "PortfolioPicture"("atelierId", "position");

-- CreateIndex
CREATE UNIQUE INDEX "AtelierRateCard_atelierId_version_key" ON "AtelierRateCard"("atelierId", "version");

-- AddForeignKey
ALTER TABLE "Atelier" ADD CONSTRAINT "Atelier_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AtelierContact" ADD CONSTRAINT "AtelierContact_atelierId_fkey" FOREIGN KEY ("atelierId") REFERENCES "Atelier"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PortfolioPicture" ADD CONSTRAINT "PortfolioPicture_atelierId_fkey" FOREIGN KEY ("atelierId") REFERENCES "Atelier"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AtelierRateCard" ADD CONSTRAINT "AtelierRateCard_atelierId_fkey" FOREIGN KEY ("atelierId") REFERENCES "Atelier"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AtelierWeek" ADD CONSTRAINT "AtelierWeek_atelierId_fkey" FOREIGN KEY ("atelierId") REFERENCES "Atelier"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AtelierDensity" ADD CONSTRAINT "AtelierDensity_atelierId_fkey" FOREIGN KEY ("atelierId") REFERENCES "Atelier"("id") ON DELETE CASCADE ON UPDATE CASCADE;
