/** What became of something that was asked for. */
export interface VariantNote {
  verdict: "kept" | "changed" | "refused";
  /** In the user's words. */
  message: string;
  field?: string;
}
