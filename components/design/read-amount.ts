/**
 * A positive decimal number as people write it, `4.5`, `4,5`, `1,200`, `1.200,50`, `1 200`; NaN where it is none. Where
 * both signs stand the last is the decimal one. One sign alone before three digits groups thousands, unless a zero leads
 * or it is a point and the amount has `fractionDigits` of three.
 */
export function readAmount(text: string, fractionDigits: number): number {
  const line = text.trim().replace(/(\d)[\s'’\u00a0\u202f](?=\d{3}(?!\d))/g, "$1");
  const decimal = decimalSign(line, fractionDigits);
  const [whole = "", fraction = "", ...more] = decimal ? line.split(decimal) : [line];
  if (more.length > 0 || !/^(\d*|\d{1,3}([.,]\d{3})+)$/.test(whole)) return Number.NaN;
  if (!/^\d*$/.test(fraction) || whole + fraction === "") return Number.NaN;
  return Number(`${whole.replace(/[.,]/g, "")}.${fraction}`);
}

function decimalSign(line: string, fractionDigits: number): "." | "," | null {
  const [comma, point] = [line.lastIndexOf(","), line.lastIndexOf(".")];
  const last = Math.max(comma, point);
  if (last < 0) return null;
  const sign = last === comma ? "," : ".";
  if (comma >= 0 && point >= 0) return line.indexOf(sign) === last ? sign : null;
  const groups = /^[1-9]\d{0,2}([.,]\d{3})+$/.test(line);
  const isOnce = line.indexOf(sign) === last;
  const isThousands = groups && (!isOnce || sign === "," || fractionDigits < 3);
  return isThousands ? null : sign;
}
