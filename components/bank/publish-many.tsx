'use client'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useEffect, useRef, useState } from 'react'
import type { Translate } from '../messages/catalogue.ts'
import { useMessages } from '../messages/provider.tsx'
import { link, primary, secondary } from '../site/buttons.ts'
import { ended, type ManyStage, publishDrafts } from './publish-drafts.ts'

interface Props {
  slugs: readonly string[]
  titles: ReadonlyMap<string, string>
  onClose: () => void
}

type Stages = ReadonlyMap<string, ManyStage>

/** Drafts of several questions on their way to the exams: how far each has come, and how it ended. */
export function PublishMany({ slugs, titles, onClose }: Props) {
  const { t } = useMessages()
  const router = useRouter()
  const [note, setNote] = useState('')
  const [stages, setStages] = useState<Stages>(new Map())
  const [running, setRunning] = useState(false)
  const stop = useRef<AbortController | null>(null)
  useEffect(() => () => stop.current?.abort(), [])
  const done = slugs.filter((slug) => ended(stages.get(slug))).length
  const go = async () => {
    const own = new AbortController()
    stop.current = own
    setRunning(true)
    setStages(new Map(slugs.map((slug) => [slug, { at: 'waiting' }])))
    const onStage = (slug: string, stage: ManyStage) => setStages((now) => new Map([...now, [slug, stage]]))
    await publishDrafts({ slugs, note, signal: own.signal, onStage })
    setRunning(false)
    router.refresh()
  }
  return (
    <section aria-label={t('bank.publishMany')} className="interface border-b border-line px-3 py-4">
      <p className="mb-3 max-w-measure text-soft">{t('bank.publishManyLead', { n: slugs.length })}</p>
      <div className="flex flex-wrap items-end gap-3">
        <label className="flex min-w-0 flex-1 basis-56 flex-col gap-1">
          <span className="eyebrow">{t('bank.publishNote')}</span>
          <input
            className="ruled w-full"
            maxLength={2000}
            value={note}
            disabled={running}
            onChange={(event) => setNote(event.target.value)}
          />
        </label>
        {running ? (
          <button type="button" className={secondary} onClick={() => stop.current?.abort()}>
            {t('bank.publishStop')}
          </button>
        ) : (
          <>
            <button type="button" className={primary} onClick={() => void go()}>
              {t('bank.publishGo', { n: slugs.length })}
            </button>
            <button type="button" className={secondary} onClick={onClose}>
              {t('bank.publishClose')}
            </button>
          </>
        )}
      </div>
      {stages.size > 0 ? (
        <>
          <p className="mt-4 flex flex-wrap items-center gap-3">
            <progress
              className="h-2 w-40 accent-accent"
              aria-label={t('bank.publishMany')}
              value={done}
              max={slugs.length}
            />
            <span role="status" className="text-soft">
              {t('bank.publishDone', { done, n: slugs.length })}
            </span>
          </p>
          <ul className="mt-3">
            {slugs.map((slug) => (
              <li key={slug} className="border-t border-rule py-1.5">
                <Link href={`/staff/questions/${slug}`} prefetch={false} className={`${link} break-words`}>
                  {titles.get(slug) ?? slug}
                </Link>{' '}
                <StageSaid slug={slug} stage={stages.get(slug)} t={t} />
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </section>
  )
}

const good: ManyStage['at'][] = ['published']
const neutral: ManyStage['at'][] = ['idle', 'waiting', 'saving', 'auditing', 'publishing', 'nothing-new', 'stopped']
/** Pages that say more of what went wrong. */
const further: Partial<Record<string, string>> = {
  unreadable: '/edit',
  'figures-missing': '/edit',
  unsound: '#audit',
  'review-missing': '/review',
}

function StageSaid({ slug, stage = { at: 'idle' }, t }: { slug: string; stage?: ManyStage | undefined; t: Translate }) {
  const tone = good.includes(stage.at) ? 'text-good' : neutral.includes(stage.at) ? 'text-soft' : 'text-wrong'
  const more = further[stage.at]
  return (
    <span className={tone}>
      {saidOf(stage, t)}{' '}
      {more ? (
        <Link href={`/staff/questions/${slug}${more}`} prefetch={false} className={link}>
          {t('bank.publishSee')}
        </Link>
      ) : null}
    </span>
  )
}

function saidOf(stage: ManyStage, t: Translate): string {
  if (stage.at === 'auditing' && stage.of > 0) return t('bank.publishAudit', { done: stage.done, of: stage.of })
  if (stage.at === 'failed' && stage.reason) return stage.reason
  if (stage.at === 'audit-broke') return t('bank.publishBroke', { reason: stage.reason })
  const at = stage.at.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())
  return t('bank.publishAt', { at })
}
