import { isBlank } from '../../../grader/answers/blank.ts'
import type { RawAnswer } from '../../../grader/answers/raw-answer.ts'
import { shownId } from '../../../grader/question/variant.ts'
import type { GivenAnswer } from './answer.ts'
import { relationOf } from './relation.ts'
import { type Signature, type Signed, signature } from './signature.ts'

const settled = (own: Signature): Signed => ({ own, alone: own })

/**
 * What an answer is, from what the grader found and what was typed. The most
 * telling comes first, and the grader's word before a comparison of values.
 */
export function sign(given: GivenAnswer): Signed {
  const { answer, grading } = given
  if (isBlank(answer)) return settled(signature({ kind: given.pages ? 'pages' : 'empty' }))
  if (grading.verdict === 'unreadable') {
    const says = grading.message ? [grading.message] : []
    return settled(signature({ kind: 'unreadable', says }, grading.message ?? ''))
  }
  if (grading.verdict === 'broken') return settled(signature({ kind: 'broken' }, grading.staffNote ?? ''))
  return byKind(given) ?? byVerdict(given) ?? compared(given)
}

/** Choices, orders and texts are what they are, right or wrong. */
function byKind(given: GivenAnswer): Signed | null {
  const { answer, variant } = given
  if (answer?.kind === 'choice') {
    const chosen = authored(answer.chosen, variant.arrangement).sort((a, b) => a - b)
    return settled(signature({ kind: 'choice', cells: chosen.map((option) => option + 1) }, ...chosen))
  }
  if (answer?.kind === 'order') {
    const lines = authored(answer.lines, variant.arrangement)
    const parts = lines.findIndex((line, k) => line !== k)
    const kept = parts < 0 ? lines.length : parts
    const own = signature({ kind: 'order', cells: lines.map((line) => line + 1) }, ...lines)
    return { own, alone: signature({ kind: 'here', cells: [kept + 1], relation: 'line' }, 'line', kept) }
  }
  if (answer?.kind === 'text') {
    // words beside handed-in pages are not the whole of the answer
    if (given.pages) return settled(signature({ kind: 'pages' }))
    return { own: null, compared: 'text', alone: signature({ kind: 'alone', relation: 'text' }, 'text') }
  }
  return null
}

function authored(ids: readonly string[], arrangement: readonly number[]): number[] {
  const places = new Map(arrangement.map((line, k) => [shownId(k), line]))
  return ids.map((id) => places.get(id) ?? -1)
}

function byVerdict({ grading, divergence, answer }: GivenAnswer): Signed | null {
  const { verdict, named, explained } = grading
  if (verdict === 'right') return settled(signature({ kind: 'right' }))
  if (verdict === 'through') {
    const step = divergence?.step
    return settled(signature({ kind: 'through', ...(step ? { step } : {}) }, step ?? ''))
  }
  if (named) {
    const slips = explained?.filter(({ id }) => id !== undefined) ?? []
    const ids = (slips.length > 0 ? slips.map(({ id }) => id ?? '') : [named.id]).sort()
    const says = slips.length > 0 ? slips.map((slip) => slip.says ?? '') : [named.says]
    return settled(signature({ kind: named.kind, says }, ...ids))
  }
  const failed = grading.properties?.filter(({ held }) => held === false).map(({ says }) => says)
  if (failed && failed.length > 0) return settled(signature({ kind: 'property', says: failed }, ...failed))
  if (verdict === 'partial' && answer?.kind === 'formula') {
    return settled(signature({ kind: 'form', says: grading.message ? [grading.message] : [] }, grading.message ?? ''))
  }
  return null
}

/** Wrong, and the grader has no name for it. */
function compared(given: GivenAnswer): Signed {
  const { answer, grading, variant } = given
  const alone = whereWrong(given)
  if (answer?.kind === 'formula') return { own: null, compared: 'formula', alone }
  if (answer?.kind === 'layers') return { own: byTable(answer), alone }
  if (!grading.parsed) return { own: byCells(given), alone }
  const related = relationOf(grading.parsed, variant)
  if (related) return { own: related, alone }
  const cells = byCells(given)
  return cells ? { own: cells, alone } : { own: null, compared: 'value', alone }
}

/** The same few cells are wrong or blank, all others right. */
function byCells({ grading }: GivenAnswer): Signature | null {
  const { cells } = grading
  if (!cells || grading.verdict !== 'partial') return null
  const off = cells.flatMap((cell, k) => (cell === 'right' || cell === 'through' ? [] : [k + 1]))
  if (off.length === 0 || off.length > 4 || off.length * 2 > cells.length) return null
  return signature({ kind: 'cells', cells: off }, ...off)
}

function byTable({ rows }: Extract<RawAnswer, { kind: 'layers' }>): Signature {
  const lines = rows.map((row) =>
    [row.layer, row.units, row.kernel, row.stride, row.padding, row.activation].map((cell) => cell.trim()).join(' '),
  )
  return signature({ kind: 'layers', text: rows.map(({ layer }) => layer).join(' → ') }, ...lines)
}

/** Where it went wrong: here first, or earlier. */
function whereWrong({ grading, divergence }: GivenAnswer): Signature {
  if (divergence && divergence.field !== grading.field && grading.firstWrong !== true)
    return signature({ kind: 'after', step: divergence.step }, divergence.step)
  if (grading.firstWrong && divergence?.field === grading.field && divergence.cell !== null)
    return signature({ kind: 'here', step: divergence.step, cells: [divergence.cell + 1] }, 'cell', divergence.cell)
  return signature({ kind: 'alone' }, '')
}
