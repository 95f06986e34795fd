'use client'
import { useRouter } from 'next/navigation'
import { useEffect, useId, useRef, useState } from 'react'
import { useMessages } from '../messages/provider.tsx'
import { primary, secondary } from '../site/buttons.ts'
import { keepVersion, publishKept, publishText, type Stage } from './publishing.ts'
import { StageShown } from './stage-shown.tsx'

interface Props {
  slug: string
  rights: { edit: boolean; publish: boolean }
  /** of the draft */
  revision: number
  /** a version that is kept already, to be published as it is */
  version?: string
  /** saves what is typed; its revision, or null where it cannot be saved now */
  flush?: () => Promise<number | null>
}

const underWay: Stage['at'][] = ['saving', 'auditing', 'publishing']

/** From a text to what exams get: kept as a version, audited in full, published. */
export function PublishPanel({ slug, rights, revision, version, flush }: Props) {
  const { t } = useMessages()
  const router = useRouter()
  const id = useId()
  const [note, setNote] = useState('')
  const [stage, setStage] = useState<Stage>({ at: 'idle' })
  const abort = useRef<AbortController | null>(null)
  useEffect(() => () => abort.current?.abort(), [])
  const busy = underWay.includes(stage.at)

  async function go(run: typeof publishText) {
    const own = new AbortController()
    abort.current = own
    const onStage = (next: Stage) => own.signal.aborted || setStage(next)
    const ended = await run({ slug, note, flush: flush ?? (async () => revision), signal: own.signal, onStage })
    if (own.signal.aborted && ended.at !== 'stopped') return
    setStage(ended)
    if (ended.at === 'published' || ended.at === 'kept') router.refresh()
  }

  const publish: typeof publishText = version ? (way) => publishKept(way, version) : publishText
  return (
    <div className="interface flex max-w-measure flex-col gap-3">
      <p className="text-soft">{t(rights.publish ? 'versions.publishLead' : 'versions.versionLead')}</p>
      <label className="flex flex-col gap-1" htmlFor={`${id}-note`}>
        <span className="eyebrow">{t('versions.note')}</span>
        <input
          id={`${id}-note`}
          className="ruled w-full"
          maxLength={2000}
          aria-describedby={`${id}-hint`}
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
      </label>
      <p id={`${id}-hint`} className="eyebrow">
        {t('versions.noteHint')}
      </p>
      <div className="flex flex-wrap items-center gap-3">
        {rights.publish && (
          <button type="button" className={primary} disabled={busy} onClick={() => void go(publish)}>
            {t('versions.publish')}
          </button>
        )}
        {!version && (
          <button
            type="button"
            className={rights.publish ? secondary : primary}
            disabled={busy}
            onClick={() => void go(keepVersion)}
          >
            {t('versions.saveVersion')}
          </button>
        )}
        {stage.at === 'auditing' && (
          <button type="button" className={secondary} onClick={() => abort.current?.abort()}>
            {t('versions.stop')}
          </button>
        )}
      </div>
      <StageShown slug={slug} stage={stage} />
    </div>
  )
}
