import type { Words } from "./words.ts";

export const DE: Words = {
  person:
    "frau(?:en)?|mann(?:es)?|männer[ns]?|mädchens?|jungen?|dame[n]?|mensch(?:en)?|körpers?|ehefrau|ehemann|freundin|schauspieler(?:in)?|figur(?:en)?|statuen?|porträts?",
  // "kind" alone is an English word.
  young:
    "kinder[ns]?|kindes|kindlich\\p{L}*|(?:ein|einem|eines|das|dem|mein|meinem|unser|nacktes|nackten|kleines) kind|kleinkind\\p{L}*|babys?|säugling\\p{L}*|minderjährig\\p{L}*|jugendliche[nrs]?|schulmädchen|schuljungen?|kleine[sn]? (?:mädchen|jungen?)|(?:[1-9]|1[0-7])[ -]?(?:jahre|jährig\\p{L}*)",
  sexual:
    "nackt(?:e[mnrs]?)?|sexuell\\p{L}*|erotisch\\p{L}*|porno\\p{L}*|unbekleidet\\p{L}*|entblößt\\p{L}*|aufreizend\\p{L}*|verführerisch\\p{L}*|dessous|reizwäsche|oben ohne",
  harmlessNude:
    "hautfarben\\p{L}*|nudefarben\\p{L}*|nackt\\p{L}* (?:gold|silber|metall|platin|stahl|holz|stein|ring|flamme|füße|füßen|arme|armen|schultern)\\p{L}*",
  childAbuse: "kinderporno\\p{L}*",
  undressing:
    "zieh(?:e|t)? (?:sie|ihn|die (?:frau|person)|den mann) (?:\\p{L}+ )?aus|entkleide[nt]?|ohne (?:ihre|seine) (?:kleider|kleidung|unterwäsche|sachen)|(?:ihre|seine) (?:kleider|kleidung|unterwäsche) (?:entfernen|ausziehen|weg\\p{L}*)",
  nude: "nackt(?:e[mnrs]?)?|splitternackt\\p{L}*|unbekleidet\\p{L}*|hüllenlos\\p{L}*|oben ohne|ohne kleid(?:er|ung)|aktfigur\\p{L}*|aktmodell\\p{L}*",
  explicit:
    "porno\\p{L}*|geschlechtsteile?n?|genitalien|geschlechtsverkehr|sexszenen?|sexspielzeuge?|orgien?|erektion|(?:nackte|entblößte)[nr]? (?:brüsten?|brust)",
  swastika: "hakenkreuz(?:e[ns]?)?",
  faith: "hindu\\p{L}*|buddhis\\p{L}*|tempels?|religiös\\p{L}*|gebets?",
  hate: "nazi(?:adler|flagge|orden|symbol|uniform|zeichen)\\p{L}*|nazistisch\\p{L}*|ss-rune[n]?|hitlergruß|weiße macht",
  remembrance: "gegen (?:die )?nazis|mahnmal\\p{L}*|gedenk\\p{L}*",
  cruelty:
    "zerstückel\\p{L}*|enthaupte\\p{L}*|geköpft\\p{L}*|verstümmel\\p{L}*|gefoltert\\p{L}*|folter(?:n|ung|kammer|szene)?|ausgeweidet\\p{L}*",
  legend: "heilige[rn]?|johannes",
  weapon:
    "(?:funktionsfähige|funktionierende|echte|scharfe)[nrs]? (?:waffe|pistole|gewehr|schusswaffe|granate|bombe)n?|schalldämpfer|rohrbomben?|sprengsatz",
  toy: "spielzeug\\p{L}*|attrappe[n]?|requisit\\p{L}*|nachbildung\\p{L}*|miniatur\\p{L}*|auspuff\\p{L}*|motorrad\\p{L}*",
};
