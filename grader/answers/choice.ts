export type ChoiceReading =
  | { ok: true; chosen: string[] }
  | { ok: false; reason: 'empty' | 'unreadable'; message: string }

/** Checks the chosen ids against the options shown. Order and repetition carry no meaning. */
export function readChoice(chosen: readonly string[], ids: readonly string[], many: boolean): ChoiceReading {
  const distinct = ids.filter((id) => chosen.includes(id))
  if (chosen.length === 0) return { ok: false, reason: 'empty', message: 'Nothing is chosen yet.' }
  if (chosen.some((id) => !ids.includes(id))) {
    return { ok: false, reason: 'unreadable', message: 'A chosen option does not belong to this question.' }
  }
  if (!many && distinct.length > 1) return { ok: false, reason: 'unreadable', message: 'Choose one option only.' }
  return { ok: true, chosen: distinct }
}
