import type { Words } from "./words.ts";

export const EN: Words = {
  person:
    "wom[ae]n|m[ae]n|girls?|boys?|ladies|lady|guys?|persons?|people|body|bodies|models?|wife|husband|girlfriend|boyfriend|actress|actor|celebrit(?:y|ies)|she|her|him|he|selfie|portrait|figure|figurine",
  young:
    "child(?:ren)?|kids?|minors?|underage|teen(?:s|age|ager|agers)?|toddlers?|bab(?:y|ies)|school ?(?:girl|boy)s?|loli|shota|little (?:girl|boy)s?|(?:[1-9]|1[0-7])[ -]?(?:years?|yrs?|yo)(?:[ -]old)?",
  sexual:
    "nudes?|naked|topless|sex|sexy|sexual(?:ly|ised|ized)?|erotic|porn(?:o|ographic|ography)?|hentai|lingerie|undress(?:ed|ing)?|seductive|fetish",
  harmlessNude:
    "(?:nude|skin)[- ](?:colou?r(?:ed)?|tone|pink|beige|shade|palette|heels?|pumps|bra|dress|lipstick|tights|stockings|lining|mesh|leather|make-?up)|naked (?:gold|silver|metal|platinum|steel|wood|stone|flame)",
  childAbuse: "loli(?:con)?|shotacon|child porn(?:ography)?|csam",
  undressing:
    "undress|nudify|deep ?(?:nude|fake)s?|(?:remove|take off|strip off?|without) (?:all )?(?:her|his|their|the) (?:clothes|clothing|dress|bikini|bra|underwear|shirt)",
  nude: "nudes?|naked|topless|bottomless|unclothed|without (?:any )?clothes",
  explicit:
    "porn(?:o|ographic|ography)?|hentai|xxx|nsfw|(?:explicit|hardcore) sex|sex (?:scene|act|toy)s?|orgy|blow ?job|genitals?|penis|vagina|vulva|erect(?:ion)?|exposed (?:breasts?|nipples?)|bare (?:breasts?|nipples?)",
  swastika: "swastikas?",
  faith:
    "hindu|buddhist|buddhism|jain|jainism|temple|diwali|lakshmi|ganesha?|svastika|religious|prayer",
  hate: "nazis?|ss[- ](?:runes?|bolts?|totenkopf)|sieg heil|heil hitler|hitler|kkk|ku klux klan|white power|1488|isis flag",
  remembrance: "anti[- ]?nazi|against (?:the )?nazis?|memorial|holocaust",
  cruelty:
    "gore|gory|dismember(?:ed|ing|ment)?|behead(?:ed|ing)|decapitat(?:ed|ion|ing)|mutilat(?:ed|ion|ing)|torture[ds]?|torturing|disembowel(?:led|ed|ling)?|snuff",
  legend: "saint|medusa|perseus|holofernes|john the baptist|gore[- ]?tex",
  weapon:
    "(?:functional|working|functioning|real|live)[- ](?:gun|firearm|pistol|rifle|weapon|grenade|bomb)s?|ghost gun|gun (?:receiver|frame|barrel)|lower receiver|silencer|suppressor|auto[- ]?sear|glock switch|pipe bomb|explosive device",
  toy: "toy|prop|replica|non[- ]?functional|cosplay|miniature|water",
};
