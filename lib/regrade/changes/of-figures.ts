import { printText } from '../../../grader/language/print-text.ts'
import type { Figure } from '../../../grader/question/definition.ts'
import { paired } from './said.ts'

function drawn(figure: Figure): string {
  if (figure.kind === 'image') return figure.file
  if (figure.kind === 'grid')
    return `${printText(figure.value)} ${figure.window === null ? '' : printText(figure.window)}`
  const { variable, from, to, curve, x, y } = figure
  return [variable, printText(from), printText(to), printText(curve), x, y].join(' ')
}

/** What differs in the figures of a question. */
export function figureChanges(old: readonly Figure[], next: readonly Figure[]): string[] {
  const { added, gone, kept } = paired(old, next, ({ name }) => name)
  return [
    ...gone.map(({ name }) => `The figure ${name} is gone.`),
    ...added.map(({ name }) => `The figure ${name} is new.`),
    ...kept.flatMap(({ was, is }) => [
      ...(was.kind === is.kind && drawn(was) === drawn(is) ? [] : [`The figure ${is.name} shows something else.`]),
      ...(was.alt === is.alt ? [] : [`The figure ${is.name} is described in other words.`]),
    ]),
  ]
}
