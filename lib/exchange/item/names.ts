import { readLabel } from '../../../grader/question/label.ts'
import { escapeMarkdown } from '../markup/escape-markdown.ts'

/** The name with the first number that makes it a new one; it is taken by that. */
export function freshName(name: string, taken: Set<string>, joint = '-'): string {
  let fresh = name
  for (let n = 2; taken.has(fresh); n++) fresh = `${name}${joint}${n}`
  taken.add(fresh)
  return fresh
}

/** What a field may be called; `answer` where the foreign name cannot be kept. */
export function fieldName(text: string, taken: Set<string>): string {
  const plain = /^[A-Z]{4}[A-Z0-9_-]*$/.test(text) ? text.toLowerCase() : text
  const kept = /^[A-Za-z][A-Za-z0-9]*(?:_[A-Za-z0-9]+)*$/.test(plain) && plain.length <= 30
  return freshName(kept ? plain : 'answer', taken, '_')
}

/** What students read above a field, as a question file says it; a name that nobody gave it says nothing to them. */
export function labelOf({ name, label }: { name: string; label: string | null }): string | null {
  if (label === null) return /^answer(?:_\d+)?$/.test(name) ? 'Answer' : null
  const { labelMarkdown, problems } = readLabel(label)
  return labelMarkdown === undefined && problems.length === 0 ? label : escapeMarkdown(label)
}
