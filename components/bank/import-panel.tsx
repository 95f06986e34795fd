'use client'
import { useRef, useState } from 'react'
import { useMessages } from '../messages/provider.tsx'
import { primary, secondary } from '../site/buttons.ts'
import { useReady } from '../site/use-ready.ts'
import { type ImportedFile, sendArchive } from './import-report.ts'
import { ImportTable } from './import-table.tsx'
import { pack } from './pack.ts'

interface Props {
  courses: readonly { id: string; title: string }[]
  /** may put questions into the house's bank */
  house: boolean
}

/** A zip as it is; anything else is packed into one, with its paths in the folder. */
async function archiveOf(files: readonly File[]): Promise<Blob> {
  const [only] = files
  if (only && files.length === 1 && only.name.toLowerCase().endsWith('.zip')) return only
  const chosen = files.map(async (file) => ({
    path: file.webkitRelativePath || file.name,
    bytes: new Uint8Array(await file.arrayBuffer()),
  }))
  return pack(await Promise.all(chosen))
}

/** Brings question files in: chosen, looked at, then taken. */
export function ImportPanel({ courses, house }: Props) {
  const { t } = useMessages()
  const ready = useReady()
  const [course, setCourse] = useState(courses[0]?.id ?? 'house')
  const [archive, setArchive] = useState<Blob | null>(null)
  const [files, setFiles] = useState<ImportedFile[] | null>(null)
  const [replace, setReplace] = useState<ReadonlySet<string>>(new Set())
  const [busy, setBusy] = useState(false)
  const [said, setSaid] = useState<{ ok: boolean; text: string } | null>(null)
  const box = useRef<HTMLDivElement>(null)

  const send = async (blob: Blob, more: [string, string][], done: (files: ImportedFile[]) => string) => {
    setBusy(true)
    setSaid(null)
    const answer = await sendArchive(blob, new URLSearchParams([['course', course], ...more]))
    setBusy(false)
    if (answer.ok) {
      setFiles(answer.files)
      setSaid({ ok: true, text: done(answer.files) })
    } else setSaid({ ok: false, text: answer.message ?? t('bankFiles.failed') })
  }
  const choose = async (list: FileList | null) => {
    if (!list || list.length === 0) return
    setFiles(null)
    const blob = await archiveOf([...list])
    setArchive(blob)
    setReplace(new Set())
    await send(blob, [['look', '1']], (found) => t('bankFiles.lookedAt', { n: found.length }))
    box.current?.focus()
  }
  const take = () => {
    if (archive)
      void send(
        archive,
        [...replace].map((slug) => ['replace', slug]),
        (found) => t('bankFiles.taken', { n: found.filter(({ done }) => done).length }),
      )
  }
  const waiting = (files ?? []).filter(
    ({ what, name, done }) => !done && (what === 'new' || (what === 'changed' && name !== null && replace.has(name))),
  )
  return (
    <div className="interface">
      <div className="flex flex-wrap items-end gap-x-6 gap-y-4">
        <label className="flex max-w-full flex-col gap-1">
          <span className="eyebrow">{t('bankFiles.whose')}</span>
          <select
            className="ruled max-w-full sm:max-w-72"
            value={course}
            disabled={busy || !ready}
            onChange={(event) => {
              setCourse(event.target.value)
              setFiles(null)
              setSaid(null)
            }}
          >
            {courses.map(({ id, title }) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
            {house ? <option value="house">{t('bankFiles.theHouse')}</option> : null}
          </select>
        </label>
        <FileButton text={t('bankFiles.chooseFiles')} disabled={busy || !ready} onChoose={choose} />
        <FileButton text={t('bankFiles.chooseFolder')} folder disabled={busy || !ready} onChoose={choose} />
      </div>
      <p role="status" className={`mt-4 min-h-6 ${said?.ok === false ? 'text-wrong' : 'text-soft'}`}>
        {busy ? t('bankFiles.busy') : said?.text}
      </p>
      {files && files.length > 0 ? (
        <div ref={box} tabIndex={-1} className="mt-2">
          <ImportTable
            files={files}
            replace={replace}
            onReplace={(slug, on) => {
              const next = new Set(replace)
              if (on) next.add(slug)
              else next.delete(slug)
              setReplace(next)
            }}
          />
          {waiting.length > 0 ? (
            <button type="button" className={`${primary} mt-5`} disabled={busy} onClick={take}>
              {t('bankFiles.take', { n: waiting.length })}
            </button>
          ) : null}
        </div>
      ) : null}
    </div>
  )
}

function FileButton(props: {
  text: string
  folder?: boolean
  disabled: boolean
  onChoose: (files: FileList | null) => void
}) {
  const { text, folder = false, disabled, onChoose } = props
  // React knows no name for it
  const whole = folder ? { webkitdirectory: '' } : {}
  return (
    <label
      className={`${secondary} cursor-pointer focus-within:outline-2 focus-within:outline-accent ${disabled ? 'opacity-60' : ''}`}
    >
      {text}
      <input
        {...whole}
        type="file"
        multiple
        accept={folder ? undefined : '.zip,.md,.png,.jpg'}
        className="sr-only"
        disabled={disabled}
        onChange={(event) => {
          onChoose(event.target.files)
          event.target.value = ''
        }}
      />
    </label>
  )
}
