import { phrasebook } from "../shared/phrasebook.ts";

/** What forms are refused with most: `English with {1} = German | French | Vietnamese`. */
const SENTENCES = `
Fill this in. = Bitte ausfüllen. | À remplir. | Hãy điền vào đây.
At least {1} characters. = Mindestens {1} Zeichen. | Au moins {1} caractères. | Ít nhất {1} ký tự.
At most {1} characters. = Höchstens {1} Zeichen. | Au plus {1} caractères. | Tối đa {1} ký tự.
At least {1} items. = Mindestens {1}. | Au moins {1}. | Ít nhất {1}.
At most {1} items. = Höchstens {1}. | Au plus {1}. | Tối đa {1}.
At least {1}. = Mindestens {1}. | Au moins {1}. | Ít nhất {1}.
At most {1}. = Höchstens {1}. | Au plus {1}. | Tối đa {1}.
One of: {1}. = Eines von: {1}. | Un parmi : {1}. | Một trong: {1}.
This is not an e-mail address. = Das ist keine E-Mail-Adresse. | Ce n’est pas une adresse e-mail. | Đây không phải địa chỉ email.
Nobody has an account with this address. = Zu dieser Adresse gibt es kein Konto. | Cette adresse n’a pas de compte. | Địa chỉ này chưa có tài khoản.
This address is not confirmed yet. Ask its owner to open the link in the mail they got; their profile sends a new one. = Diese Adresse ist noch nicht bestätigt. Bitte die Person, den Link in ihrer E-Mail zu öffnen; ihr Profil schickt einen neuen. | Cette adresse n’est pas encore confirmée. Demandez à la personne d’ouvrir le lien reçu par e-mail ; son profil en renvoie un. | Địa chỉ này chưa được xác nhận. Hãy nhờ chủ địa chỉ mở liên kết trong email đã nhận; trang hồ sơ của họ gửi lại được.
This address has an account. = Diese Adresse hat ein Konto. | Cette adresse a un compte. | Địa chỉ này đã có tài khoản.
There is an account with this address. Sign in, or set a new password. = Zu dieser Adresse gibt es ein Konto. Melde dich an oder setz ein neues Passwort. | Cette adresse a un compte. Connectez-vous ou changez de mot de passe. | Địa chỉ này đã có tài khoản. Hãy đăng nhập hoặc đặt mật khẩu mới.
This is not your password. = Das ist nicht dein Passwort. | Ce n’est pas votre mot de passe. | Đây không phải mật khẩu của bạn.
Your password was changed elsewhere just now. = Dein Passwort wurde gerade anderswo geändert. | Votre mot de passe vient d’être changé ailleurs. | Mật khẩu vừa được đổi ở nơi khác.
This link was used before or is too old. Ask for a new one. = Dieser Link wurde schon benutzt oder ist zu alt. Fordere einen neuen an. | Ce lien a déjà servi ou est trop vieux. Demandez-en un nouveau. | Liên kết đã dùng hoặc quá cũ. Hãy xin liên kết mới.
Sign in to go on. = Melde dich an, um weiterzumachen. | Connectez-vous pour continuer. | Đăng nhập để tiếp tục.
Too many tries. Try again in {1} s. = Zu viele Versuche. Versuch es in {1} s noch einmal. | Trop d’essais. Réessayez dans {1} s. | Quá nhiều lần thử. Thử lại sau {1} giây.
Something went wrong on our side. Your work is saved; try again. = Bei uns ist etwas schiefgegangen. Deine Arbeit ist gespeichert; versuch es noch einmal. | Quelque chose a échoué de notre côté. Votre travail est enregistré ; réessayez. | Có lỗi phía chúng tôi. Việc của bạn đã được lưu; hãy thử lại.
There is no such {1}. = Das gibt es nicht. | Cela n’existe pas. | Không có mục này.
{1} keys are the most. Revoke one first. = Mehr als {1} Schlüssel gehen nicht. Widerrufe zuerst einen. | {1} clés au plus. Révoquez-en une d’abord. | Tối đa {1} khóa. Hãy thu hồi một khóa trước.
A workspace keeps at least one owner. = Ein Arbeitsbereich behält mindestens einen Eigentümer. | Un espace garde au moins un propriétaire. | Không gian phải còn ít nhất một chủ.
There are {1} collections already. Delete one first. = Es gibt schon {1} Sammlungen. Lösche zuerst eine. | Il y a déjà {1} collections. Supprimez-en une d’abord. | Đã có {1} bộ sưu tập. Hãy xóa bớt một bộ.
A collection holds up to {1} designs. = Eine Sammlung fasst bis zu {1} Entwürfe. | Une collection contient jusqu’à {1} créations. | Một bộ sưu tập chứa tối đa {1} thiết kế.
{1} links to this collection work already. End one first. = {1} Links zu dieser Sammlung gelten schon. Beende zuerst einen. | {1} liens vers cette collection marchent déjà. Terminez-en un. | Đã có {1} liên kết dùng được. Hãy kết thúc một liên kết.
Give it a title. = Gib ihr einen Titel. | Donnez-lui un titre. | Hãy đặt tên.
Give it a name. = Gib ihm einen Namen. | Donnez-lui un nom. | Hãy đặt tên.
A name has at most {1} characters. = Ein Name hat höchstens {1} Zeichen. | Un nom a au plus {1} caractères. | Tên tối đa {1} ký tự.
This quote changed while you decided. Look at it again. = Dieses Angebot hat sich inzwischen geändert. Sieh es dir noch einmal an. | Ce devis a changé entre-temps. Regardez-le à nouveau. | Báo giá đã đổi trong lúc bạn quyết định. Hãy xem lại.
This order changed while you decided. Look at it again. = Dieser Auftrag hat sich inzwischen geändert. Sieh ihn dir noch einmal an. | Cette commande a changé entre-temps. Regardez-la à nouveau. | Đơn đã đổi trong lúc bạn quyết định. Hãy xem lại.
This order is paid already. = Dieser Auftrag ist schon bezahlt. | Cette commande est déjà payée. | Đơn này đã trả rồi.
This talk has ended. Ask anew to go on. = Dieses Gespräch ist beendet. Frag neu an. | Cet échange est terminé. Redemandez pour continuer. | Trao đổi này đã kết thúc. Hãy hỏi lại từ đầu.
Write something, or choose a file. = Schreib etwas oder wähle eine Datei. | Écrivez quelque chose, ou choisissez un fichier. | Hãy viết gì đó, hoặc chọn tệp.
This file is empty. = Diese Datei ist leer. | Ce fichier est vide. | Tệp này trống.
This is no picture that can be read. = Das ist kein lesbares Bild. | Ce n’est pas une image lisible. | Đây không phải ảnh đọc được.
This picture cannot be read. Save it again and retry. = Dieses Bild ist nicht lesbar. Speichere es neu und versuch es noch einmal. | Cette image est illisible. Enregistrez-la à nouveau et réessayez. | Không đọc được ảnh này. Hãy lưu lại và thử lần nữa.
`;

const book = phrasebook([SENTENCES], (words) => words);

/** What a form is refused with, in the language of the page; as it is where the book does not have it. */
export const errorIn = (locale: string, message: string): string => book.in(locale, message);
