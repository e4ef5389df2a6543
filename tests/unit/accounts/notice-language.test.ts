import { describe, expect, it } from "vitest";
import { letter } from "#lib/accounts/mail-texts.ts";
import { noticeIn } from "#lib/notices/sentences.ts";

describe("a notice", () => {
  it("is said in the person's language, with days and money as they are written there", () => {
    const text = "For Moon ring. The offer stands until 2026-12-03.";
    expect(noticeIn("de", text)).toBe("Für Moon ring. Das Angebot gilt bis 03.12.2026.");
    const title = noticeIn("de", "Atelier Nord offers 1,240.00 EUR").replaceAll("\u00a0", " ");
    expect(title).toBe("Atelier Nord bietet 1.240,00 €");
    expect(noticeIn("en", text)).toBe(text);
  });

  it("keeps what a person wrote", () => {
    expect(noticeIn("fr", "Wachs ist fertig!")).toBe("Wachs ist fertig!");
  });
});

describe("a letter", () => {
  it("comes in the person's language with its link, in English where there is none of it", () => {
    expect(letter("reset", "vi", "https://x/reset/1").subject).toBe("Đặt mật khẩu mới");
    expect(letter("reset", "vi", "https://x/reset/1").text).toContain("https://x/reset/1");
    expect(letter("confirm", "pl", "l").subject).toBe("Confirm your e-mail address");
  });
});
