import type { AnswerTexts } from "./answer-texts.ts";

const MADE = { cast: "đúc", printed: "in", made: "làm" };

export const VIETNAMESE_ANSWERS: AnswerTexts = {
  examples: [
    "nhẫn vàng hồng, US 7, đá sapphire oval 7 x 5 mm",
    "đầm mùa hè màu đỏ, size 38",
    "tượng tốt nghiệp, cao 12 cm",
  ],
  example: {
    jewellery: "nhẫn vàng hồng, US 7, đá sapphire oval 7 x 5 mm",
    garment: "đầm mùa hè màu đỏ, tay dài, size 38",
    figurine: "tượng tốt nghiệp đeo kính, cao 12 cm",
    relief: "huy chương đồng, đường kính 40 mm",
    object: "đồ chơi từ ảnh này, cao 80 mm",
  },
  wishes: {
    jewellery: ["rộng hơn một chút", "bằng bạch kim"],
    garment: ["dài thêm 5 cm", "màu xanh navy"],
    figurine: ["cao 12 cm", "đeo kính"],
    relief: ["to hơn một chút", "bằng bạc"],
    object: ["to hơn một chút", "màu trắng"],
  },
  details: {
    jewellery: "Kim loại nào, đá hay chữ gì nếu có, và cỡ bao nhiêu?",
    garment: "Vải và màu gì, dài bao nhiêu, và cỡ nào?",
    figurine: "Nhân vật nào, cao bao nhiêu milimét, và tên gì trên đế?",
    relief: "Ảnh nào (hãy gửi kèm), và cỡ bao nhiêu?",
    object: "Ảnh nào (hãy gửi kèm), và cỡ bao nhiêu?",
  },
  cheaper: {
    jewellery: "tuổi vàng thấp hơn, bạc hoặc viên đá nhỏ hơn",
    garment: "vải khác hoặc dáng ngắn hơn",
    figurine: "cỡ nhỏ hơn hoặc thân rỗng",
    relief: "cỡ nhỏ hơn hoặc vật liệu khác",
    object: "cỡ nhỏ hơn hoặc vật liệu khác",
  },
  views: {
    hero: "ba phần tư",
    front: "phía trước",
    side: "bên cạnh",
    top: "từ trên",
    detail: "cận cảnh",
  },
  whatToMake: (names, examples) =>
    `Tôi thiết kế: ${names}. Ví dụ ${examples}. Bạn muốn món gì, bằng gì và to bao nhiêu?`,
  ofPicture: (titles) =>
    `Từ ảnh này tôi có thể làm: ${titles}. Hoặc cho tôi biết bạn thích gì ở nó. Bạn chọn món nào?`,
  unreadPicture:
    "Tôi không đọc được số đo từ ảnh. Hãy mô tả điều bạn thích: kim loại, đá, cỡ, kiểu?",
  forDetails: (details, example) => `Rất sẵn lòng, ví dụ “${example}”. ${details}`,
  greet: (examples) => `Xin chào. Hãy cho biết cần làm gì, ví dụ ${examples}.`,
  greetAgain: "Xin chào. Ta đổi gì ở món này?",
  explain: (names, examples) =>
    `Tôi thiết kế từ lời của bạn, với số đo, khối lượng và giá chính xác: ${names}. Bắt đầu với ${examples}. Rồi đổi bất cứ gì: “rộng hơn một chút”, “dài hơn 20 %”, “bằng bạch kim”, “không có halo”, “hoàn tác”. Hãy hỏi giá, có làm được không, hoặc xem từ bên cạnh. Ta làm gì nào?`,
  whatToChange: (wishes) =>
    `Tôi chưa thấy cần đổi gì trong câu đó. Bạn có thể nói, ví dụ, ${wishes}. Cần đổi gì?`,
  takeIt: () => "Tôi lấy như vậy nhé?",
  yes: "có",
  no: "không",
  isSo: "Đã như vậy rồi.",
  followed: (changes) => `Để mọi thứ khớp với nhau: ${changes}.`,
  takenBack: "Đã hoàn tác.",
  about: (facts) => `Khoảng ${facts}`,
  still: (now) => `Vẫn khoảng ${now}.`,
  delta: (mass, cost, now) => `${mass}, ${cost}; giờ là khoảng ${now}.`,
  and: (a, b) => `${a} và ${b}`,
  ofMetal: (label) => ` ${label}`,
  ofStones: (carats) => `, ${carats} ct đá`,
  otherCurrency: (wanted, currency) => `Đã ghi ${wanted} của bạn; tôi tính bằng ${currency}.`,
  within: (wanted) => `Vẫn trong mức ${wanted}.`,
  over: (by, wanted, cheaper) => `Vượt ${wanted} là ${by}: ${cheaper} sẽ rẻ hơn.`,
  stillToSolve: (what) => `Còn phải giải quyết: ${what}`,
  next: ([first = "", second]) =>
    second ? `Tiếp theo, thử “${first}” hoặc “${second}”.` : `Tiếp theo, thử “${first}”.`,
  verdict: (by, state) => {
    if (state === "fails") return `Như thế này chưa ${MADE[by]} được.`;
    return state === "care"
      ? `Có thể ${MADE[by]}, nhưng cần cẩn thận.`
      : `Có thể ${MADE[by]} được.`;
  },
  processes: {
    "cast-metal": "đúc",
    sla: "in resin",
    fdm: "in sợi nhựa",
    "full-colour": "in màu",
  },
  judged: (process, as) => {
    if (as === "healthy") return `Được: mẫu này phù hợp để ${process}.`;
    if (as === "warning") return `Có thể ${process}, nhưng cần cẩn thận.`;
    return as === "error"
      ? `Chưa thể ${process} như thế này.`
      : `Tôi chưa đánh giá được việc ${process}.`;
  },
  sameVersions: (from, to) => `Phiên bản ${from} và phiên bản ${to} giống nhau.`,
  compared: (from, to, moved, deltas) =>
    `Từ phiên bản ${from} đến phiên bản ${to}: ${moved}. ${deltas}.`,
  solvedSince: (what) => `Đã giải quyết: ${what}`,
  nothingToCompare: "Chưa có mẫu nào để so sánh. Bạn muốn làm gì?",
  wallPending: "Thành mỏng nhất đang được đo.",
  wall: (mm) => `Thành mỏng nhất ${mm} mm.`,
  oneSolid: "Là một khối kín.",
  rules: (count) => `Đã kiểm tra ${count} quy tắc.`,
  pricePending: "Các con số còn đang được tính; hỏi lại sau giây lát.",
  price: (total, mass, lines) => `${total} cho ${mass}: ${lines}.`,
  rates: (day) => `Giá ngày ${day}; chưa gồm thuế và gửi hàng.`,
  otherMetal: (label, mass) => `Bằng ${label} sẽ nặng ${mass}; nói “đổi sang ${label}” để xem giá.`,
  drawing: (count, views, hasVariations) =>
    hasVariations
      ? `Đang vẽ ${count} biến thể (${views}); chúng hiện cạnh khung chat khi xong.`
      : `Đang vẽ góc nhìn ${views}; ảnh hiện cạnh khung chat khi xong.`,
  sizes: (count, system, first, last) =>
    `Đang làm ${count} cỡ, ${system} ${first} đến ${last}, đá và ổ giữ nguyên. Một tệp ZIP gồm tệp, gam và giá sẽ nằm ở mục Tệp.`,
  byMakers: (reason) => `${reason} Một xưởng có thể làm y như vậy: xem các xưởng bên cạnh.`,
  nothingLike: "Cửa hàng không có gì giống.",
  nearest: (title, brand, why, others) =>
    `Gần nhất là “${title}” của ${brand}. ${why}${others > 0 ? ` Còn ${others} món nữa trong cửa hàng.` : ""}`,
  asking: (names) =>
    `Yêu cầu gửi ${names} đã sẵn sàng. Hãy xem lại và gửi bằng nút trên thẻ; trước đó chưa ai được hỏi.`,
  nobody: (why) => `Chưa ai ở đây làm được như thế này.${why}`,
  makers: (count, best, excluded) =>
    `${count} xưởng làm được, tốt nhất trước: ${best}.${excluded > 0 ? ` ${excluded} xưởng bị loại vì giới hạn.` : ""}`,
  maker: (name, place, range) => `${name} ở ${place} (${range})`,
  range: (low, high) => `${low} đến ${high}`,
  renamed: (title) => `Giờ nó tên là “${title}”.`,
  saved: (collection, count) =>
    `Đã lưu vào “${collection}”${count > 1 ? `, cùng ${count - 1} món khác` : ""}.`,
  repainting:
    "Đang vẽ lại phần đó; hình sẽ hiện ở đây ngay khi xong. Bản thân món đồ giữ nguyên cho đến khi bạn dùng hình này.",
  done: "Xong.",
  failed: (error) => `${error} Tôi nên làm gì?`,
  nothingToUndo: "Chưa có gì để hoàn tác. Ta làm gì nào?",
  whatShallChange: "Cần đổi gì?",
  files: "Các tệp ở mục Tệp cạnh món đồ: STL và 3MF để in và đúc, GLB cho thấy cả món đồ.",
  glad: "Rất vui vì bạn thích. Có cần đổi gì không?",
  stays: "Vậy giữ nguyên.",
  noPieceYet: "Chưa có món nào để đặt làm. Bạn muốn món gì?",
  welcome: "Không có gì. Ta làm gì nào?",
  noTool: "Ở đây tôi không có công cụ cho việc đó. Ta làm gì khác nhé?",
};
