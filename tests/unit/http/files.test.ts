import { describe, expect, test } from "vitest";
import { readRange } from "#lib/http/byte-range.ts";
import { contentDisposition } from "#lib/http/file-response.ts";

describe("a byte range", () => {
  test.each([
    ["bytes=0-9", { start: 0, end: 10 }],
    ["bytes=90-", { start: 90, end: 100 }],
    ["bytes=-10", { start: 90, end: 100 }],
    ["bytes=-500", { start: 0, end: 100 }],
    ["bytes=50-5000", { start: 50, end: 100 }],
  ])("%s of 100 bytes", (header, expected) => {
    expect(readRange(header, 100)).toEqual(expected);
  });

  test.each([null, "", "bytes=-", "items=0-1", "bytes=0-1,5-6"])("%j is the whole", (header) => {
    expect(readRange(header, 100)).toBeNull();
  });

  test.each(["bytes=100-", "bytes=200-300", "bytes=9-3", "bytes=-0"])("%s is refused", (header) => {
    expect(() => readRange(header, 100)).toThrow("shorter than the range");
  });
});

describe("the name of a saved file", () => {
  test("goes out in ASCII and in UTF-8", () => {
    expect(contentDisposition("attachment", "Nhẫn cưới.stl")).toBe(
      "attachment; filename=\"Nh_n c__i.stl\"; filename*=UTF-8''Nh%E1%BA%ABn%20c%C6%B0%E1%BB%9Bi.stl",
    );
  });

  test("cannot break out of the header", () => {
    expect(contentDisposition("inline", 'a"; x="b\r\n.stl')).not.toMatch(/[\r\n]|filename="a"/);
  });
});
