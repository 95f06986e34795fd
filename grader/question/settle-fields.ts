import { printShape, type TensorType } from '../language/types.ts'
import type { AnswerField, NamedExpression } from './definition.ts'
import { readsOf, upstreamSteps } from './dependencies.ts'
import { suggestion } from './nearest.ts'
import type { FieldDraft, JudgedDraft } from './read-answers.ts'
import type { Reader } from './reader.ts'

/** Gives every judged field its kind, now that the types of the steps are known, and says what it follows from. */
export function settleFields(
  reader: Reader,
  drafts: readonly FieldDraft[],
  reference: readonly NamedExpression[],
  types: ReadonlyMap<string, TensorType>,
): AnswerField[] {
  return drafts.flatMap((draft): AnswerField[] => {
    if (draft.kind === 'property') return [{ ...draft, after: readBefore(draft, drafts, reference) }]
    if (draft.kind !== 'judged') return [draft]
    const type = types.get(draft.step)
    if (!type) return []
    const after = followsFrom(reader, draft, drafts, reference)
    const { line, column, name, label, labelMarkdown, points, step, axes, resizable } = draft
    // An integer is exact: no decimals are asked for.
    const decimals = type.integer ? 0 : draft.decimals
    const common = { line, column, name, label, ...(labelMarkdown && { labelMarkdown }), points, after }
    const kind = draft.said ?? (type.shape.length === 0 ? 'number' : 'tensor')
    const wrong = misfit(draft, kind, type)
    if (wrong) {
      reader.problem(draft, wrong)
      return []
    }
    if (kind === 'number') return [{ ...common, kind, step, decimals }]
    if (kind === 'shape') return [{ ...common, kind, step, axes }]
    return [{ ...common, kind, step, decimals, resizable }]
  })
}

function misfit(
  draft: JudgedDraft,
  kind: 'number' | 'shape' | 'tensor',
  { shape, integer }: TensorType,
): string | null {
  const is = `The step “${draft.step}” is ${shape.length === 0 ? 'a scalar' : printShape(shape)}`
  if (kind === 'number' && shape.length > 0) return `${is}, but a number is asked for; leave “kind” out for a tensor.`
  if (kind === 'tensor' && shape.length === 0) return `${is}, but a tensor is asked for; leave “kind” out for a number.`
  if (kind === 'shape') {
    if (shape.length !== 1) return `${is}; a shape is judged by a vector of sizes such as [h, w, K].`
    if (!integer) return `${is}, but its entries need not be integers; a shape is a vector of integers (use floor).`
    if (draft.axes.length > 0 && draft.axes.length !== shape[0]) {
      return `${is}: it has ${shape[0]} sizes, but “axes” has ${draft.axes.length} names.`
    }
    return null
  }
  if (draft.axes.length > 0) return '“axes” belongs to fields of kind: shape.'
  if (draft.resizable && kind === 'number') return '“resizable” belongs to tensors; this step is a scalar.'
  return null
}

/** The judged fields before a property field whose values its properties are about. */
function readBefore(
  draft: Extract<FieldDraft, { kind: 'property' }>,
  drafts: readonly FieldDraft[],
  reference: readonly NamedExpression[],
): string[] {
  const steps = new Set(reference.map(({ name }) => name))
  const direct = draft.holds.flatMap(({ expression }) => readsOf(expression, steps))
  const read = new Set(direct.flatMap((step) => [step, ...upstreamSteps(reference, step)]))
  return drafts
    .slice(0, drafts.indexOf(draft))
    .flatMap((other) => (other.kind === 'judged' && read.has(other.step) ? [other.name] : []))
}

/** The judged fields whose values this one is worked out from, in the file's order. */
function followsFrom(
  reader: Reader,
  draft: JudgedDraft,
  drafts: readonly FieldDraft[],
  reference: readonly NamedExpression[],
): string[] {
  const upstream = upstreamSteps(reference, draft.step)
  const before = drafts.filter(
    (other): other is JudgedDraft => other.kind === 'judged' && upstream.includes(other.step),
  )
  const names = before.map(({ name }) => name)
  if (draft.restricted === null) return names
  for (const name of draft.restricted) {
    if (names.includes(name)) continue
    const possible = names.length > 0 ? `it follows from ${names.join(', ')}` : 'it follows from no other field'
    reader.problem(
      draft,
      `after: “${draft.name}” does not follow from “${name}”; ${possible}.${suggestion(name, names)}`,
    )
  }
  return names.filter((name) => draft.restricted?.includes(name))
}
