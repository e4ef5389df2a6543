import type { Words } from "./words.ts";

export const FR: Words = {
  person:
    "femmes?|hommes?|filles?|garçons?|dames?|personnes?|corps|mannequins?|modèles?|épouse|mari|copine|copain|actrices?|acteurs?|elle|statues?|silhouettes?",
  young:
    "enfants?|gamine?s?|fillettes?|garçonnets?|bébés?|mineure?s?|adolescente?s?|ados|écoli(?:er|ère)s?|collégien(?:ne)?s?|lycéen(?:ne)?s?|petite?s? (?:fille|garçon)s?|(?:[1-9]|1[0-7]) ans",
  sexual:
    "nue?s?|dénudée?s?|sexuel(?:le)?s?|érotiques?|porno\\p{L}*|aguich\\p{L}*|aguicheuses?|dessous affriolants?|déshabillée?s?",
  harmlessNude:
    "couleur (?:chair|peau|nude)|pieds nus|nu-pieds|tête nue|bras nus|mains nues|épaules nues|œil nu|(?:or|argent|métal|platine|acier|bois|pierre|anneau|bague) nue?s?|un déshabillé",
  childAbuse: "pédoporno\\p{L}*|pornographie infantile",
  undressing:
    "déshabill(?:e|ez|er|ons)|(?:enlève|retire|ôte)[rz]? (?:ses|leurs) (?:vêtements|habits|sous-vêtements)|(?:enlever|retirer|ôter) (?:ses|leurs) (?:vêtements|habits|sous-vêtements)|(?:enlève|retire|ôte)[rz]? (?:sa|son) (?:robe|culotte|soutien-gorge|chemise|maillot)|sans ses (?:vêtements|habits)",
  nude: "nue?s?|dénudée?s?|sans vêtements?",
  explicit:
    "porno\\p{L}*|pénis|vagin|vulve|parties génitales|organes génitaux|scènes? de sexe|rapports? sexuels?|fellation|orgie|seins nus|poitrine nue|érection",
  swastika: "croix gammées?",
  faith: "hindoue?s?|bouddhi\\p{L}*|jaïn\\p{L}*|religieu\\p{L}*|prières?",
  hate: "nazie?s?|pouvoir blanc|salut nazi",
  remembrance: "contre les nazis|antinazie?s?|mémorial|commémorat\\p{L}*",
  cruelty: "démembr\\p{L}*|décapit\\p{L}*|mutil\\p{L}*|tortur\\p{L}*|éventr\\p{L}*|égorg\\p{L}*",
  legend: "sainte?|méduse|persée|holopherne|jean-baptiste",
  weapon:
    "(?:vraie?|véritable) (?:arme|pistolet|fusil|grenade|bombe)|(?:arme|pistolet|fusil|grenade|bombe)(?: à feu)? (?:fonctionnel(?:le)?|réelle?|qui tire)|silencieux pour (?:arme|pistolet|fusil)|bombe artisanale|engin explosif",
  toy: "jouets?|factices?|accessoire|réplique|à eau",
};
