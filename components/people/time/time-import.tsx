'use client'
import { useRouter } from 'next/navigation'
import { useEffect, useState } from 'react'
import { useMessages } from '../../messages/provider.tsx'
import { primary, secondary } from '../../site/buttons.ts'
import { sendJson } from '../../staff/send-json.ts'
import { ChooseFile } from '../import/choose-file.tsx'
import { ColumnTable } from '../import/column-table.tsx'
import { type Meanings, meaningsOf, rowsOf, type Table, timeKinds } from '../import/table.ts'
import { TimePreview, type TimeStep } from './time-preview.tsx'

interface Looked {
  rows: TimeStep[] | null
  problem: string | null
}

const set = ['percent', 'extraMinutes', 'room', 'reason'] as const

/** Times from a file, for a course or for one exam: read, put right, looked at, set. */
export function TimeImport({ courseId, examId }: { courseId: string; examId: string | null }) {
  const { t } = useMessages()
  const router = useRouter()
  const [table, setTable] = useState<Table | null>(null)
  const [meanings, setMeanings] = useState<Meanings>([])
  const [busy, setBusy] = useState(false)
  const [message, setMessage] = useState<{ ok: boolean; text: string } | null>(null)
  const { rows, problem } = useTimes(courseId, examId, table, meanings)
  const kinds = timeKinds.filter((kind) => examId !== null || kind !== 'room')
  const changes = (rows ?? []).flatMap((row) => (row.does === 'set' ? [row] : []))

  function begin(read: Table | null) {
    setMessage(null)
    setTable(read)
    setMeanings(read ? meaningsOf(read, kinds) : [])
  }
  async function run() {
    setBusy(true)
    const students = changes.map(({ personId, after: { room, ...after } }) => ({
      personId,
      ...after,
      ...(examId === null ? {} : { room }),
    }))
    const path = examId === null ? `/api/staff/v1/courses/${courseId}` : `/api/staff/v1/exams/${examId}`
    const sent = await sendJson(`${path}/accommodations`, { students })
    setBusy(false)
    if (!sent.ok) return setMessage({ ok: false, text: sent.message ?? t('staff.unreachable') })
    begin(null)
    setMessage({ ok: true, text: t('people.timesSet', { n: students.length }) })
    router.refresh()
  }
  const said = (
    <p role="status" className={`interface mt-3 ${message?.ok === false ? 'text-wrong' : 'text-soft'}`}>
      {message?.text}
    </p>
  )
  if (!table)
    return (
      <>
        <p className="interface mb-4 max-w-measure text-soft">{t('people.timeFileLead')}</p>
        <ChooseFile courseId={courseId} onTable={begin} />
        {said}
      </>
    )
  return (
    <>
      <ColumnTable table={table} kinds={kinds} meanings={meanings} onMeanings={setMeanings} />
      <p role="status" className={`interface my-4 ${problem ? 'text-wrong' : 'text-soft'}`}>
        {named(meanings) ? (problem ?? (rows ? null : t('people.looking'))) : t('people.noWho')}
      </p>
      {rows ? <TimePreview rows={rows} /> : null}
      <p className="interface mt-6 flex flex-wrap items-center gap-3">
        <button type="button" className={primary} disabled={busy || changes.length === 0} onClick={() => void run()}>
          {t('people.setTimes', { n: changes.length })}
        </button>
        <button type="button" className={secondary} onClick={() => begin(null)}>
          {t('people.cancel')}
        </button>
      </p>
      {said}
    </>
  )
}

const named = (meanings: Meanings) => meanings.includes('email') || meanings.includes('number')

/** What the server says of a list of times, asked anew whenever its columns mean something else. */
function useTimes(courseId: string, examId: string | null, table: Table | null, meanings: Meanings): Looked {
  const { t } = useMessages()
  const [looked, setLooked] = useState<Looked>({ rows: null, problem: null })
  const unreachable = t('staff.unreachable')
  useEffect(() => {
    setLooked({ rows: null, problem: null })
    if (!table || !named(meanings)) return
    let over = false
    const body = { examId, rows: rowsOf(table, meanings, set) }
    void sendJson(`/api/staff/v1/courses/${courseId}/accommodations/preview`, body).then((sent) => {
      if (over) return
      if (sent.ok) setLooked({ rows: (sent.body as { rows: TimeStep[] }).rows, problem: null })
      else setLooked({ rows: null, problem: sent.message ?? unreachable })
    })
    return () => {
      over = true
    }
  }, [courseId, examId, table, meanings, unreachable])
  return looked
}
