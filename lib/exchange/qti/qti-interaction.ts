import type { ItemChoice, ItemField } from '../item/item.ts'
import { rubricText } from '../item/rubric-text.ts'
import { escapeMarkup } from '../markup/entities.ts'

type Html = (markdown: string) => string

/** Numbers stand in a line of text, everything else by itself. */
export const isInline = ({ kind }: ItemField) => kind === 'number'

export const optionId = (field: string, k: number) => `${field}_option_${k + 1}`

/** What stands in the body for a field. */
export function interactionOf(field: ItemField, html: Html): string {
  const label = field.label ? ` label="${escapeMarkup(field.label)}"` : ''
  const to = `response-identifier="${field.name}"${label}`
  switch (field.kind) {
    case 'choice':
      return choice(field, to, html)
    case 'order': {
      const lines = [...field.lines, ...field.distractors]
      const options = lines.map(
        (line, k) => `<qti-simple-choice identifier="${optionId(field.name, k)}">${html(line)}</qti-simple-choice>`,
      )
      const some = field.distractors.length > 0 ? ` min-choices="1" max-choices="${lines.length}"` : ''
      return `<qti-order-interaction ${to} shuffle="true"${some}>${options.join('')}</qti-order-interaction>`
    }
    case 'number':
      return `<qti-text-entry-interaction ${to} expected-length="12"/>`
    case 'text':
      return `${rubric(field, html)}<qti-extended-text-interaction ${to}/>`
    case 'upload':
      return `${rubric(field, html)}<qti-upload-interaction ${to}/>`
  }
}

function choice({ name, many, shuffle, options }: ItemChoice, to: string, html: Html): string {
  const choices = options.map(({ text, says }, k) => {
    const id = optionId(name, k)
    const feedback = says
      ? `<qti-feedback-inline outcome-identifier="FEEDBACK_${name}" identifier="${id}" show-hide="show">${html(says)}</qti-feedback-inline>`
      : ''
    return `<qti-simple-choice identifier="${id}">${html(text)}${feedback}</qti-simple-choice>`
  })
  return `<qti-choice-interaction ${to} shuffle="${shuffle}" max-choices="${many ? 0 : 1}">${choices.join('')}</qti-choice-interaction>`
}

/** For those who score: what earns what. */
function rubric(field: ItemField & { kind: 'text' | 'upload' }, html: Html): string {
  const text = rubricText(field)
  return text === ''
    ? ''
    : `<qti-rubric-block view="scorer" use="scoring"><qti-content-body><div>${html(text)}</div></qti-content-body></qti-rubric-block>`
}
