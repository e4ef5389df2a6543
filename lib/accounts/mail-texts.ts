import { isLocale, type Locale } from "../shared/locales.ts";

interface Letter {
  subject: string;
  /** `{link}` is where it leads. */
  text: string;
}

export type LetterName = "confirm" | "reset" | "changed";

const LETTERS: Record<Locale, Record<LetterName, Letter> & { wishes: string }> = {
  en: {
    confirm: {
      subject: "Confirm your e-mail address",
      text: "Welcome to Maquette.\n\nConfirm this address by opening the link:\n{link}\n\nThe link works for three days. If you did not make an account, ignore this mail.\n",
    },
    reset: {
      subject: "Set a new password",
      text: "Someone asked for a new password for this address at Maquette.\n\nSet it here:\n{link}\n\nThe link works for one hour, once. If it was not you, ignore this mail: nothing changes.\n",
    },
    changed: {
      subject: "Your password was changed",
      text: "The password of your Maquette account was just changed, and every other session was signed out.\n\nIf it was not you, set a new one: {link}\n",
    },
    wishes: "You choose which mails you get at {link}.",
  },
  de: {
    confirm: {
      subject: "Bestätige deine E-Mail-Adresse",
      text: "Willkommen bei Maquette.\n\nBestätige diese Adresse, indem du den Link öffnest:\n{link}\n\nDer Link gilt drei Tage. Hast du kein Konto angelegt, vergiss diese E-Mail.\n",
    },
    reset: {
      subject: "Neues Passwort setzen",
      text: "Jemand hat bei Maquette ein neues Passwort für diese Adresse verlangt.\n\nSetz es hier:\n{link}\n\nDer Link gilt eine Stunde, einmal. Warst du es nicht, vergiss diese E-Mail: Nichts ändert sich.\n",
    },
    changed: {
      subject: "Dein Passwort wurde geändert",
      text: "Das Passwort deines Maquette-Kontos wurde gerade geändert, und alle anderen Sitzungen wurden abgemeldet.\n\nWarst du es nicht, setz ein neues: {link}\n",
    },
    wishes: "Welche E-Mails du bekommst, wählst du hier: {link}",
  },
  fr: {
    confirm: {
      subject: "Confirmez votre adresse e-mail",
      text: "Bienvenue chez Maquette.\n\nConfirmez cette adresse en ouvrant le lien :\n{link}\n\nLe lien est valable trois jours. Si vous n’avez pas créé de compte, ignorez cet e-mail.\n",
    },
    reset: {
      subject: "Choisir un nouveau mot de passe",
      text: "Quelqu’un a demandé un nouveau mot de passe pour cette adresse chez Maquette.\n\nChoisissez-le ici :\n{link}\n\nLe lien est valable une heure, une fois. Si ce n’était pas vous, ignorez cet e-mail : rien ne change.\n",
    },
    changed: {
      subject: "Votre mot de passe a été changé",
      text: "Le mot de passe de votre compte Maquette vient d’être changé, et toutes les autres sessions sont déconnectées.\n\nSi ce n’était pas vous, choisissez-en un nouveau : {link}\n",
    },
    wishes: "Choisissez ici les e-mails que vous recevez : {link}",
  },
  vi: {
    confirm: {
      subject: "Xác nhận địa chỉ email",
      text: "Chào mừng đến với Maquette.\n\nXác nhận địa chỉ này bằng cách mở liên kết:\n{link}\n\nLiên kết dùng được ba ngày. Nếu bạn không tạo tài khoản, hãy bỏ qua thư này.\n",
    },
    reset: {
      subject: "Đặt mật khẩu mới",
      text: "Có người xin mật khẩu mới cho địa chỉ này tại Maquette.\n\nĐặt tại đây:\n{link}\n\nLiên kết dùng được một giờ, một lần. Nếu không phải bạn, hãy bỏ qua: không có gì thay đổi.\n",
    },
    changed: {
      subject: "Mật khẩu của bạn đã đổi",
      text: "Mật khẩu tài khoản Maquette của bạn vừa được đổi, và mọi phiên khác đã đăng xuất.\n\nNếu không phải bạn, hãy đặt mật khẩu mới: {link}\n",
    },
    wishes: "Chọn email bạn nhận tại {link}.",
  },
};

const lettersOf = (locale: string) => LETTERS[isLocale(locale) ? locale : "en"];

/** A letter in the person's language, with its link. */
export function letter(name: LetterName, locale: string, link: string): Letter {
  const { subject, text } = lettersOf(locale)[name];
  return { subject, text: text.replace("{link}", link) };
}

/** The line under a notice's mail. */
export const wishesLine = (locale: string, link: string) =>
  lettersOf(locale).wishes.replace("{link}", link);
