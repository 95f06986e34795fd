export type OrderReading =
  | { ok: true; lines: string[] }
  | { ok: false; reason: 'empty' | 'unreadable'; message: string }

/** Checks the ordered line ids against the lines shown; each may be used once. */
export function readOrder(lines: readonly string[], ids: readonly string[]): OrderReading {
  if (lines.length === 0) return { ok: false, reason: 'empty', message: 'No line is placed yet.' }
  if (lines.some((id) => !ids.includes(id))) {
    return { ok: false, reason: 'unreadable', message: 'A line does not belong to this question.' }
  }
  if (new Set(lines).size < lines.length) {
    return { ok: false, reason: 'unreadable', message: 'A line stands in the order twice.' }
  }
  return { ok: true, lines: [...lines] }
}
