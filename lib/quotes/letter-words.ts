import { labelIn } from "#lib/kinds/tongues/labels/index.ts";
import { localNumbers } from "#lib/shared/local-numbers.ts";
import { phrasebook } from "#lib/shared/phrasebook.ts";
import type { Letter } from "#lib/workshop/sheet/write-letter.ts";

/** What stands on the sheets of quotes and orders: `English with {1} = German | French | Vietnamese`. */
const WORDS = `
Quote {1} = Angebot {1} | Devis {1} | Báo giá {1}
Order {1} = Auftrag {1} | Commande {1} | Đơn {1}
Atelier = Werkstatt | Atelier | Xưởng
Asked on = Angefragt am | Demandé le | Hỏi ngày
Ordered on = Bestellt am | Commandé le | Đặt ngày
State = Stand | État | Trạng thái
Pieces = Stück | Pièces | Số món
Version of the design = Fassung des Entwurfs | Version de la création | Phiên bản thiết kế
Size = Größe | Dimensions | Kích thước
Weight of one = Gewicht je Stück | Poids de l’unité | Khối lượng một món
Stones = Steine | Pierres | Đá
Thinnest wall = Dünnste Wand | Paroi la plus fine | Thành mỏng nhất
Budget = Budget | Budget | Ngân sách
Needed by = Gebraucht bis | Pour le | Cần trước
Goes to = Geht nach | Destination | Gửi tới
Ready on = Fertig am | Prête le | Xong ngày
On the scale = Auf der Waage | À la pesée | Cân được
Sent with = Verschickt mit | Expédiée par | Gửi bằng
Paid = Bezahlt | Payé | Đã trả
not yet = noch nicht | pas encore | chưa
Agreed price = Vereinbarter Preis | Prix convenu | Giá đã thỏa thuận
Total = Gesamt | Total | Tổng
Course = Verlauf | Déroulement | Diễn biến
Asked for = Gewünscht | Demande | Yêu cầu
Review = Bewertung | Avis | Đánh giá
Note to offer {1} = Anmerkung zu Angebot {1} | Note à l’offre {1} | Ghi chú cho báo giá {1}
Offer {1}, valid until {2}, ready on {3} = Angebot {1}, gültig bis {2}, fertig am {3} | Offre {1}, valable jusqu’au {2}, prête le {3} | Báo giá {1}, có hiệu lực đến {2}, xong ngày {3}
Offer {1}, valid until {2} = Angebot {1}, gültig bis {2} | Offre {1}, valable jusqu’au {2} | Báo giá {1}, có hiệu lực đến {2}
Counter-offer {1}, valid until {2}, ready on {3} = Gegenangebot {1}, gültig bis {2}, fertig am {3} | Contre-offre {1}, valable jusqu’au {2}, prête le {3} | Trả giá {1}, có hiệu lực đến {2}, xong ngày {3}
Counter-offer {1}, valid until {2} = Gegenangebot {1}, gültig bis {2} | Contre-offre {1}, valable jusqu’au {2} | Trả giá {1}, có hiệu lực đến {2}
Locked proof of version {1} = Gesperrter Entwurf, Fassung {1} | Épreuve verrouillée de la version {1} | Bản mẫu đã khóa, phiên bản {1}
{1}, by the {2} = {1}, {2} | {1}, {2} | {1}, {2}
asked = angefragt | demandé | đã hỏi
answered = beantwortet | répondu | đã trả lời
countered = Gegenangebot | contre-offre | đã trả giá
accepted = angenommen | accepté | đã nhận
declined = abgelehnt | décliné | đã từ chối
expired = abgelaufen | expiré | hết hạn
confirmed = bestätigt | confirmée | đã xác nhận
in work = in Arbeit | en cours | đang làm
shipped = verschickt | expédiée | đã gửi
delivered = geliefert | livrée | đã giao
reviewed = bewertet | évaluée | đã đánh giá
cancelled = abgesagt | annulée | đã hủy
customer = Kunde | client | khách
atelier = Werkstatt | atelier | xưởng
system = von selbst | automatiquement | tự động
confirm = bestätigen | confirmer | xác nhận
milestone = Arbeitsschritt | étape | bước làm
ship = verschicken | expédier | gửi
deliver = angekommen | arrivée | đã tới
review = bewerten | évaluer | đánh giá
cancel = absagen | annuler | hủy
`;

const book = phrasebook([WORDS], (words, locale) => wordsIn(locale, words));

const wordsIn = (locale: string, english: string): string => book.in(locale, english);

/** A sum or a measure stands at the end: `12.50 EUR`, `17.3 × 20.1 × 22.0 mm`. */
const MEASURED = /\d (mm|g|ct|[A-Z]{3})$/;

function valueIn(locale: string, value: string): string {
  return MEASURED.test(value) ? localNumbers(value, locale) : wordsIn(locale, value);
}

/** The letter as somebody reads it who reads this language; what people wrote stays as they wrote it. */
export function letterIn(locale: string, letter: Letter): Letter {
  if (locale === "en") return letter;
  const [left, right] = letter.foot;
  return {
    ...letter,
    subtitle: wordsIn(locale, letter.subtitle),
    facts: letter.facts.map(([label, value]) => [wordsIn(locale, label), valueIn(locale, value)]),
    tables: letter.tables.map(({ title, rows }) => ({
      title: wordsIn(locale, title),
      rows: rows.map((row) => ({
        ...row,
        label: labelIn(locale, wordsIn(locale, row.label)),
        basis: localNumbers(wordsIn(locale, row.basis), locale),
        value: valueIn(locale, row.value),
      })),
    })),
    paragraphs: letter.paragraphs.map((one) => ({ ...one, title: wordsIn(locale, one.title) })),
    foot: [wordsIn(locale, left), right],
  };
}
