import type { Expression } from '../language/ast.ts'
import type { Figure, Place } from './definition.ts'
import { readsOf } from './dependencies.ts'
import { suggestion } from './nearest.ts'
import { type Placement, placementsIn } from './placement.ts'
import type { QuestionDraft } from './question-draft.ts'
import type { Reader } from './reader.ts'
import { mostPrinted, type Template, templatesIn } from './template.ts'

/** Quotes and lists that begin in one line, each within the one before. */
const nested = /^(?:[ \t]*(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t]))){32}/m

/** A `{{…}}` of the file: where it stands and what it reads. */
export interface PlacedTemplate extends Place {
  name: string
  expression: Expression
}

/**
 * Checks what is placed and printed: every field once in the body, every figure once in the body or an option, and no
 * step printed in the body that the student is asked for. Returns all templates, for the check of names and shapes.
 * `named`: what the front matter names, also where that is wrong itself and was told so.
 */
export function checkBody(
  reader: Reader,
  draft: QuestionDraft,
  named: Record<Placement['kind'], string[]>,
  body: string,
  start: number,
): PlacedTemplate[] {
  if (body.trim() === '')
    reader.problem(start, 'The body is empty: after the front matter comes what the student sees.')
  const deep = nested.exec(body)
  if (deep) reader.problem(start + deep.index, 'This is nested too deeply.')
  const placements = placementsIn(body)
  checkPlacements(
    reader,
    placements.filter(({ kind }) => kind === 'answer'),
    draft.answers,
    named.answer,
    start,
    'answer',
  )
  checkFigures(reader, draft, named.figure, placements, start)
  const asked = new Set(draft.answers.flatMap((field) => askedSteps(field, draft)))
  const templates = templatesOf(reader, body, null, start)
  for (const template of templates) refuseAsked(reader, template.expression, asked, template)
  for (const figure of draft.figures) {
    if (!placements.some(({ kind, name }) => kind === 'figure' && name === figure.name)) continue
    for (const expression of figureExpressions(figure)) refuseAsked(reader, expression, asked, figure)
  }
  return [...templates, ...hiddenTexts(draft).flatMap(({ text, place }) => templatesOf(reader, text, place, 0))]
}

/** What must not be printed: the step that a field is judged by, or that is its example. */
function askedSteps(field: QuestionDraft['answers'][number], { reference }: QuestionDraft): string[] {
  if (field.kind === 'property') {
    const { example } = field
    return reference.flatMap(({ name }) => (example.kind === 'name' && example.name === name ? [name] : []))
  }
  return field.kind === 'judged' ? [field.step] : []
}

function refuseAsked(reader: Reader, expression: Expression, asked: ReadonlySet<string>, at: PlacedTemplate | Figure) {
  const [step] = readsOf(expression, asked)
  if (step !== undefined) {
    reader.problem(
      at,
      `This prints the step “${step}”, which the student is asked for. Print parameters or other steps.`,
    )
  }
}

function checkFigures(
  reader: Reader,
  draft: QuestionDraft,
  names: string[],
  placements: Placement[],
  start: number,
): void {
  const inOptions = draft.answers.flatMap((field) =>
    field.kind === 'choice'
      ? [...field.right, ...field.others].flatMap((option) =>
          placementsIn(option.markdown).map((placement) => ({ ...placement, start: reader.offsetOf(option) - start })),
        )
      : [],
  )
  for (const { kind, start: at } of inOptions) {
    if (kind === 'answer') reader.problem(start + at, 'A field cannot stand inside an option.')
  }
  const figures = [...placements, ...inOptions].filter(({ kind }) => kind === 'figure')
  checkPlacements(reader, figures, draft.figures, names, start, 'figure')
}

function checkPlacements(
  reader: Reader,
  placements: readonly Placement[],
  declared: readonly { name: string; line: number; column: number }[],
  names: string[],
  start: number,
  kind: Placement['kind'],
): void {
  for (const [k, placement] of placements.entries()) {
    const form = `:${kind}[${placement.name}]`
    if (!names.includes(placement.name)) {
      const near = suggestion(placement.name, names)
      const allowed = names.length > 0 ? ` Declared are ${names.join(', ')}.` : ' None is declared.'
      reader.problem(start + placement.start, `${form}: there is no such ${kind}.${near}${allowed}`)
    } else if (placements.findIndex(({ name }) => name === placement.name) < k) {
      reader.problem(start + placement.start, `${form} stands here a second time; each ${kind} has one place.`)
    }
  }
  for (const one of declared) {
    if (placements.some(({ name }) => name === one.name)) continue
    reader.problem(one, `The ${kind} “${one.name}” is not placed: put :${kind}[${one.name}] into the body.`)
  }
}

/** Parses the templates of a text that starts at a file offset, or that stands somewhere at a place. */
function templatesOf(reader: Reader, text: string, place: Place | null, start: number): PlacedTemplate[] {
  const templates = templatesIn(text)
  const offsetOf = (template: Template) => (place ? reader.offsetOf(place) : start + template.start)
  const beyond = templates[mostPrinted]
  if (beyond) reader.problem(offsetOf(beyond), `A text prints at most ${mostPrinted} values.`)
  return templates.slice(0, mostPrinted).flatMap((template) => {
    const offset = offsetOf(template)
    if (!template.closed) {
      reader.problem(offset, 'This {{ is not closed: write {{expression}} (or { { for braces of LaTeX).')
      return []
    }
    const inside = start + template.inside
    const spans = Array.from({ length: template.source.length + 1 }, (_, k) => (place ? offset : inside + k))
    const read = reader.parse(template.source, `{{${template.source}}}`, spans, reader.placeOf(offset))
    return read ? [{ name: `{{${template.source}}}`, expression: read.expression, ...reader.placeOf(offset) }] : []
  })
}

/** Texts that are shown with options or after release: they may print every step. */
function hiddenTexts(draft: QuestionDraft): { text: string; place: Place }[] {
  const fields = draft.answers.flatMap((field): { text: string; place: Place }[] => {
    if (field.kind === 'choice') {
      return [...field.right, ...field.others].flatMap((option) =>
        [option.markdown, option.says ?? ''].map((text) => ({ text, place: option })),
      )
    }
    if (field.kind === 'order') return [...field.lines, ...field.distractors].map((text) => ({ text, place: field }))
    if (field.kind === 'text' || field.kind === 'upload' || field.kind === 'layers')
      return [{ text: field.solution ?? '', place: field }]
    if (field.kind === 'property') {
      return [...field.holds, ...field.mistakes].map(({ says, ...place }) => ({ text: says, place }))
    }
    if (field.kind === 'formula') return field.mistakes.map(({ says, ...place }) => ({ text: says, place }))
    return []
  })
  const says = draft.alternatives.map(({ says, line, column }) => ({ text: says, place: { line, column } }))
  return [...fields, ...says, ...draft.figures.map((figure) => ({ text: figure.alt, place: figure }))]
}

export function figureExpressions(figure: Figure): Expression[] {
  if (figure.kind === 'image') return []
  if (figure.kind === 'plot') return [figure.from, figure.to, figure.curve]
  return figure.window ? [figure.value, figure.window] : [figure.value]
}
