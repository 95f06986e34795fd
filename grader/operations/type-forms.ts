import { type OperationSignature, type TensorType, TypeProblem } from '../language/types.ts'

/** Sizes that nobody chooses, so that a letter can be told from what came out. */
const letters: Readonly<Record<number, string>> = { 5: 'n', 7: 'm', 11: 'k' }
const real = (...shape: number[]): TensorType => ({ shape, integer: false })
const candidates: readonly TensorType[] = [real(), real(5), real(7, 5), real(7), real(5, 11), real(5, 5)]
const most = 4

/** What an operation makes of which types, found out by asking it: `n → n`, `m×n, n → m`. A scalar is `1`, `?` any size. */
export function typeForms(operation: OperationSignature): string[] {
  const forms = new Map<string, string>()
  const statics = operation.statics ?? []
  for (const count of [1, 2, 3]) {
    for (const given of tuples(count, statics)) {
      const made = resultOf(operation, given)
      if (!made) continue
      const executed = given.filter((_, k) => !statics.includes(k))
      // one form for every combination of ranks
      const ranks = executed.map(({ shape }) => shape.length).join()
      const from = executed.map(({ shape }) => print(shape, '1')).join(', ')
      if (!forms.has(ranks)) {
        forms.set(ranks, `${from === '' ? 'sizes' : from} → ${print(made.shape, statics.length > 0 ? '?' : '1')}`)
      }
    }
    if (forms.size > 0) break
  }
  return [...forms.values()].slice(0, most)
}

function resultOf(operation: OperationSignature, given: readonly TensorType[]): TensorType | null {
  const known = given.map((_, k) => (operation.statics?.includes(k) ? 1 : undefined))
  try {
    return operation.check(given, known)
  } catch (error) {
    if (error instanceof TypeProblem) return null
    throw error
  }
}

/** Arguments of every combination of types, those with the most different sizes first; static ones are whole numbers. */
function tuples(count: number, statics: readonly number[]): TensorType[][] {
  const all = Array.from({ length: count }, (_, k) => k).reduce<TensorType[][]>(
    (before, k) => {
      const next = statics.includes(k) ? [{ shape: [], integer: true }] : candidates
      return before.flatMap((given) => next.map((type) => [...given, type]))
    },
    [[]],
  )
  const sizes = (given: readonly TensorType[]) => new Set(given.flatMap(({ shape }) => shape)).size
  return all.toSorted((a, b) => sizes(b) - sizes(a))
}

function print(shape: readonly number[], one: string): string {
  if (shape.length === 0) return '1'
  return shape.map((size) => letters[size] ?? (size === 1 ? one : '?')).join('×')
}
