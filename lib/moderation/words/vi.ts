import type { Words } from "./words.ts";

export const VI: Words = {
  person:
    "cô gái|phụ nữ|thiếu nữ|đàn ông|chàng trai|người|vợ|chồng|bạn gái|bạn trai|cơ thể|diễn viên|tượng",
  young:
    "trẻ em|trẻ con|trẻ nhỏ|vị thành niên|bé gái|bé trai|em bé|cháu bé|học sinh|nữ sinh|thiếu nhi|(?:[1-9]|1[0-7]) tuổi",
  sexual:
    "khỏa thân|khoả thân|lõa thể|loã thể|trần truồng|khiêu dâm|gợi dục|tình dục|gợi cảm|khêu gợi|không mặc (?:gì|quần áo|đồ)|nội y",
  harmlessNude: "màu (?:da|nude|nuy)",
  childAbuse: "khiêu dâm trẻ em|ấu dâm",
  undressing: "cởi (?:hết |bỏ )?(?:quần áo|đồ lót|đồ)|lột (?:hết )?(?:quần áo|đồ)",
  nude: "khỏa thân|khoả thân|lõa thể|loã thể|trần truồng|ở truồng|không mặc (?:gì|quần áo|đồ)",
  explicit: "khiêu dâm|dương vật|âm đạo|bộ phận sinh dục|quan hệ tình dục|làm tình|ngực trần",
  swastika: "chữ thập ngoặc",
  faith: "phật|phật giáo|ấn độ giáo|chùa|đền|tôn giáo",
  hate: "phát xít|đức quốc xã",
  remembrance: "chống phát xít|tưởng niệm",
  cruelty: "chặt đầu|chặt xác|phanh thây|tra tấn|cắt xẻo|mổ bụng",
  legend: "thánh",
  weapon: "súng (?:thật|bắn được)|bom (?:thật|tự chế)|lựu đạn thật|ống giảm thanh|thuốc nổ",
  toy: "đồ chơi|mô hình|đạo cụ|mô phỏng",
};
