'use client'
import { useRef, useState } from 'react'
import { useMessages } from '../messages/provider.tsx'
import { primary, quiet, secondary } from '../site/buttons.ts'
import { useReady } from '../site/use-ready.ts'
import { type Choices, chosenForAll, isClash, isTaken, sentChoices, type Way } from './import-choice.ts'
import { ImportList } from './import-list.tsx'
import { goneOn, type ImportedFile, sendArchive } from './import-report.ts'
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
  const [choices, setChoices] = useState<Choices>(new Map())
  const [busy, setBusy] = useState(false)
  const [said, setSaid] = useState<{ ok: boolean; text: string } | null>(null)
  const box = useRef<HTMLDivElement>(null)

  /** `known`: what a round before this one is known to have written */
  const send = async (
    blob: Blob,
    chosen: object[],
    look: object,
    known: readonly ImportedFile[],
    done: (files: ImportedFile[]) => string,
  ) => {
    setBusy(true)
    setSaid(null)
    const answer = await sendArchive(blob, chosen, { course, ...look })
    setBusy(false)
    if (!answer.ok) return setSaid({ ok: false, text: answer.message ?? t('bankFiles.failed') })
    const { stopped } = answer
    setFiles(goneOn(known, answer.files))
    const rest = stopped === null ? '' : ` ${t('bankFiles.stopped', { why: stopped })}`
    setSaid({ ok: stopped === null, text: `${done(answer.files)}${rest}` })
  }
  const choose = async (list: FileList | null) => {
    if (!list || list.length === 0) return
    setFiles(null)
    const blob = await archiveOf([...list])
    setArchive(blob)
    setChoices(new Map())
    await send(blob, [], { look: '1' }, [], (found) => t('bankFiles.lookedAt', { n: found.length }))
    box.current?.focus()
  }
  const take = () => {
    if (archive && files)
      void send(archive, sentChoices(files, choices), {}, files, (found) =>
        t('bankFiles.taken', { n: found.filter(({ done }) => done).length }),
      )
  }
  const taken = (files ?? []).filter((file) => isTaken(file, choices))
  const clashes = (files ?? []).filter(isClash)
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
          {clashes.length > 1 ? (
            <SettleAll
              clashes={clashes.length}
              disabled={busy}
              onSettle={(way) => setChoices(chosenForAll(files, way, choices))}
            />
          ) : null}
          <ImportList
            files={files}
            choices={choices}
            disabled={busy}
            onChoose={(path, choice) => setChoices(new Map([...choices, [path, choice]]))}
          />
          {taken.length > 0 ? (
            <button type="button" className={`${primary} mt-5`} disabled={busy} onClick={take}>
              {t('bankFiles.take', { n: taken.length })}
            </button>
          ) : null}
        </div>
      ) : null}
    </div>
  )
}

const settled: Way[] = ['skip', 'draft', 'rename']

/** One way for all that clash with what is here. */
function SettleAll(props: { clashes: number; disabled: boolean; onSettle: (way: Way) => void }) {
  const { t } = useMessages()
  return (
    <p className="mb-3 flex flex-wrap items-center gap-2">
      <span>{t('bankFiles.clashes', { n: props.clashes })}</span>
      {settled.map((way) => (
        <button key={way} type="button" className={quiet} disabled={props.disabled} onClick={() => props.onSettle(way)}>
          {t('bankFiles.settleAll', { way })}
        </button>
      ))}
    </p>
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
