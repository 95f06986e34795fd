'use client'
import { type ClipboardEvent, type DragEvent, lazy, Suspense, useCallback, useEffect, useRef, useState } from 'react'
import { type Page, pageKey } from '../../../grader/answers/pages.ts'
import { patient } from '../../fields/patient.ts'
import { useMessages } from '../../messages/provider.tsx'
import { quiet, secondary } from '../../site/buttons.ts'
import type { SaveEngine } from '../../sitting/engine/save-engine.ts'
import { accepted, chosen } from '../files/chosen.ts'
import { FileButton } from '../files/file-button.tsx'
import { FilesOnWay } from '../files/files-on-way.tsx'
import { sendFile } from '../files/send-file.ts'
import { useFiles } from '../files/use-files.ts'
import { PageList } from './page-list.tsx'
import { usePageRules } from './page-rules.ts'
import { usePages } from './use-pages.ts'

const CameraCode = lazy(patient(() => import('../camera/camera-code.tsx')))
const PageDialog = lazy(patient(() => import('./page-dialog.tsx')))

interface Props {
  engine: SaveEngine
  attemptId: string
  /** `slug.name` */
  field: string
  label: string
  locked: boolean
}

/** Pages on an answer: chosen, dropped, pasted, photographed here or with a telephone. */
export default function PagesOnField({ engine, attemptId, field, label, locked }: Props) {
  const { t } = useMessages()
  const rules = usePageRules(attemptId)
  const pages = usePages(engine, field)
  const [camera, setCamera] = useState(false)
  const [looking, setLooking] = useState<number | null>(null)
  const [taken, setTaken] = useState<{ page: Page; at: number } | null>(null)
  const [said, setSaid] = useState('')
  const [late, setLate] = useState(false)
  const [over, setOver] = useState(false)
  const region = useRef<HTMLElement>(null)

  const base = `/api/exam/v1/attempts/${encodeURIComponent(attemptId)}/fields/${encodeURIComponent(field)}/pages`
  const send = useCallback(
    (page: string, blob: Blob, onShare: (share: number) => void) => sendFile(`${base}/${page}`, blob, onShare),
    [base],
  )
  const look = useCallback(() => void engine.refresh(), [engine])
  const arrived = useCallback(
    (outcome: 'kept' | 'accepted' | 'late') => {
      setLate(outcome === 'late')
      look()
    },
    [look],
  )
  const files = useFiles(`${attemptId} ${field}`, send, arrived)
  const { queue } = files
  const add = useCallback(
    (given: { name: string; blob: Blob }[]) => {
      if (given.length > 0) void queue.add(given)
    },
    [queue],
  )

  // what is pasted into the text beside the pages is for the pages, where it is a picture
  useEffect(() => {
    const answer = region.current?.closest('[data-answer]')
    if (!answer || locked) return
    const pasted = (event: Event) => {
      const given = chosen((event as unknown as ClipboardEvent).clipboardData?.files)
      if (given.length > 0) event.preventDefault()
      add(given)
    }
    answer.addEventListener('paste', pasted)
    return () => answer.removeEventListener('paste', pasted)
  }, [add, locked])
  const count = pages.length
  const before = useRef(count)
  useEffect(() => {
    if (count > before.current) setSaid(t('upload.arrived', { n: count }))
    before.current = count
  }, [count, t])

  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    if (!locked) add(chosen(event.dataTransfer.files))
  }
  const putBack = () => {
    if (!taken) return
    engine.edit(pageKey(field, taken.page.page), taken.page)
    engine.flush()
    setTaken(null)
  }
  const megabytes = Math.floor(rules.bytes / 1_000_000)
  return (
    <section
      ref={region}
      aria-label={t('upload.pages', { label })}
      className={`interface mt-3 border border-dashed p-3 ${over ? 'border-accent bg-wash' : 'border-line'}`}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <div className="flex flex-wrap gap-2">
        <span className="hidden pointer-coarse:contents">
          <FileButton className={secondary} accept="image/*" camera disabled={locked} onFiles={add}>
            {t('upload.take')}
          </FileButton>
        </span>
        <FileButton className={secondary} accept={accepted} disabled={locked} onFiles={add}>
          {t('upload.choose')}
        </FileButton>
        {rules.phone && (
          <button
            type="button"
            className={secondary}
            aria-expanded={camera}
            disabled={locked}
            onClick={() => setCamera(!camera)}
          >
            {t('upload.phone')}
          </button>
        )}
      </div>
      <p className="mt-2 text-fine text-soft">{t('upload.hint', { megabytes, pages: rules.pages })}</p>
      {camera && !locked && (
        <Suspense fallback={<div className="min-h-56" />}>
          <CameraCode attemptId={attemptId} field={field} look={look} onClose={() => setCamera(false)} />
        </Suspense>
      )}
      <FilesOnWay {...files} />
      {late && <p className="mt-2 text-fine text-caution">{t('upload.late')}</p>}
      {pages.length > 0 && (
        <PageList
          engine={engine}
          attemptId={attemptId}
          field={field}
          pages={pages}
          locked={locked}
          onOpen={setLooking}
          onRemoved={(page, at) => setTaken({ page, at })}
          onMoved={(n) => setSaid(t('upload.moved', { n }))}
        />
      )}
      <p role="status" className="mt-2 text-fine text-soft empty:hidden">
        {taken ? (
          <span className="flex flex-wrap items-center gap-2">
            {t('upload.removed', { n: taken.at + 1 })}
            <button type="button" className={quiet} disabled={locked} onClick={putBack}>
              {t('upload.putBack')}
            </button>
          </span>
        ) : (
          said
        )}
      </p>
      {looking !== null && pages.length > 0 && (
        <Suspense fallback={null}>
          <PageDialog attemptId={attemptId} pages={pages} first={looking} onClose={() => setLooking(null)} />
        </Suspense>
      )}
    </section>
  )
}
