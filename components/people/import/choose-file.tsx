'use client'
import { type FormEvent, useId, useState } from 'react'
import { useMessages } from '../../messages/provider.tsx'
import { secondary } from '../../site/buttons.ts'
import { FileField } from '../../site/file-field.tsx'
import { readFile } from './read-file.ts'
import type { Table } from './table.ts'

/** A list from a file, or pasted from a spreadsheet, which is a file without a name. */
export function ChooseFile(props: { courseId: string; onTable: (table: Table) => void }) {
  const { t } = useMessages()
  const id = useId()
  const [state, setState] = useState<'idle' | 'reading'>('idle')
  const [problem, setProblem] = useState<string | null>(null)

  async function read(bytes: Blob) {
    setState('reading')
    setProblem(null)
    const answer = await readFile(props.courseId, bytes)
    setState('idle')
    if (answer.ok) props.onTable(answer.table)
    else setProblem(answer.message ?? t('staff.unreachable'))
  }
  function paste(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    void read(new Blob([String(new FormData(event.currentTarget).get('rows'))]))
  }
  return (
    <div className="interface flex flex-col gap-6">
      <FileField
        id={`${id}-file`}
        title={t('people.chooseFile')}
        accept=".csv,.txt,.tsv,.xlsx"
        disabled={state === 'reading'}
        onFile={read}
      />
      <form onSubmit={paste} className="flex flex-col items-start gap-2">
        <label htmlFor={`${id}-rows`} className="eyebrow">
          {t('people.orPaste')}
        </label>
        <textarea
          id={`${id}-rows`}
          name="rows"
          rows={4}
          required
          className="ruled w-full max-w-2xl font-mono text-fine"
        />
        <button type="submit" className={secondary} disabled={state === 'reading'}>
          {t('people.readPasted')}
        </button>
      </form>
      <p role="status" className={problem === null ? 'text-soft' : 'text-wrong'}>
        {state === 'reading' ? t('people.reading') : problem}
      </p>
    </div>
  )
}
