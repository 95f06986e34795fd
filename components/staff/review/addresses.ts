const encoded = (field: string) => encodeURIComponent(field)

/** Where one answer is reviewed. A field's key holds a dot, so it is encoded. */
export function answerAddress(examId: string, submissionId: string, field: string): string {
  return `/staff/exams/${examId}/review/${submissionId}/${encoded(field)}`
}

/** Where the next answer of a part comes by itself. */
export function nextAddress(examId: string, field: string): string {
  return `/staff/exams/${examId}/review/next/${encoded(field)}`
}

/** All answers of a part. */
export function listAddress(examId: string, field: string, asked: Record<string, string> = {}): string {
  const query = new URLSearchParams(Object.entries(asked).filter(([, value]) => value !== '')).toString()
  return `/staff/exams/${examId}/review/answers/${encoded(field)}${query ? `?${query}` : ''}`
}

/** Where an assistant finds the answers to be scored before a part opens to them. */
export function calibrationAddress(examId: string): string {
  return `/staff/exams/${examId}/agreement`
}
