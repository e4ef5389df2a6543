-- What filters ask, so that few that pass are found without reading all.
CREATE INDEX "ProductVector_price_idx" ON "ProductVector" ("spaceId", "priceMinor");
CREATE INDEX "ProductVector_brand_idx" ON "ProductVector" ("spaceId", "brand");
CREATE INDEX "ProductVector_category_idx" ON "ProductVector" ("spaceId", "category");
CREATE INDEX "ProductVector_sizes_idx" ON "ProductVector" USING gin ("sizes");
CREATE INDEX "ProductVector_colours_idx" ON "ProductVector" USING gin ("colours");
CREATE INDEX "ProductVector_materials_idx" ON "ProductVector" USING gin ("materials");
