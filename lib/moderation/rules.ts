import type { Category } from "./categories.ts";

/** A word that is refused, with the company it needs or that clears it, all within one sentence. */
export interface Rule {
  category: Category;
  word: RegExp;
  /** Refused only beside one of these. */
  near?: RegExp;
  /** Fine beside one of these. */
  unless?: RegExp;
}

const PERSON =
  /\b(?:wom[ae]n|m[ae]n|girls?|boys?|ladies|lady|guys?|persons?|people|body|bodies|models?|wife|husband|girlfriend|boyfriend|actress|actor|celebrit(?:y|ies)|she|her|him|he|selfie|portrait|figure|figurine|cô gái|phụ nữ|người)\b/;
const YOUNG =
  /\b(?:child(?:ren)?|kids?|minors?|underage|teen(?:s|age|ager|agers)?|toddlers?|bab(?:y|ies)|school ?(?:girl|boy)s?|loli|shota|little (?:girl|boy)s?|(?:[1-9]|1[0-7])[ -]?(?:years?|yrs?|yo)\b(?:[ -]old)?|trẻ em|bé gái|bé trai)\b/;
const SEXUAL =
  /\b(?:nudes?|naked|topless|sex|sexy|sexual(?:ly|ised|ized)?|erotic|porn(?:o|ographic|ography)?|hentai|lingerie|undress(?:ed|ing)?|seductive|fetish|khỏa thân|khoả thân)\b/;
const COLOUR_OR_CLOTH =
  /\b(?:nude|skin)[- ](?:colou?r(?:ed)?|tone|pink|beige|shade|palette|heels?|pumps|bra|dress|lipstick|tights|stockings|lining|mesh|leather|make-?up)\b/;

/** In order: the first that is broken names the reason. */
export const RULES: readonly Rule[] = [
  { category: "minors", word: SEXUAL, near: YOUNG, unless: COLOUR_OR_CLOTH },
  { category: "minors", word: /\b(?:loli(?:con)?|shotacon|child porn(?:ography)?|csam)\b/ },
  {
    category: "real_person",
    word: /\b(?:undress|nudify|deep ?(?:nude|fake)s?|(?:remove|take off|strip off?|without) (?:all )?(?:her|his|their|the) (?:clothes|clothing|dress|bikini|bra|underwear|shirt))\b/,
    unless: /\b(?:mannequin|dummy|background)\b/,
  },
  {
    category: "nudity",
    word: /\b(?:nudes?|naked|topless|bottomless|unclothed|without (?:any )?clothes|khỏa thân|khoả thân)\b/,
    near: PERSON,
    unless: COLOUR_OR_CLOTH,
  },
  {
    category: "nudity",
    word: /\b(?:porn(?:o|ographic|ography)?|hentai|xxx|nsfw|(?:explicit|hardcore) sex|sex (?:scene|act|toy)s?|orgy|blow ?job|genitals?|penis|vagina|vulva|erect(?:ion)?|exposed (?:breasts?|nipples?)|bare (?:breasts?|nipples?))\b/,
  },
  {
    category: "hate",
    word: /\b(?:swastikas?|hakenkreuz)\b/,
    unless:
      /\b(?:hindu|buddhist|buddhism|jain|jainism|temple|diwali|lakshmi|ganesha?|svastika|religious|prayer)\b/,
  },
  {
    category: "hate",
    word: /\b(?:nazis?|ss[- ](?:runes?|bolts?|totenkopf)|sieg heil|heil hitler|hitler|kkk|ku klux klan|white power|1488|isis flag)\b/,
    unless: /\b(?:anti[- ]?nazi|against (?:the )?nazis?|memorial|holocaust)\b/,
  },
  {
    category: "violence",
    word: /\b(?:gore|gory|dismember(?:ed|ing|ment)?|behead(?:ed|ing)|decapitat(?:ed|ion|ing)|mutilat(?:ed|ion|ing)|torture[ds]?|torturing|disembowel(?:led|ed|ling)?|snuff)\b/,
    unless: /\b(?:saint|medusa|perseus|holofernes|john the baptist|gore[- ]?tex)\b/,
  },
  {
    category: "weapons",
    word: /\b(?:(?:functional|working|functioning|real|live)[- ](?:gun|firearm|pistol|rifle|weapon|grenade|bomb)s?|ghost gun|gun (?:receiver|frame|barrel)|lower receiver|silencer|suppressor|auto[- ]?sear|glock switch|pipe bomb|explosive device)\b/,
    unless: /\b(?:toy|prop|replica|non[- ]?functional|cosplay|miniature|water)\b/,
  },
];
