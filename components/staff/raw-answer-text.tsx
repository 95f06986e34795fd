import type { RawAnswer } from '../../grader/answers/raw-answer.ts'
import type { Translate } from '../messages/catalogue.ts'
import { typed } from '../paper/typed.ts'

/** What a student typed, as text, nothing read into it. */
export function RawAnswerText({ answer, t }: { answer: RawAnswer | null; t: Translate }) {
  if (answer?.kind === 'upload') {
    const address = `/api/staff/v1/pages/${answer.page}/0`
    return (
      <a href={address} target="_blank" rel="noreferrer" className="inline-block border border-line bg-sheet">
        {/* biome-ignore lint/performance/noImgElement: small already, and for staff alone */}
        <img src={`${address}?size=small`} alt={t('staff.photographedPage')} loading="lazy" className="max-h-40" />
      </a>
    )
  }
  const text = answer ? rawAnswerText(answer) : ''
  if (text.trim() === '') return <p className="text-soft">{t('staff.emptyAnswer')}</p>
  return <pre className={`font-mono text-ui whitespace-pre-wrap ${typed}`}>{text}</pre>
}

/** One line a row of a tensor or of a layer table. */
export function rawAnswerText(answer: RawAnswer): string {
  switch (answer.kind) {
    case 'number':
    case 'shape':
      return answer.text
    case 'formula':
      return answer.source
    case 'text':
      return answer.markdown
    case 'choice':
      return answer.chosen.join(', ')
    case 'order':
      return answer.lines.join(', ')
    case 'upload':
      return `SHA-256 ${answer.sha256}`
    case 'layers':
      return answer.rows
        .map((row) => [row.layer, row.units, row.kernel, row.stride, row.padding, row.activation].join('  '))
        .join('\n')
    case 'tensor': {
      const columns = Math.max(1, answer.shape.at(-1) ?? 1)
      const rows = Array.from({ length: Math.ceil(answer.cells.length / columns) }, (_, i) =>
        answer.cells.slice(i * columns, (i + 1) * columns).join('  '),
      )
      return rows.join('\n')
    }
  }
}
