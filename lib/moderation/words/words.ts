/**
 * Words of one language, each as the source of a regular expression over lower-case text, alternatives between `|`. They
 * are looked for as whole words, whatever the language of the text: people mix them.
 */
export interface Words {
  person: string;
  young: string;
  /** Refused beside `young`. */
  sexual: string;
  /** Colours, cloth and bare feet that clear `sexual` and `nude`. */
  harmlessNude: string;
  childAbuse: string;
  undressing: string;
  /** Refused beside `person`. */
  nude: string;
  explicit: string;
  swastika: string;
  /** Clears `swastika`. */
  faith: string;
  hate: string;
  /** Clears `hate`. */
  remembrance: string;
  cruelty: string;
  /** Clears `cruelty`. */
  legend: string;
  weapon: string;
  /** Clears `weapon`. */
  toy: string;
}
