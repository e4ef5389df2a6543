/** A line of `products.jsonl`: a piece the kernel made, offered by an invented brand. */
export interface DemoProduct {
  sku: string;
  title: string;
  description: string;
  brand: string;
  kind: string;
  category: string;
  priceMinor: number;
  currency: string;
  availability: "in_stock" | "preorder" | "backorder" | "out_of_stock";
  sizes: string[];
  colours: string[];
  material: string;
  pictures: { publicPath: string }[];
  /** `look`: what one sees of it, by name. `spec`: what it was built of, where it differs from the kind's defaults. */
  attributes: { look: Record<string, string>; spec: Record<string, unknown> };
}
