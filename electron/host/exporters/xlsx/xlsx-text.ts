/**
 * Text as `_xHHHH_` lets it through: what only looks like such a sign keeps its underscore, and the names
 * of JavaScript's own properties, which the writer takes for texts it already has, begin with one.
 * Source: ECMA-376 part 1, 22.9.2.19 (ST_Xstring).
 */
export function xlsxText(text: string): string {
  const plain = text.replaceAll(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_');
  if (!(plain in Object.prototype)) return plain;
  const first = plain.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
  return `_x${first}_${plain.slice(1)}`;
}
