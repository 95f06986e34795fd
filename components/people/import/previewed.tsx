'use client'
import { useState } from 'react'
import { useMessages } from '../../messages/provider.tsx'
import { primary } from '../../site/buttons.ts'
import { sendJson } from '../../staff/send-json.ts'
import { MissingList } from './missing-list.tsx'
import { countsOf, doings, firstPart, type Part, type Preview } from './preview.ts'
import { PreviewTable } from './preview-table.tsx'

export interface Done {
  enrolled: number
  ahead: number
  changed: number
  removed: number
}

/** What an import would do, part by part, and the button that does it. */
export function Previewed(props: {
  preview: Preview
  courseId: string
  rows: unknown[]
  onDone: (done: Done) => void
  /** the course has changed since: it must be looked at again */
  onStale: () => void
}) {
  const { preview } = props
  const { t } = useMessages()
  const counts = countsOf(preview)
  const [part, setPart] = useState<Part>(firstPart(counts))
  const [off, setOff] = useState<ReadonlySet<string>>(new Set())
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const work = counts.enrol + counts.ahead + counts.change

  async function run() {
    setBusy(true)
    setProblem(null)
    const body = { rows: props.rows, mark: preview.mark, remove: [...off] }
    const sent = await sendJson(`/api/staff/v1/courses/${props.courseId}/roster`, body)
    setBusy(false)
    if (sent.ok) return props.onDone(sent.body as Done)
    if (sent.code === 'changed') props.onStale()
    setProblem(sent.message ?? t('staff.unreachable'))
  }
  return (
    <>
      <fieldset className="interface mb-4 flex flex-wrap gap-2">
        <legend className="sr-only">{t('people.show')}</legend>
        {[...doings, 'missing' as const].map((one) =>
          counts[one] === 0 ? null : (
            <label
              key={one}
              className={`inline-flex min-h-9 items-center gap-2 rounded-xs border px-3 ${
                part === one ? 'border-accent bg-wash' : 'border-line'
              } ${one === 'error' ? 'text-wrong' : ''}`}
            >
              <input type="radio" name="part" checked={part === one} onChange={() => setPart(one)} />
              <span>
                <b>{counts[one]}</b> {t('people.doesCount', { does: one })}
              </span>
            </label>
          ),
        )}
      </fieldset>
      <p className="interface mb-4 max-w-measure text-soft">{t('people.doesHint', { does: part })}</p>
      {part === 'missing' ? (
        <MissingList missing={preview.missing} off={off} onOff={setOff} />
      ) : (
        <PreviewTable key={part} rows={preview.rows.filter(({ does }) => does === part)} />
      )}
      <p className="interface sticky bottom-0 z-20 mt-6 flex flex-wrap items-center gap-4 border-t border-rule bg-paper py-4">
        <button type="button" className={primary} disabled={busy || work + off.size === 0} onClick={() => void run()}>
          {t('people.doImport', { n: work, removed: off.size })}
        </button>
        <span className="text-soft">{t('people.leftOut', { n: counts.error })}</span>
        <span role="status" className="text-wrong">
          {problem}
        </span>
      </p>
    </>
  )
}
