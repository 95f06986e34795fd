import type { AnswerField, ChoiceOption } from '../../../grader/question/definition.ts'
import { paired, quoted } from './said.ts'

type Choice = Extract<AnswerField, { kind: 'choice' }>
type Order = Extract<AnswerField, { kind: 'order' }>

const optionsOf = ({ right, others }: Choice) => [
  ...right.map((option) => ({ ...option, right: true })),
  ...others.map((option) => ({ ...option, right: false })),
]

function saysChange(was: ChoiceOption, is: ChoiceOption): string[] {
  if (was.says === is.says) return []
  if (is.says === null) return [`nothing is said any more to who chooses ${quoted(is.markdown)}.`]
  return [`who chooses ${quoted(is.markdown)} is told ${quoted(is.says)}.`]
}

export function choiceChanges(was: Choice, is: Choice): string[] {
  const { added, gone, kept } = paired(optionsOf(was), optionsOf(is), ({ markdown }) => markdown)
  return [
    ...gone.map(({ markdown }) => `the option ${quoted(markdown)} is gone.`),
    ...added.map(({ markdown, right }) => `the option ${quoted(markdown)} is new, and ${right ? 'right' : 'wrong'}.`),
    ...kept.flatMap(({ was: before, is: after }) => [
      ...(before.right === after.right
        ? []
        : [
            after.right
              ? `${quoted(after.markdown)} is right now.`
              : `${quoted(after.markdown)} is not right any more.`,
          ]),
      ...saysChange(before, after),
    ]),
    ...(was.many === is.many ? [] : [is.many ? 'several may be chosen now.' : 'only one may be chosen now.']),
    ...(was.shuffle === is.shuffle
      ? []
      : [is.shuffle ? 'the options stand in an order by chance now.' : 'the options stand in the written order now.']),
  ]
}

export function orderChanges(was: Order, is: Order): string[] {
  const lines = paired(
    [...was.lines.map((text) => ({ text, right: true })), ...was.distractors.map((text) => ({ text, right: false }))],
    [...is.lines.map((text) => ({ text, right: true })), ...is.distractors.map((text) => ({ text, right: false }))],
    ({ text }) => text,
  )
  const shared = new Set(lines.kept.filter(({ was: a, is: b }) => a.right && b.right).map(({ is: { text } }) => text))
  const [before, after] = [was.lines, is.lines].map((all) => all.filter((text) => shared.has(text)).join('\n'))
  return [
    ...lines.gone.map(({ text }) => `the line ${quoted(text)} is gone.`),
    ...lines.added.map(({ text, right }) => `the line ${quoted(text)} is new${right ? '' : ', and does not belong'}.`),
    ...lines.kept.flatMap(({ was: a, is: b }) =>
      a.right === b.right
        ? []
        : [`the line ${quoted(b.text)} ${b.right ? 'belongs now' : 'does not belong any more'}.`],
    ),
    ...(before === after ? [] : ['the right order of the lines is another one.']),
  ]
}
