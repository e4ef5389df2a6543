-- Vectors live outside the Prisma schema: it knows neither their type nor their index.
-- A space is one catalogue's vectors by one embedder. Each has its own index, as dimensions differ.
CREATE TABLE "VectorSpace" (
    "id" SERIAL PRIMARY KEY,
    "namespace" TEXT NOT NULL,
    "embedderName" TEXT NOT NULL,
    "embedderVersion" TEXT NOT NULL,
    "dimensions" INTEGER NOT NULL,
    "createdAt" TIMESTAMPTZ NOT NULL DEFAULT now(),
    UNIQUE ("namespace", "embedderName", "embedderVersion", "dimensions")
);

CREATE TABLE "ProductVector" (
    "spaceId" INTEGER NOT NULL REFERENCES "VectorSpace" ("id") ON DELETE CASCADE,
    "id" TEXT NOT NULL,
    "productId" TEXT NOT NULL,
    "priceMinor" BIGINT NOT NULL,
    "brand" TEXT NOT NULL,
    "category" TEXT NOT NULL,
    "availability" TEXT NOT NULL,
    "sizes" TEXT[] NOT NULL,
    "colours" TEXT[] NOT NULL,
    "materials" TEXT[] NOT NULL,
    "vector" vector NOT NULL,
    PRIMARY KEY ("spaceId", "id")
);

CREATE INDEX "ProductVector_productId_idx" ON "ProductVector" ("spaceId", "productId");
