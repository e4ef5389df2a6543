const NEWSCODES = "http://cv.iptc.org/newscodes/digitalsourcetype/";

/** IPTC's name for where a picture is from: a model's picture, a model's change of a picture, or a drawing by formulas alone. */
export function digitalSourceType(isAiMade: boolean, hasSource: boolean): string {
  if (!isAiMade) return `${NEWSCODES}algorithmicMedia`;
  return `${NEWSCODES}${hasSource ? "compositeWithTrainedAlgorithmicMedia" : "trainedAlgorithmicMedia"}`;
}
