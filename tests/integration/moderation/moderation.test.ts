import "../http/environment.ts";
import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { createConversation } from "#lib/conversations/create-conversation.ts";
import { sendMessage } from "#lib/conversations/send-message.ts";
import { createDesign } from "#lib/designs/create-design.ts";
import { editDesign } from "#lib/designs/edit-design.ts";
import { generateDesign } from "#lib/designs/generate-design.ts";
import { renameDesign } from "#lib/designs/rename-design.ts";
import { uploadImage } from "#lib/images/upload-image.ts";
import { appeal } from "#lib/moderation/appeal.ts";
import { getCase } from "#lib/moderation/get-case.ts";
import { listOpenCases } from "#lib/moderation/list-open-cases.ts";
import { reportContent } from "#lib/moderation/report-content.ts";
import { resolveCase } from "#lib/moderation/resolve-case.ts";
import { withAdapters } from "#tests/setup/adapters.ts";
import { guest, makePerson, refusalOf } from "../accounts/people.ts";
import { openStudio } from "../designs/studio.ts";
import { db } from "../http/environment.ts";

const admin = await makePerson("admin");
const NAKED = "a figurine of a naked woman";
const caseOf = (error: { details: Record<string, unknown> }) => String(error.details.case_id);

const picture = async (red = 200) =>
  new Uint8Array(
    await sharp({
      create: { width: 64, height: 64, channels: 3, background: { r: red, g: 9, b: 9 } },
    })
      .png()
      .toBuffer(),
  );

describe("a prompt that is not made here", () => {
  test("is refused in the chat with its reason and a case, and nothing is stored of the message", async () => {
    const { ctx } = await openStudio();
    const { id } = await createConversation(ctx);
    const error = await refusalOf(sendMessage(ctx, { conversationId: id, text: NAKED }));
    expect(error).toMatchObject({ code: "rule_broken", details: { category: "nudity" } });
    expect(error.userMessage).toContain("swimwear and lingerie are fine");
    expect(error.details.appeal_url).toBe(`/moderation/${caseOf(error)}`);
    expect(await db.message.count({ where: { conversationId: id } })).toBe(0);
  });

  test("is refused over REST's verb too, and the same words again have the same case", async () => {
    const { ctx } = await openStudio();
    const first = await refusalOf(generateDesign(ctx, { prompt: NAKED }));
    const again = await refusalOf(generateDesign(ctx, { prompt: NAKED }));
    expect(caseOf(again)).toBe(caseOf(first));
  });
});

describe("an appeal", () => {
  test("that is right lets just these words pass, for this person alone", async () => {
    const { ctx, userId } = await openStudio();
    const other = await openStudio();
    const text = "a statue of Venus, a naked woman in a shell, as Botticelli painted her";
    const { id } = await createConversation(ctx);
    const caseId = caseOf(await refusalOf(sendMessage(ctx, { conversationId: id, text })));
    await appeal(ctx, { caseId, words: "It is a painting of 1485." });
    const waiting = await listOpenCases(admin.ctx);
    expect(waiting.find((one) => one.id === caseId)).toMatchObject({ excerpt: text });
    await resolveCase(admin.ctx, { caseId, outcome: "allowed", note: "A classic." });
    expect(await getCase(ctx, caseId)).toMatchObject({ outcome: "allowed", note: "A classic." });
    await sendMessage(ctx, { conversationId: id, text });
    expect(await db.message.count({ where: { conversation: { createdById: userId } } })).toBe(2);
    const { id: theirs } = await createConversation(other.ctx);
    await refusalOf(sendMessage(other.ctx, { conversationId: theirs, text }));
  });

  test("is made once, by the person alone, and ended once, by an admin alone", async () => {
    const { ctx } = await openStudio();
    const stranger = await makePerson();
    const caseId = caseOf(await refusalOf(generateDesign(ctx, { prompt: NAKED })));
    const words = "Please.";
    expect(await refusalOf(appeal(stranger.ctx, { caseId, words }))).toMatchObject({
      code: "not_found",
    });
    await appeal(ctx, { caseId, words });
    expect(await refusalOf(appeal(ctx, { caseId, words }))).toMatchObject({ code: "conflict" });
    const end = { caseId, outcome: "kept" as const, note: "" };
    expect(await refusalOf(resolveCase(ctx, end))).toMatchObject({ code: "forbidden" });
    expect(await refusalOf(resolveCase(guest(), end))).toMatchObject({ code: "unauthenticated" });
    await resolveCase(admin.ctx, end);
    expect(await refusalOf(resolveCase(admin.ctx, end))).toMatchObject({ code: "conflict" });
    await refusalOf(generateDesign(ctx, { prompt: NAKED }));
  });

  test("cannot end as something taken away", async () => {
    const { ctx } = await openStudio();
    const caseId = caseOf(await refusalOf(generateDesign(ctx, { prompt: NAKED })));
    await appeal(ctx, { caseId, words: "Please." });
    const end = resolveCase(admin.ctx, { caseId, outcome: "removed", note: "" });
    expect(await refusalOf(end)).toMatchObject({ code: "invalid_input" });
  });
});

