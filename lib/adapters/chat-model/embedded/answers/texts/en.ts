import type { AnswerTexts } from "./answer-texts.ts";

export const ENGLISH_ANSWERS: AnswerTexts = {
  examples: [
    "a rose gold ring, US 7, with a 7 x 5 mm oval sapphire",
    "a red summer dress, size 38",
    "a graduate figurine, 12 cm tall",
  ],
  example: {
    jewellery: "a rose gold ring, US 7, with a 7 x 5 mm oval sapphire",
    garment: "a red summer dress with long sleeves, size 38",
    figurine: "a graduate figurine with glasses, 12 cm tall",
    relief: "a bronze medal, 40 mm",
    object: "a toy of this photo, 80 mm tall",
  },
  wishes: {
    jewellery: ["a bit wider", "in platinum"],
    garment: ["5 cm longer", "in navy"],
    figurine: ["12 cm tall", "with glasses"],
    relief: ["a bit bigger", "in silver"],
    object: ["a bit bigger", "in white"],
  },
  details: {
    jewellery: "Which metal, which stone or text if any, and what size should it have?",
    garment: "Which cloth and colour, what length, and what size should it have?",
    figurine:
      "Which figure, how many millimetres of height, and what name on its base should it have?",
    relief: "Which picture (send it along), and what size should it have?",
    object: "Which picture (send it along), and what size should it have?",
  },
  cheaper: {
    jewellery: "a lower karat, silver or a smaller stone",
    garment: "another fabric or a shorter cut",
    figurine: "a smaller size or a hollow body",
    relief: "a smaller size or another material",
    object: "a smaller size or another material",
  },
  views: {
    hero: "three-quarter",
    front: "front",
    side: "side",
    top: "top",
    detail: "close-up",
  },
  whatToMake: (names, examples) =>
    `I design ${names}. For example ${examples}. What shall it be, of what, and how large?`,
  ofPicture: (titles) =>
    `I can make something of this picture: ${titles}. Or tell me what you like about it. Which shall it be?`,
  unreadPicture:
    "I cannot read a picture into measures. Describe what you like about it: metal, stone, size, style?",
  forDetails: (details, example) => `Gladly, for example “${example}”. ${details}`,
  greet: (examples) => `Good to see you. Tell me what to make, for example ${examples}.`,
  greetAgain: "Good to see you. What shall we change on this piece?",
  explain: (names, examples) =>
    `I design ${names} from your words, with exact measures, weight and price. Start with ${examples}. Then change anything: “a bit wider”, “20 % longer”, “in platinum”, “without the halo”, “undo”. Ask what it costs, whether it can be made, or for a view from the side. What shall we make?`,
  whatToChange: (wishes) =>
    `I did not find what to change in that. You can say, for example, ${wishes}. What should change?`,
  takeIt: (count) => `Shall I take ${count > 1 ? "those" : "that"}?`,
  yes: "yes",
  no: "no",
  isSo: "It is so already.",
  followed: (changes) => `So that it fits together: ${changes}.`,
  takenBack: "Taken back.",
  about: (facts) => `About ${facts}`,
  still: (now) => `Still about ${now}.`,
  delta: (mass, cost, now) => `${mass}, ${cost}; now about ${now}.`,
  and: (a, b) => `${a} and ${b}`,
  ofMetal: (label) => ` of ${label}`,
  ofStones: (carats) => `, ${carats} ct of stones`,
  otherCurrency: (wanted, currency) => `Your ${wanted} is noted; I price in ${currency}.`,
  within: (wanted) => `That is within your ${wanted}.`,
  over: (by, wanted, cheaper) => `That is ${by} over your ${wanted}: ${cheaper} brings it down.`,
  stillToSolve: (what) => `Still to solve: ${what}`,
  next: ([first = "", second]) =>
    second ? `Next, try “${first}” or “${second}”.` : `Next, try “${first}”.`,
  verdict: (by, state) => {
    if (state === "fails") return `It cannot be ${by} like this yet.`;
    return state === "care" ? `It can be ${by}, with care.` : `It can be ${by}.`;
  },
  processes: {
    "cast-metal": "casting",
    sla: "resin printing",
    fdm: "filament printing",
    "full-colour": "colour printing",
  },
  judged: (process, as) => {
    if (as === "healthy") return `Yes: it is good for ${process}.`;
    if (as === "warning") return `It is possible by ${process}, with care.`;
    return as === "error" ? `Not by ${process} like this.` : `I could not judge it for ${process}.`;
  },
  sameVersions: (from, to) => `Version ${from} and version ${to} are the same.`,
  compared: (from, to, moved, deltas) =>
    `From version ${from} to version ${to}: ${moved}. ${deltas}.`,
  solvedSince: (what) => `Solved since: ${what}`,
  nothingToCompare: "There is no piece yet to compare. What shall it be?",
  wallPending: "The thinnest wall is still being measured.",
  wall: (mm) => `Thinnest wall ${mm} mm.`,
  oneSolid: "It is one closed solid.",
  rules: (count) => `${count} rules checked.`,
  pricePending: "The numbers are still being worked out; ask again in a moment.",
  price: (total, mass, lines) => `${total} at ${mass}: ${lines}.`,
  rates: (day) => `Rates of ${day}; tax and shipping apart.`,
  otherMetal: (label, mass) =>
    `In ${label} it would weigh ${mass}; say “make it in ${label}” for its price.`,
  drawing: (count, views, hasVariations) => {
    const many = count > 1;
    const what = hasVariations
      ? `${count} variations of the ${views} view`
      : `the ${views} view${many ? "s" : ""}`;
    return `Drawing ${what}; ${many ? "they appear" : "it appears"} beside the chat as soon as ${many ? "each is" : "it is"} ready.`;
  },
  sizes: (count, system, first, last) =>
    `Making it in ${count} sizes, ${system} ${first} to ${last}, with stones and settings as they are. One ZIP with files, grams and prices stands under Files when it is done.`,
  byMakers: (reason) => `${reason} A maker can build it as it is: see the makers beside it.`,
  nothingLike: "The shop has nothing like it.",
  nearest: (title, brand, why, others) =>
    `Nearest is “${title}” by ${brand}. ${why}${others > 0 ? ` There are ${others} more in the shop.` : ""}`,
  asking: (names) =>
    `The request to ${names} is ready. Look it over and send it with the button on the card; until then nobody is asked.`,
  nobody: (why) => `Nobody here can make it as it stands.${why}`,
  makers: (count, best, excluded) =>
    `${count === 1 ? "One atelier" : `${count} ateliers`} can make it, best first: ${best}.${excluded > 0 ? ` ${excluded} are ruled out by a limit.` : ""}`,
  maker: (name, place, range) => `${name} in ${place} (${range})`,
  range: (low, high) => `${low} to ${high}`,
  renamed: (title) => `It is called “${title}” now.`,
  saved: (collection, count) =>
    `It is saved in “${collection}”${count > 1 ? `, with ${count - 1} more` : ""}.`,
  repainting:
    "Painting that part anew; the picture appears here as soon as it is ready. The piece itself stays as it is until you use it.",
  done: "Done.",
  failed: (error) => `${error} What shall I do?`,
  nothingToUndo: "There is nothing to take back yet. What shall we make?",
  whatShallChange: "What should change?",
  files:
    "The files are under Downloads beside the piece: STL and 3MF hold what is made, for printing and casting, GLB shows the whole piece as it looks.",
  glad: "Glad you like it. Anything to change?",
  stays: "Then it stays as it is.",
  noPieceYet: "There is no piece yet to have made. What shall it be?",
  welcome: "You are welcome. What shall we make?",
  noTool: "I have no tool for that here. What else shall we do?",
};
