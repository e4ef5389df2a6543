import { STONES_EN } from "../read/languages/en-materials.ts";
import { NUMBER_REWRITES } from "./numbers.ts";
import type { Rewrite, Tongue } from "./tongue.ts";
import { VIETNAMESE_GARMENTS } from "./vietnamese-garments.ts";
import { VIETNAMESE_JEWELLERY } from "./vietnamese-jewellery.ts";
import { VIETNAMESE_SHARED } from "./vietnamese-shared.ts";

const MILLION = 1_000_000;
const THOUSAND = 1000;

/** "15 triệu", "500 nghìn": amounts of money are said in millions and thousands of đồng. */
const MONEY: readonly Rewrite[] = [
  [
    /(\d+(?:[.,]\d+)?)\s*(?:triệu|trieu|tr)(?:\s*(?:đồng|dong|vnd|đ))?(?![\p{L}\p{M}])/giu,
    (_, amount = "") => `${Math.round(Number(amount.replace(",", ".")) * MILLION)} vnd`,
  ],
  [
    /(\d+)\s*(?:nghìn|ngàn|nghin|ngan)(?:\s*(?:đồng|dong|vnd|đ))?(?![\p{L}\p{M}])/giu,
    (_, amount = "") => `${Number(amount) * THOUSAND} vnd`,
  ],
  [/(\d)\s*(?:đồng|vnđ|₫|đ)(?![\p{L}\p{M}])/giu, "$1 vnd"],
];

const STONES = STONES_EN.map(([, name]) => name).join("|");
const DEGREES =
  "một chút|1 chút|một tí|một tẹo|một ít|chút xíu|chút|tí|nhiều|rất nhiều|mot chut|nhieu|xíu|một xíu";

export const vietnamese: Tongue = {
  id: "vi",
  dictionary: [VIETNAMESE_SHARED, VIETNAMESE_JEWELLERY, VIETNAMESE_GARMENTS],
  rewrites: [
    ...MONEY,
    ...NUMBER_REWRITES,
    [/\btừ\s+(\d[\d.,]*\s*(?:mm|cm|%)?)\s+(?:lên|xuống|thành|đến|sang)\s+(?=\d)/giu, "from $1 to "],
    // How much comes after what it is of: "rộng hơn một chút" is "một chút rộng hơn".
    [
      new RegExp(
        String.raw`([\p{L}\p{M}]+)\s+(hơn|thêm|hon|them|lên|đi|bớt)\s+(${DEGREES})(?![\p{L}\p{M}])`,
        "giu",
      ),
      "$3 $1 $2",
    ],
    [
      /(\d)\s*(?:ly|li|phân)(?![\p{L}\p{M}])/giu,
      (written = "", number = "") => `${number} ${/ph/.test(written) ? "cm" : "mm"}`,
    ],
    [/\b(9|10|14|18|22|24)\s*(?:kara|karat|ca-ra|cara|k)\b/giu, "$1k"],
    [/(?<=\d\s?)(?:kara|karat|carat|cara|ca-ra)(?![\p{L}\p{M}])/giu, " ct"],
  ],
  reorders: [
    // What a part is made of comes after it: "halo kim cương".
    [
      new RegExp(
        String.raw`\b(halo stone|halo|pavé|side stones|outer stones|upper stone)(?: (?:in|with))?(?: stone)? (${STONES})\b`,
        "g",
      ),
      "$2 $1",
    ],
  ],
  announced: [
    /bộ sưu tập\s+(?<text>[^".!?\n“]{1,80})/giu,
    /(?:gọi nó là|đặt tên là|đặt tên nó là|đổi tên thành)\s+(?<text>[^".!?\n“]{1,80})/giu,
    /(?:(?:khắc chữ|khắc tên|có chữ|với chữ|chữ|tên là|tên|khắc|dòng chữ|ghi)\s*:?)\s+(?<text>(?!(?:To|Lớn|Nhỏ|Cao|Sâu|Nổi|Chìm|Bằng)(?![\p{L}\p{M}]))\p{Lu}[\p{L}\p{M}\d.]*(?:\s*(?:&|\+|và)\s*\p{Lu}[\p{L}\p{M}.]*|(?:\s+\p{Lu}[\p{L}\p{M}]*){0,2})(?=[\s,;:.!?]|$))/gu,
  ],
  fold: (word) => word.normalize("NFC").toLowerCase(),
  stems: () => [],
  letters: /[ăđơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịĩọỏốồổỗộớờởỡợụủũứừửữựỳỵỷỹ]/i,
  needsLetters: true,
};
