import type { AnswerTexts } from "./answer-texts.ts";

const MADE = { cast: "gegossen", printed: "gedruckt", made: "gefertigt" };

export const GERMAN_ANSWERS: AnswerTexts = {
  examples: [
    "ein Ring aus Roségold, Größe 54, mit einem ovalen Saphir 7 x 5 mm",
    "ein rotes Sommerkleid, Größe 38",
    "eine Figur als Absolvent, 12 cm hoch",
  ],
  example: {
    jewellery: "ein Ring aus Roségold, Größe 54, mit einem ovalen Saphir 7 x 5 mm",
    garment: "ein rotes Sommerkleid mit langen Ärmeln, Größe 38",
    figurine: "eine Figur als Absolvent mit Brille, 12 cm hoch",
    relief: "eine Medaille aus Bronze, 40 mm",
    object: "ein Spielzeug nach diesem Foto, 80 mm hoch",
  },
  wishes: {
    jewellery: ["etwas breiter", "in Platin"],
    garment: ["5 cm länger", "in Marineblau"],
    figurine: ["12 cm hoch", "mit Brille"],
    relief: ["etwas größer", "in Silber"],
    object: ["etwas größer", "in Weiß"],
  },
  details: {
    jewellery: "Welches Metall, welcher Stein oder Text, und welche Größe soll es haben?",
    garment: "Welcher Stoff und welche Farbe, welche Länge und welche Größe?",
    figurine: "Welche Figur, wie viele Millimeter hoch, und welcher Name auf dem Sockel?",
    relief: "Welches Bild (schick es mit), und welche Größe soll es haben?",
    object: "Welches Bild (schick es mit), und welche Größe soll es haben?",
  },
  cheaper: {
    jewellery: "weniger Karat, Silber oder ein kleinerer Stein",
    garment: "ein anderer Stoff oder ein kürzerer Schnitt",
    figurine: "eine kleinere Größe oder ein hohler Körper",
    relief: "eine kleinere Größe oder ein anderes Material",
    object: "eine kleinere Größe oder ein anderes Material",
  },
  views: { hero: "Dreiviertel", front: "vorn", side: "Seite", top: "oben", detail: "nah" },
  whatToMake: (names, examples) =>
    `Ich entwerfe: ${names}. Zum Beispiel ${examples}. Was soll es werden, woraus und wie groß?`,
  ofPicture: (titles) =>
    `Aus diesem Bild kann ich etwas machen: ${titles}. Oder sag mir, was dir daran gefällt. Was soll es werden?`,
  unreadPicture:
    "Aus einem Bild lese ich keine Maße. Beschreib, was dir gefällt: Metall, Stein, Größe, Stil?",
  forDetails: (details, example) => `Gern, zum Beispiel „${example}“. ${details}`,
  greet: (examples) =>
    `Schön, dass du da bist. Sag mir, was ich machen soll, zum Beispiel ${examples}.`,
  greetAgain: "Schön, dass du da bist. Was ändern wir an diesem Stück?",
  explain: (names, examples) =>
    `Ich entwerfe aus deinen Worten, mit genauen Maßen, Gewicht und Preis: ${names}. Fang an mit ${examples}. Dann ändere alles: „etwas breiter“, „20 % länger“, „in Platin“, „ohne Halo“, „rückgängig“. Frag, was es kostet, ob man es fertigen kann, oder nach der Seitenansicht. Was machen wir?`,
  whatToChange: (wishes) =>
    `Darin habe ich nichts zum Ändern gefunden. Du kannst zum Beispiel sagen: ${wishes}. Was soll sich ändern?`,
  takeIt: () => "Soll ich das nehmen?",
  yes: "ja",
  no: "nein",
  isSo: "Das ist schon so.",
  followed: (changes) => `Damit es zusammenpasst: ${changes}.`,
  takenBack: "Zurückgenommen.",
  about: (facts) => `Etwa ${facts}`,
  still: (now) => `Weiterhin etwa ${now}.`,
  delta: (mass, cost, now) => `${mass}, ${cost}; jetzt etwa ${now}.`,
  and: (a, b) => `${a} und ${b}`,
  ofMetal: (label) => ` ${label}`,
  ofStones: (carats) => `, ${carats} ct Steine`,
  otherCurrency: (wanted, currency) => `Deine ${wanted} sind notiert; ich rechne in ${currency}.`,
  within: (wanted) => `Das liegt innerhalb von ${wanted}.`,
  over: (by, wanted, cheaper) => `Das ist ${by} über ${wanted}: ${cheaper} macht es günstiger.`,
  stillToSolve: (what) => `Noch zu lösen: ${what}`,
  next: ([first = "", second]) =>
    second ? `Als Nächstes etwa „${first}“ oder „${second}“.` : `Als Nächstes etwa „${first}“.`,
  verdict: (by, state) => {
    if (state === "fails") return `So kann es noch nicht ${MADE[by]} werden.`;
    return state === "care"
      ? `Es kann mit Vorsicht ${MADE[by]} werden.`
      : `Es kann ${MADE[by]} werden.`;
  },
  processes: {
    "cast-metal": "den Guss",
    sla: "den Harzdruck",
    fdm: "den Filamentdruck",
    "full-colour": "den Farbdruck",
  },
  judged: (process, as) => {
    if (as === "healthy") return `Ja: Es eignet sich gut für ${process}.`;
    if (as === "warning") return `Für ${process} ist es mit Vorsicht möglich.`;
    return as === "error"
      ? `So nicht geeignet für ${process}.`
      : `Für ${process} konnte ich es nicht beurteilen.`;
  },
  sameVersions: (from, to) => `Version ${from} und Version ${to} sind gleich.`,
  compared: (from, to, moved, deltas) =>
    `Von Version ${from} zu Version ${to}: ${moved}. ${deltas}.`,
  solvedSince: (what) => `Seitdem gelöst: ${what}`,
  nothingToCompare: "Es gibt noch kein Stück zum Vergleichen. Was soll es werden?",
  wallPending: "Die dünnste Wand wird noch gemessen.",
  wall: (mm) => `Dünnste Wand ${mm} mm.`,
  oneSolid: "Es ist ein geschlossener Körper.",
  rules: (count) => `${count} Regeln geprüft.`,
  pricePending: "Die Zahlen werden noch berechnet; frag gleich noch einmal.",
  price: (total, mass, lines) => `${total} bei ${mass}: ${lines}.`,
  rates: (day) => `Sätze vom ${day}; ohne Steuer und Versand.`,
  otherMetal: (label, mass) =>
    `In ${label} wöge es ${mass}; sag „mach es in ${label}“ für den Preis.`,
  drawing: (count, views, hasVariations) =>
    hasVariations
      ? `Ich zeichne ${count} Varianten (${views}); sie erscheinen neben dem Chat, sobald jede fertig ist.`
      : `Ich zeichne die Ansicht: ${views}. Sie erscheint neben dem Chat, sobald sie fertig ist.`,
  sizes: (count, system, first, last) =>
    `Ich mache es in ${count} Größen, ${system} ${first} bis ${last}; Steine und Fassungen bleiben. Ein ZIP mit Dateien, Gramm und Preisen steht dann unter Dateien.`,
  byMakers: (reason) => `${reason} Ein Atelier kann es so fertigen: Die Ateliers stehen daneben.`,
  nothingLike: "Im Shop gibt es nichts dergleichen.",
  nearest: (title, brand, why, others) =>
    `Am nächsten kommt „${title}“ von ${brand}. ${why}${others > 0 ? ` Im Shop gibt es ${others} weitere.` : ""}`,
  asking: (names) =>
    `Die Anfrage an ${names} ist vorbereitet. Sieh sie an und schick sie mit dem Knopf auf der Karte ab; bis dahin wird niemand gefragt.`,
  nobody: (why) => `So kann es hier niemand fertigen.${why}`,
  makers: (count, best, excluded) =>
    `${count === 1 ? "Ein Atelier kann" : `${count} Ateliers können`} es fertigen, das beste zuerst: ${best}.${excluded > 0 ? ` ${excluded} scheitern an einer Grenze.` : ""}`,
  maker: (name, place, range) => `${name} in ${place} (${range})`,
  range: (low, high) => `${low} bis ${high}`,
  renamed: (title) => `Es heißt jetzt „${title}“.`,
  saved: (collection, count) =>
    `Es ist in „${collection}“ gemerkt${count > 1 ? `, mit ${count - 1} weiteren` : ""}.`,
  repainting:
    "Ich male diese Stelle neu; das Bild erscheint hier, sobald es fertig ist. Das Stück selbst bleibt, wie es ist, bis du es übernimmst.",
  done: "Fertig.",
  failed: (error) => `${error} Was soll ich tun?`,
  nothingToUndo: "Es gibt noch nichts zurückzunehmen. Was machen wir?",
  whatShallChange: "Was soll sich ändern?",
  files:
    "Die Dateien stehen unter Dateien neben dem Stück: STL und 3MF für Druck und Guss, GLB zeigt das ganze Stück.",
  glad: "Schön, dass es gefällt. Noch etwas ändern?",
  stays: "Dann bleibt es, wie es ist.",
  noPieceYet: "Es gibt noch kein Stück zum Fertigen. Was soll es werden?",
  welcome: "Gern geschehen. Was machen wir?",
  noTool: "Dafür habe ich hier kein Werkzeug. Was machen wir sonst?",
};
