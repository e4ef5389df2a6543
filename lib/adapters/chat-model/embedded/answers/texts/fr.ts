import type { AnswerTexts } from "./answer-texts.ts";

const MADE = { cast: "coulée", printed: "imprimée", made: "fabriquée" };

export const FRENCH_ANSWERS: AnswerTexts = {
  examples: [
    "une bague en or rose, taille 54, avec un saphir ovale de 7 x 5 mm",
    "une robe d’été rouge, taille 38",
    "une figurine de diplômé, 12 cm de haut",
  ],
  example: {
    jewellery: "une bague en or rose, taille 54, avec un saphir ovale de 7 x 5 mm",
    garment: "une robe d’été rouge à manches longues, taille 38",
    figurine: "une figurine de diplômé avec des lunettes, 12 cm de haut",
    relief: "une médaille en bronze, 40 mm",
    object: "un jouet d’après cette photo, 80 mm de haut",
  },
  wishes: {
    jewellery: ["un peu plus large", "en platine"],
    garment: ["5 cm plus longue", "en bleu marine"],
    figurine: ["12 cm de haut", "avec des lunettes"],
    relief: ["un peu plus grande", "en argent"],
    object: ["un peu plus grand", "en blanc"],
  },
  details: {
    jewellery: "Quel métal, quelle pierre ou quel texte, et quelle taille ?",
    garment: "Quel tissu et quelle couleur, quelle longueur et quelle taille ?",
    figurine: "Quel personnage, combien de millimètres de haut, et quel nom sur le socle ?",
    relief: "Quelle image (joignez-la), et quelle taille ?",
    object: "Quelle image (joignez-la), et quelle taille ?",
  },
  cheaper: {
    jewellery: "moins de carats, de l’argent ou une pierre plus petite",
    garment: "un autre tissu ou une coupe plus courte",
    figurine: "une taille plus petite ou un corps creux",
    relief: "une taille plus petite ou une autre matière",
    object: "une taille plus petite ou une autre matière",
  },
  views: {
    hero: "de trois quarts",
    front: "de face",
    side: "de côté",
    top: "du dessus",
    detail: "en gros plan",
  },
  whatToMake: (names, examples) =>
    `Je crée : ${names}. Par exemple ${examples}. Que voulez-vous, en quoi et de quelle taille ?`,
  ofPicture: (titles) =>
    `De cette image je peux faire : ${titles}. Ou dites-moi ce qui vous plaît. Que voulez-vous ?`,
  unreadPicture:
    "Je ne lis pas de mesures dans une image. Décrivez ce qui vous plaît : métal, pierre, taille, style ?",
  forDetails: (details, example) => `Volontiers, par exemple « ${example} ». ${details}`,
  greet: (examples) => `Bienvenue. Dites-moi quoi créer, par exemple ${examples}.`,
  greetAgain: "Bienvenue. Que changeons-nous à cette pièce ?",
  explain: (names, examples) =>
    `Je crée à partir de vos mots, avec mesures exactes, poids et prix : ${names}. Commencez par ${examples}. Puis changez tout : « un peu plus large », « 20 % plus long », « en platine », « sans halo », « annule ». Demandez son prix, si elle peut être fabriquée, ou une vue de côté. Que créons-nous ?`,
  whatToChange: (wishes) =>
    `Je n’y ai pas trouvé quoi changer. Dites par exemple ${wishes}. Que faut-il changer ?`,
  takeIt: () => "Est-ce que je le prends ?",
  yes: "oui",
  no: "non",
  isSo: "C’est déjà ainsi.",
  followed: (changes) => `Pour que tout aille ensemble : ${changes}.`,
  takenBack: "Annulé.",
  about: (facts) => `Environ ${facts}`,
  still: (now) => `Toujours environ ${now}.`,
  delta: (mass, cost, now) => `${mass}, ${cost} ; maintenant environ ${now}.`,
  and: (a, b) => `${a} et ${b}`,
  ofMetal: (label) => ` (${label})`,
  ofStones: (carats) => `, ${carats} ct de pierres`,
  otherCurrency: (wanted, currency) => `Vos ${wanted} sont notés ; je compte en ${currency}.`,
  within: (wanted) => `C’est dans vos ${wanted}.`,
  over: (by, wanted, cheaper) =>
    `C’est ${by} de plus que vos ${wanted} : ${cheaper} fait baisser le prix.`,
  stillToSolve: (what) => `Encore à résoudre : ${what}`,
  next: ([first = "", second]) =>
    second ? `Essayez ensuite « ${first} » ou « ${second} ».` : `Essayez ensuite « ${first} ».`,
  verdict: (by, state) => {
    if (state === "fails") return `Elle ne peut pas encore être ${MADE[by]} ainsi.`;
    return state === "care"
      ? `Elle peut être ${MADE[by]}, avec soin.`
      : `Elle peut être ${MADE[by]}.`;
  },
  processes: {
    "cast-metal": "la fonte",
    sla: "l’impression en résine",
    fdm: "l’impression en filament",
    "full-colour": "l’impression en couleurs",
  },
  judged: (process, as) => {
    if (as === "healthy") return `Oui : la pièce convient bien pour ${process}.`;
    if (as === "warning") return `C’est possible pour ${process}, avec précaution.`;
    return as === "error"
      ? `Pas pour ${process} en l’état.`
      : `Je n’ai pas pu en juger pour ${process}.`;
  },
  sameVersions: (from, to) => `La version ${from} et la version ${to} sont identiques.`,
  compared: (from, to, moved, deltas) =>
    `De la version ${from} à la version ${to} : ${moved}. ${deltas}.`,
  solvedSince: (what) => `Résolu depuis : ${what}`,
  nothingToCompare: "Il n’y a pas encore de pièce à comparer. Que voulez-vous créer ?",
  wallPending: "La paroi la plus fine est en cours de mesure.",
  wall: (mm) => `Paroi la plus fine : ${mm} mm.`,
  oneSolid: "C’est un solide fermé.",
  rules: (count) => `${count} règles vérifiées.`,
  pricePending: "Les nombres se calculent encore ; redemandez dans un instant.",
  price: (total, mass, lines) => `${total} pour ${mass} : ${lines}.`,
  rates: (day) => `Tarifs du ${day} ; hors taxes et envoi.`,
  otherMetal: (label, mass) =>
    `En ${label} elle pèserait ${mass} ; dites « en ${label} » pour le prix.`,
  drawing: (count, views, hasVariations) =>
    hasVariations
      ? `Je dessine ${count} variantes (${views}) ; elles apparaissent à côté du chat dès qu’elles sont prêtes.`
      : `Je dessine la vue ${views} ; elle apparaît à côté du chat dès qu’elle est prête.`,
  sizes: (count, system, first, last) =>
    `Je la fais en ${count} tailles, ${system} ${first} à ${last}, pierres et sertis inchangés. Un ZIP avec fichiers, grammes et prix sera sous Fichiers.`,
  byMakers: (reason) =>
    `${reason} Un atelier peut la fabriquer telle quelle : voyez les ateliers à côté.`,
  nothingLike: "La boutique n’a rien de semblable.",
  nearest: (title, brand, why, others) =>
    `Le plus proche est « ${title} » de ${brand}. ${why}${others > 0 ? ` Il y en a ${others} autres en boutique.` : ""}`,
  asking: (names) =>
    `La demande à ${names} est prête. Relisez-la et envoyez-la avec le bouton de la carte ; d’ici là, personne n’est consulté.`,
  nobody: (why) => `Personne ici ne peut la fabriquer telle quelle.${why}`,
  makers: (count, best, excluded) =>
    `${count === 1 ? "Un atelier peut" : `${count} ateliers peuvent`} la fabriquer, le meilleur d’abord : ${best}.${excluded > 0 ? ` ${excluded} sont écartés par une limite.` : ""}`,
  maker: (name, place, range) => `${name} à ${place} (${range})`,
  range: (low, high) => `${low} à ${high}`,
  renamed: (title) => `Elle s’appelle maintenant « ${title} ».`,
  saved: (collection, count) =>
    `Elle est gardée dans « ${collection} »${count > 1 ? `, avec ${count - 1} autres` : ""}.`,
  repainting:
    "Je repeins cet endroit ; l’image apparaît ici dès qu’elle est prête. La pièce reste telle quelle tant que vous ne l’adoptez pas.",
  done: "Terminé.",
  failed: (error) => `${error} Que dois-je faire ?`,
  nothingToUndo: "Il n’y a encore rien à annuler. Que créons-nous ?",
  whatShallChange: "Que faut-il changer ?",
  files:
    "Les fichiers sont sous Fichiers, à côté de la pièce : STL et 3MF pour imprimer et couler, GLB montre la pièce entière.",
  glad: "Ravi qu’elle vous plaise. Quelque chose à changer ?",
  stays: "Alors elle reste telle quelle.",
  noPieceYet: "Il n’y a pas encore de pièce à fabriquer. Que voulez-vous ?",
  welcome: "Avec plaisir. Que créons-nous ?",
  noTool: "Je n’ai pas d’outil pour cela ici. Que faisons-nous d’autre ?",
};
