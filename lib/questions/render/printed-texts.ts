import type { QuestionDefinition } from '../../../grader/question/definition.ts'
import { printedIn, type TemplateSource } from './template.ts'

/** Every Markdown text of a question that is printed for a variant, solutions included. */
function printedTexts(definition: QuestionDefinition): string[] {
  const texts = [definition.body, ...definition.figures.map((figure) => figure.alt)]
  for (const field of definition.answers) {
    if (field.kind === 'choice') texts.push(...[...field.right, ...field.others].map((option) => option.markdown))
    if (field.kind === 'order') texts.push(...field.lines, ...field.distractors)
    if ('solution' in field && field.solution) texts.push(field.solution)
  }
  return texts
}

/** What is said of mistakes, conventions and wrong options: shown with a result. */
function saidTexts(definition: QuestionDefinition): string[] {
  const says = definition.alternatives.map((alternative) => alternative.says)
  for (const field of definition.answers) {
    if (field.kind === 'formula') says.push(...field.mistakes.map((mistake) => mistake.says))
    if (field.kind === 'property') says.push(...[...field.holds, ...field.mistakes].map((one) => one.says))
    if (field.kind === 'choice') says.push(...[...field.right, ...field.others].map((option) => option.says ?? ''))
  }
  return says
}

/** The expressions a question prints, once each. */
export function printedExpressions(definition: QuestionDefinition): TemplateSource[] {
  return [...new Set([...printedTexts(definition), ...saidTexts(definition)].flatMap(printedIn))]
}

/** Those that are printed in what is said of mistakes: kept with a variant's key, for a result is written later. */
export function saidExpressions(definition: QuestionDefinition): TemplateSource[] {
  return [...new Set(saidTexts(definition).flatMap(printedIn))]
}
