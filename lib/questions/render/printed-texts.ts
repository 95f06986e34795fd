import type { QuestionDefinition } from '../../../grader/question/definition.ts'
import { printedIn, type TemplateSource } from './template.ts'

/** Every Markdown text of a question that is printed for a variant, solutions included. */
function printedTexts(definition: QuestionDefinition): string[] {
  const texts = [definition.body, ...definition.figures.map((figure) => figure.alt)]
  for (const field of definition.answers) {
    if (field.kind === 'choice') texts.push(...[...field.right, ...field.others].map((option) => option.markdown))
    if (field.kind === 'order') texts.push(...field.lines, ...field.distractors)
    if ((field.kind === 'text' || field.kind === 'layers') && field.solution) texts.push(field.solution)
  }
  return texts
}

/** The expressions a question prints, once each. */
export function printedExpressions(definition: QuestionDefinition): TemplateSource[] {
  return [...new Set(printedTexts(definition).flatMap(printedIn))]
}