describe("a picture", () => {
  test("that a rented check flags is refused before it is stored, and may be appealed", async () => {
    const person = await makePerson();
    const pictureCheck = { name: "double", look: async () => ({ flagged: true }) };
    const ctx = withAdapters(person.ctx, { pictureCheck });
    const bytes = await picture();
    const upload = () => uploadImage(ctx, { bytes, maxBytes: 1e6 });
    const caseId = caseOf(await refusalOf(upload()));
    expect(await db.image.count({ where: { createdById: person.userId } })).toBe(0);
    await appeal(ctx, { caseId, words: "It is a peach." });
    await resolveCase(admin.ctx, { caseId, outcome: "allowed", note: "" });
    expect(await upload()).toMatchObject({ width: 64 });
  });

  test("passes where nobody looks, and can be reported and removed", async () => {
    const person = await makePerson();
    const { id } = await uploadImage(person.ctx, { bytes: await picture(), maxBytes: 1e6 });
    const report = { subjectType: "image" as const, subjectId: id, reason: "privacy" as const };
    const first = await reportContent(person.ctx, { ...report, text: "This is me." });
    const again = await reportContent(person.ctx, { ...report, text: "This is me." });
    expect(again.id).toBe(first.id);
    const { blobKey } = await db.image.findUniqueOrThrow({ where: { id } });
    await resolveCase(admin.ctx, { caseId: first.id, outcome: "removed", note: "" });
    expect(await db.image.findUnique({ where: { id } })).toBeNull();
    expect(await admin.ctx.adapters.blob.info(blobKey)).toBeNull();
  });
});

describe("a report", () => {
  test("of something the person cannot see is of nothing", async () => {
    const { ctx } = await openStudio();
    const { design } = await createDesign(ctx, { kind: "ring", spec: { style: "plain" } });
    const stranger = await makePerson();
    const report = reportContent(stranger.ctx, {
      subjectType: "design",
      subjectId: design.id,
      reason: "other",
      text: "",
    });
    expect(await refusalOf(report)).toMatchObject({ code: "not_found" });
  });

  test("that is right removes a design with all it holds", async () => {
    const { ctx } = await openStudio();
    const { design } = await createDesign(ctx, { kind: "ring", spec: { style: "plain" } });
    const { id: caseId } = await reportContent(ctx, {
      subjectType: "design",
      subjectId: design.id,
      reason: "copyright",
      text: "",
    });
    await resolveCase(admin.ctx, { caseId, outcome: "removed", note: "" });
    expect(await db.design.findUnique({ where: { id: design.id } })).toBeNull();
  });
});

describe("a design", () => {
  test("takes no words by its title, its engraving or a change that a sentence could not say", async () => {
    const { ctx, workspaceId } = await openStudio();
    const bad = "Hakenkreuz";
    const refused = [
      () => createDesign(ctx, { kind: "ring", title: bad }),
      () => createDesign(ctx, { kind: "signet", spec: { text: bad } }),
      () => createDesign(ctx, { kind: "ring", prompt: NAKED }),
    ];
    for (const make of refused) expect((await refusalOf(make())).code).toBe("rule_broken");
    expect(await db.design.count({ where: { workspaceId } })).toBe(0);
    const { design } = await createDesign(ctx, { kind: "signet" });
    const designId = design.id;
    const edit = editDesign(ctx, { designId, patch: { text: bad } });
    expect((await refusalOf(edit)).code).toBe("rule_broken");
    expect((await refusalOf(renameDesign(ctx, { designId, title: bad }))).code).toBe("rule_broken");
    expect((await renameDesign(ctx, { designId, title: "Siegel" })).title).toBe("Siegel");
  });
});
