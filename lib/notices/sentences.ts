import { minorDigits } from "#lib/shared/currencies.ts";
import { phrasebook } from "#lib/shared/phrasebook.ts";

/** What notices say: `English with {1} = German | French | Vietnamese`. */
const SENTENCES = `
A quote has run out = Ein Angebot ist abgelaufen | Un devis a expiré | Một báo giá đã hết hạn
Nobody took it up in time: {1}. = Niemand hat es rechtzeitig angenommen: {1}. | Personne ne l’a pris à temps : {1}. | Không ai nhận kịp thời: {1}.
The customer accepted {1} = Der Kunde hat {1} angenommen | Le client a accepté {1} | Khách đã nhận {1}
{1} accepted {2} = {1} hat {2} angenommen | {1} a accepté {2} | {1} đã nhận {2}
{1} is now an order. Confirm it to begin. = {1} ist jetzt ein Auftrag. Bestätige ihn, um anzufangen. | {1} est maintenant une commande. Confirmez-la pour commencer. | {1} nay là một đơn hàng. Xác nhận để bắt đầu.
{1} is now an order. The atelier confirms it next. = {1} ist jetzt ein Auftrag. Als Nächstes bestätigt ihn das Atelier. | {1} est maintenant une commande. L’atelier la confirme ensuite. | {1} nay là một đơn hàng. Xưởng sẽ xác nhận tiếp theo.
The customer declined = Der Kunde hat abgelehnt | Le client a refusé | Khách đã từ chối
{1} declined = {1} hat abgelehnt | {1} a refusé | {1} đã từ chối
The talk about {1} has ended. = Das Gespräch über {1} ist beendet. | L’échange sur {1} est terminé. | Trao đổi về {1} đã kết thúc.
The talk about {1} has ended. "{2}" = Das Gespräch über {1} ist beendet. „{2}“ | L’échange sur {1} est terminé. « {2} » | Trao đổi về {1} đã kết thúc. “{2}”
A counter-offer of {1} = Ein Gegenangebot von {1} | Une contre-offre de {1} | Trả giá {1}
For {1}. Accept it, or answer with another offer. = Für {1}. Nimm es an oder antworte mit einem anderen Angebot. | Pour {1}. Acceptez-la, ou répondez par une autre offre. | Cho {1}. Nhận giá, hoặc đưa giá khác.
The customer wrote about {1} = Der Kunde schrieb zu {1} | Le client a écrit au sujet de {1} | Khách viết về {1}
{1} wrote about {2} = {1} schrieb zu {2} | {1} a écrit au sujet de {2} | {1} viết về {2}
A request for {1} = Eine Anfrage zu {1} | Une demande pour {1} | Yêu cầu cho {1}
Somebody asks what it would cost. Answer within {1} days. = Jemand fragt, was es kosten würde. Antworte innerhalb von {1} Tagen. | Quelqu’un demande ce que cela coûterait. Répondez sous {1} jours. | Có người hỏi giá. Hãy trả lời trong {1} ngày.
Somebody asks what {1} of it would cost. Answer within {2} days. = Jemand fragt, was {1} Stück davon kosten würden. Antworte innerhalb von {2} Tagen. | Quelqu’un demande ce que {1} pièces coûteraient. Répondez sous {2} jours. | Có người hỏi giá {1} món. Hãy trả lời trong {2} ngày.
{1} offers {2} = {1} bietet {2} | {1} propose {2} | {1} đưa giá {2}
For {1}. The offer stands until {2}. = Für {1}. Das Angebot gilt bis {2}. | Pour {1}. L’offre tient jusqu’au {2}. | Cho {1}. Giá có hiệu lực đến {2}.
Another atelier was chosen. = Ein anderes Atelier wurde gewählt. | Un autre atelier a été choisi. | Một xưởng khác đã được chọn.
For {1}. Thank you for your answer. = Für {1}. Danke für deine Antwort. | Pour {1}. Merci de votre réponse. | Cho {1}. Cảm ơn câu trả lời của bạn.
{1} of 5 for {2} = {1} von 5 für {2} | {1} sur 5 pour {2} | {1} trên 5 cho {2}
{1} has arrived = {1} ist angekommen | {1} est arrivé | {1} đã tới nơi
The customer says that it has come. = Der Kunde sagt, dass es angekommen ist. | Le client dit que c’est arrivé. | Khách cho biết đã nhận được.
The customer cancelled an order = Der Kunde hat einen Auftrag abgesagt | Le client a annulé une commande | Khách đã hủy một đơn
{1} cancelled an order = {1} hat einen Auftrag abgesagt | {1} a annulé une commande | {1} đã hủy một đơn
{1} is on its way = {1} ist unterwegs | {1} est en route | {1} đang trên đường
{1} is ready = {1} ist fertig | {1} est prêt | {1} đã sẵn sàng
Sent with {1}, number {2}. = Verschickt mit {1}, Nummer {2}. | Envoyé par {1}, numéro {2}. | Gửi qua {1}, số {2}.
Sent with {1}. = Verschickt mit {1}. | Envoyé par {1}. | Gửi qua {1}.
It is handed over in person. = Es wird persönlich übergeben. | La remise se fait en main propre. | Trao tận tay.
{1} counts as delivered = {1} gilt als geliefert | {1} compte comme livré | {1} được tính là đã giao
It was sent {1} days ago and nobody said otherwise. = Es wurde vor {1} Tagen verschickt, und niemand sagte anderes. | Envoyé il y a {1} jours, sans avis contraire. | Đã gửi {1} ngày trước và không ai nói khác.
{1}: a new step = {1}: ein neuer Schritt | {1} : une nouvelle étape | {1}: một bước mới
{1} shows how the work goes. = {1} zeigt, wie die Arbeit vorangeht. | {1} montre où en est le travail. | {1} cho xem công việc tới đâu.
The dispute about {1} has ended = Der Streitfall um {1} ist beendet | Le litige sur {1} est terminé | Tranh chấp về {1} đã kết thúc
A dispute about {1} = Ein Streitfall um {1} | Un litige sur {1} | Tranh chấp về {1}
An admin will look at it. You can write in the quote's talk meanwhile. = Die Verwaltung sieht es sich an. Ihr könnt inzwischen im Gespräch zum Angebot schreiben. | L’administration va l’examiner. Vous pouvez écrire entre-temps dans l’échange du devis. | Quản trị sẽ xem. Trong lúc đó bạn có thể viết trong trao đổi báo giá.
Payment received = Zahlung erhalten | Paiement reçu | Đã nhận thanh toán
{1} has the money for {2}. = {1} hat das Geld für {2}. | {1} a reçu l’argent pour {2}. | {1} đã nhận tiền cho {2}.
For {1}. = Für {1}. | Pour {1}. | Cho {1}.
A payment is to be given back = Eine Zahlung ist zurückzugeben | Un paiement est à rendre | Một khoản cần trả lại
{1}: The order was cancelled, and a payment came in since. = {1}: Der Auftrag wurde abgesagt, und danach kam eine Zahlung. | {1} : la commande a été annulée, et un paiement est venu depuis. | {1}: đơn đã hủy, và sau đó có khoản thanh toán.
{1}: The order was paid already, and a payment came in since. = {1}: Der Auftrag war schon bezahlt, und danach kam eine Zahlung. | {1} : la commande était déjà payée, et un paiement est venu depuis. | {1}: đơn đã trả rồi, và sau đó có khoản thanh toán.
A payment of another sum came in = Eine Zahlung über eine andere Summe ist eingegangen | Un paiement d’un autre montant est arrivé | Có khoản thanh toán với số tiền khác
{1}: {2} came in where {3} was asked for. Settle it between you. = {1}: {2} sind eingegangen, verlangt waren {3}. Klärt es miteinander. | {1} : {2} sont arrivés au lieu de {3}. Réglez cela entre vous. | {1}: nhận {2} trong khi yêu cầu là {3}. Hai bên hãy thu xếp với nhau.
The payment did not go through = Die Zahlung ging nicht durch | Le paiement n’a pas abouti | Thanh toán không thành công
{1}: nothing was taken. Pay again, or pay the atelier directly. = {1}: Nichts wurde abgebucht. Bezahle noch einmal oder direkt beim Atelier. | {1} : rien n’a été prélevé. Payez à nouveau, ou directement à l’atelier. | {1}: chưa trừ tiền. Hãy trả lại, hoặc trả thẳng cho xưởng.
{1} confirmed your order = {1} hat deinen Auftrag bestätigt | {1} a confirmé votre commande | {1} đã xác nhận đơn của bạn
{1} will be made. You can cancel until work begins. = {1} wird gefertigt. Absagen geht, bis die Arbeit beginnt. | {1} sera fabriqué. Vous pouvez annuler jusqu’au début du travail. | {1} sẽ được làm. Bạn có thể hủy trước khi bắt đầu.
Photos to 3D: done = Fotos zu 3D: fertig | Photos en 3D : terminé | Ảnh thành 3D: xong
Photos to 3D: failed = Fotos zu 3D: fehlgeschlagen | Photos en 3D : échec | Ảnh thành 3D: thất bại
A figurine: done = Eine Figur: fertig | Une figurine : terminée | Một bức tượng: xong
A figurine: failed = Eine Figur: fehlgeschlagen | Une figurine : échec | Một bức tượng: thất bại
A run of sizes: done = Eine Größenreihe: fertig | Une série de tailles : terminée | Một loạt cỡ: xong
A run of sizes: failed = Eine Größenreihe: fehlgeschlagen | Une série de tailles : échec | Một loạt cỡ: thất bại
What you asked for is ready. = Was du wolltest, ist fertig. | Ce que vous avez demandé est prêt. | Điều bạn yêu cầu đã sẵn sàng.
It did not work. The page says why. = Es hat nicht geklappt. Die Seite sagt, warum. | Cela n’a pas marché. La page dit pourquoi. | Không được. Trang sẽ nói vì sao.
“{1}” was looked at = „{1}“ wurde angesehen | « {1} » a été vue | “{1}” đã được xem
Somebody opened the link to your collection “{1}”. = Jemand hat den Link zu deiner Sammlung „{1}“ geöffnet. | Quelqu’un a ouvert le lien de votre collection « {1} ». | Có người đã mở liên kết tới bộ sưu tập “{1}” của bạn.
`;

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const AMOUNT = /^([\d,]+(?:\.\d+)?) ([A-Z]{3})$/;

/** Days and amounts of money as they are written in the language. */
function said(words: string, locale: string): string {
  if (DAY.test(words)) {
    const format = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeZone: "UTC" });
    return format.format(new Date(words));
  }
  const [, number, currency] = AMOUNT.exec(words) ?? [];
  if (!number || !currency) return words;
  const digits = minorDigits(currency);
  const format = new Intl.NumberFormat(locale, {
    style: "currency",
    currency,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  return format.format(Number(number.replaceAll(",", "")));
}

const book = phrasebook([SENTENCES], said);

/** A notice's title or text in a language; what a person wrote stays as they wrote it. */
export const noticeIn = (locale: string, english: string): string => book.in(locale, english);
