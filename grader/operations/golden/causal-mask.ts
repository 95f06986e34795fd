/** One row a query, 1 for the keys it may see. */
export function causalMask(queries: number, keys: number): string {
  const rows = Array.from({ length: queries }, (_, i) => `range(1, ${keys}) <= ${i + 1}`)
  return `stackrows(${rows.join(', ')})`
}
