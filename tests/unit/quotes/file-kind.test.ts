import { expect, test } from "vitest";
import { fileKind } from "#lib/quotes/file-kind.ts";

const bytes = (text: string) => new TextEncoder().encode(text);

function binaryStl(triangles: number): Uint8Array {
  const file = new Uint8Array(84 + triangles * 50);
  new DataView(file.buffer).setUint32(80, triangles, true);
  return file;
}

test("tells files by what they hold", () => {
  expect(fileKind(bytes("%PDF-1.7 …"), 900)).toBe("application/pdf");
  expect(fileKind(bytes("glTF\u0002"), 900)).toBe("model/gltf-binary");
  expect(fileKind(bytes("PK\u0003\u0004…"), 900)).toBe("model/3mf");
  expect(fileKind(bytes("solid band\n facet normal 0 0 1\n"), 900)).toBe("model/stl");
  const stl = binaryStl(12);
  expect(fileKind(stl.subarray(0, 512), stl.byteLength)).toBe("model/stl");
});

test("takes nothing for a file that is none", () => {
  expect(fileKind(bytes("I am no file."), 13)).toBeNull();
  expect(fileKind(bytes("<svg onload=alert(1)>"), 21)).toBeNull();
  expect(fileKind(bytes("solid gold"), 10)).toBeNull();
  expect(fileKind(binaryStl(12).subarray(0, 512), 999)).toBeNull();
  expect(fileKind(new Uint8Array(), 0)).toBeNull();
});
