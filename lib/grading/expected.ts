import type { Field } from '../../grader/answers/field.ts'
import type { PaperNode } from '../../grader/answers/paper.ts'
import type { AnswerField } from '../../grader/question/definition.ts'
import type { StoredTensor, VariantKey } from '../../grader/question/variant.ts'

type Key = Pick<VariantKey, 'expected' | 'solutions'>

interface Expected {
  expected: StoredTensor | string | null
  expectedNodes: PaperNode[] | null
}

const nothing: Expected = { expected: null, expectedNodes: null }

/** What was right for a field of this variant: for after release. */
export function expectedAnswer(field: Field, authored: AnswerField | undefined, key: Key): Expected {
  if (authored && 'step' in authored) return { expected: key.expected[authored.step] ?? null, expectedNodes: null }
  // one of many
  if (authored?.kind === 'property') return { expected: key.expected[authored.name] ?? null, expectedNodes: null }
  if (authored?.kind === 'formula') return { expected: authored.source, expectedNodes: null }
  const ids = key.solutions[field.name]
  if (!ids || (field.kind !== 'choice' && field.kind !== 'order')) return nothing
  const shown = field.kind === 'choice' ? field.options : field.lines
  const entries = ids.flatMap((id) => shown.filter((entry) => entry.id === id))
  const children = entries.map((entry): PaperNode => ({ tag: 'li', children: entry.nodes }))
  return { expected: ids.join(', '), expectedNodes: [{ tag: field.kind === 'order' ? 'ol' : 'ul', children }] }
}
