'use client'
import { useEffect, useState } from 'react'
import { useMessages } from '../../messages/provider.tsx'
import { secondary } from '../../site/buttons.ts'
import { sendJson } from '../../staff/send-json.ts'
import { StaffSection } from '../../staff/staff-heading.tsx'
import { ChooseFile } from './choose-file.tsx'
import { ColumnTable } from './column-table.tsx'
import { Imported } from './imported.tsx'
import type { Preview } from './preview.ts'
import { type Done, Previewed } from './previewed.tsx'
import { type Meanings, meaningsOf, peopleKinds, rowsOf, type Table } from './table.ts'

interface Looked {
  preview: Preview | null
  problem: string | null
}

/** From a file to a course: read, put right, looked at, done. */
export function ImportList({ courseId }: { courseId: string }) {
  const { t } = useMessages()
  const [table, setTable] = useState<Table | null>(null)
  const [meanings, setMeanings] = useState<Meanings>([])
  const [done, setDone] = useState<Done | null>(null)
  const [round, setRound] = useState(0)
  const { preview, problem } = useLook(courseId, table, meanings, round)

  function begin(read: Table | null) {
    setDone(null)
    setTable(read)
    setMeanings(read ? meaningsOf(read, peopleKinds) : [])
  }
  if (done) return <Imported courseId={courseId} done={done} onAgain={() => begin(null)} />
  if (!table) return <ChooseFile courseId={courseId} onTable={begin} />
  return (
    <>
      <p>
        <button type="button" className={secondary} onClick={() => begin(null)}>
          {t('people.importAnother')}
        </button>
      </p>
      <StaffSection title={t('people.columns')}>
        <ColumnTable table={table} kinds={peopleKinds} meanings={meanings} onMeanings={setMeanings} />
      </StaffSection>
      <StaffSection title={t('people.whatWould')}>
        {meanings.includes('email') ? (
          <p role="status" className={`interface ${problem ? 'text-wrong' : 'text-soft'}`}>
            {problem ?? (preview ? null : t('people.looking'))}
          </p>
        ) : (
          <p role="status" className="interface text-caution">
            {t('people.noEmail')}
          </p>
        )}
        {preview ? (
          <Previewed
            key={preview.mark}
            preview={preview}
            courseId={courseId}
            rows={peopleRows(table, meanings)}
            onDone={setDone}
            onStale={() => setRound(round + 1)}
          />
        ) : null}
      </StaffSection>
    </>
  )
}

const peopleRows = (table: Table, meanings: Meanings) => rowsOf(table, meanings, ['group'])

/** What the server says of a list, asked anew whenever its columns mean something else. */
function useLook(courseId: string, table: Table | null, meanings: Meanings, round: number): Looked {
  const { t } = useMessages()
  const [looked, setLooked] = useState<Looked>({ preview: null, problem: null })
  const unreachable = t('staff.unreachable')
  // biome-ignore lint/correctness/useExhaustiveDependencies: another round asks the same again
  useEffect(() => {
    setLooked({ preview: null, problem: null })
    if (!table || !meanings.includes('email')) return
    let over = false
    void sendJson(`/api/staff/v1/courses/${courseId}/roster/preview`, { rows: peopleRows(table, meanings) }).then(
      (sent) => {
        if (over) return
        if (sent.ok) setLooked({ preview: sent.body as Preview, problem: null })
        else setLooked({ preview: null, problem: sent.message ?? unreachable })
      },
    )
    return () => {
      over = true
    }
  }, [courseId, table, meanings, round, unreachable])
  return looked
}
