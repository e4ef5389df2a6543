/** A picture that can be looked at, compared and started from. */
export interface ShownPicture {
  /** The concept's id, or `base` for the design as it is. */
  id: string;
  imageId: string;
  url: string;
  width: number;
  height: number;
  /** What it is called: "Variation 3". */
  name: string;
}
