import type { PaperNode } from '../../../grader/answers/paper.ts'
import type { QuestionDefinition } from '../../../grader/question/definition.ts'
import type { VariantKey } from '../../../grader/question/variant.ts'
import type { PaperValues } from './computed-values.ts'
import { renderAuthorMarkdown } from './markdown.ts'
import { saidExpressions } from './printed-texts.ts'
import { fillKnown } from './template.ts'

/** The part of a variant's key that `renderSaid` needs later: nothing where nothing said of mistakes prints a value. */
export function saidValues(definition: QuestionDefinition, { templates }: PaperValues): Pick<VariantKey, 'printed'> {
  const printed = Object.fromEntries(
    saidExpressions(definition).flatMap((source) => (templates[source] ? [[source, templates[source]]] : [])),
  )
  return Object.keys(printed).length > 0 ? { printed } : {}
}

/** What the author says of a mistake, a convention or an option, with the student's numbers put in. */
export function renderSaid(says: string, key: Pick<VariantKey, 'expected' | 'printed'>): PaperNode[] {
  return renderAuthorMarkdown(fillKnown(says, { ...key.expected, ...key.printed }))
}
