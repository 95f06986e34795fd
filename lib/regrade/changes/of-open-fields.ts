import type { AnswerField, RubricItem } from '../../../grader/question/definition.ts'
import { counted, paired, quoted } from './said.ts'

type Of<Kind extends AnswerField['kind']> = Extract<AnswerField, { kind: Kind }>

function rubricChanges(was: readonly RubricItem[], is: readonly RubricItem[]): string[] {
  const { added, gone, kept } = paired(was, is, ({ says }) => says)
  return [
    ...gone.map(({ says }) => `${quoted(says)} is gone from its rubric.`),
    ...added.map(({ says, points }) => `${quoted(says)} is new in its rubric, with ${counted(points, 'point')}.`),
    ...kept.flatMap(({ was: before, is: after }) =>
      before.points === after.points
        ? []
        : [`${quoted(after.says)} in its rubric gave ${before.points} and gives ${counted(after.points, 'point')}.`],
    ),
  ]
}

function solutionChange(was: string | null, is: string | null): string[] {
  if (was === is) return []
  if (is === null) return ['no model answer is shown any more.']
  return [was === null ? 'a model answer is shown now.' : 'the model answer that is shown has changed.']
}

export function textChanges(was: Of<'text'>, is: Of<'text'>): string[] {
  return [
    ...rubricChanges(was.rubric, is.rubric),
    ...(was.upload === is.upload
      ? []
      : [is.upload ? 'pages may be uploaded now.' : 'pages may not be uploaded any more.']),
    ...(was.maximumLength === is.maximumLength
      ? []
      : [`it may have ${is.maximumLength} characters, were ${was.maximumLength}.`]),
    ...solutionChange(was.solution, is.solution),
  ]
}

export function uploadChanges(was: Of<'upload'>, is: Of<'upload'>): string[] {
  return [...rubricChanges(was.rubric, is.rubric), ...solutionChange(was.solution, is.solution)]
}

export function layersChanges(was: Of<'layers'>, is: Of<'layers'>): string[] {
  const size = (sizes: readonly number[]) => sizes.join('×')
  const { parameterBudget: budget } = is
  return [
    ...(size(was.input) === size(is.input) ? [] : [`what goes in is ${size(is.input)}, was ${size(was.input)}.`]),
    ...(size(was.output) === size(is.output)
      ? []
      : [`what must come out is ${size(is.output)}, was ${size(was.output)}.`]),
    ...(was.parameterBudget === budget
      ? []
      : [`it may have ${counted(budget, 'parameter')}, were ${was.parameterBudget}.`]),
    ...solutionChange(was.solution, is.solution),
  ]
}
