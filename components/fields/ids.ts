/** The key under which a field's answer is saved. */
export function answerKey(slug: string, field: string): string {
  return `${slug}.${field}`
}

/** The key of the flag a student puts on a question. */
export function flagKey(slug: string): string {
  return `${slug}#flag`
}

/** The element id of a field's first control: links and the list of empty fields lead there. */
export function answerId(slug: string, field: string): string {
  return `answer-${slug}.${field}`
}

/** The element id of a question's section. */
export function questionId(slug: string): string {
  return `question-${slug}`
}
