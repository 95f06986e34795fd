import type { PaperQuestion } from '../../grader/answers/paper.ts'
import { fullnessOf } from '../fields/fullness.ts'
import { answerId, answerKey } from '../fields/ids.ts'
import { readAnswer } from '../fields/reading.ts'
import type { Saved } from './engine/protocol.ts'

/** A field worth another look before handing in. */
export interface Gap {
  key: string
  href: string
  number: number
  title: string
  label: string
  why: 'empty' | 'partly' | 'unread'
}

/** Every field that is empty, partly filled in, or cannot be read, in the order of the exam. */
export function gapsOf(questions: readonly PaperQuestion[], read: (key: string) => Saved): Gap[] {
  return questions.flatMap(({ slug, title, fields }, index) =>
    fields.flatMap((field): Gap[] => {
      const key = answerKey(slug, field.name)
      const saved = read(key)
      const value = saved?.kind === 'flag' ? null : saved
      const fullness = fullnessOf(field, value)
      const reading = value && fullness !== 'empty' ? readAnswer(field, value) : null
      const unread = reading !== null && reading.state !== 'read'
      if (fullness === 'full' && !unread) return []
      const why = unread ? 'unread' : fullness === 'empty' ? 'empty' : 'partly'
      return [{ key, href: `#${answerId(slug, field.name)}`, number: index + 1, title, label: field.label, why }]
    }),
  )
}
