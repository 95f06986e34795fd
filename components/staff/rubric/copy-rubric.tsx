'use client'
import { type ToggleEvent, useEffect, useId, useState } from 'react'
import { useMessages } from '../../messages/provider.tsx'
import { quiet } from '../../site/buttons.ts'
import { type OtherRubric, type RubricLike, rubricPath } from './rubric.ts'

interface Found {
  rubrics: OtherRubric[]
  more: number
}

const pause = 250

/** Rubrics of other parts and exams of the course, searched and copied. */
export function CopyRubric(props: {
  examId: string
  field: string
  onCopy: (other: RubricLike, instead: boolean) => void
}) {
  const { examId, field, onCopy } = props
  const { t } = useMessages()
  const id = useId()
  const [open, setOpen] = useState(false)
  const [asked, setAsked] = useState('')
  const [found, setFound] = useState<Found | 'failed' | null>(null)
  useEffect(() => {
    if (!open) return
    const stop = new AbortController()
    const timer = setTimeout(() => {
      fetchOthers(examId, field, asked, stop.signal).then(setFound, () => {
        if (!stop.signal.aborted) setFound('failed')
      })
    }, pause)
    return () => {
      clearTimeout(timer)
      stop.abort()
    }
  }, [open, asked, examId, field])
  return (
    <details
      className="border-t border-rule pt-4"
      onToggle={(event: ToggleEvent<HTMLDetailsElement>) => setOpen(event.currentTarget.open)}
    >
      <summary className="interface text-accent">{t('rubric.copy')}</summary>
      <div className="interface mt-4 flex flex-col gap-4">
        <label className="flex max-w-md flex-col gap-1" htmlFor={id}>
          <span className="eyebrow">{t('rubric.search')}</span>
          <input
            id={id}
            type="search"
            className="ruled"
            maxLength={200}
            value={asked}
            onChange={(event) => setAsked(event.target.value)}
          />
        </label>
        <div aria-live="polite">
          {found === null ? <p className="text-soft">{t('rubric.fetching')}</p> : null}
          {found === 'failed' ? <p className="text-wrong">{t('rubric.notFetched')}</p> : null}
          {found && found !== 'failed' && found.rubrics.length === 0 ? (
            <p className="text-soft">{t(asked.trim() === '' ? 'rubric.noneThere' : 'rubric.noneFound')}</p>
          ) : null}
        </div>
        {found && found !== 'failed' ? (
          <ul>
            {found.rubrics.map((other) => (
              <Other key={`${other.examId}/${other.field}`} other={other} onCopy={onCopy} />
            ))}
            {found.more > 0 ? <li className="pt-2 text-soft">{t('rubric.moreFound', { n: found.more })}</li> : null}
          </ul>
        ) : null}
      </div>
    </details>
  )
}

function Other({ other, onCopy }: { other: OtherRubric; onCopy: (other: RubricLike, instead: boolean) => void }) {
  const { t } = useMessages()
  const name = `${other.title}: ${other.label}`
  return (
    <li className="flex flex-wrap items-baseline gap-x-4 gap-y-1 border-b border-rule py-2">
      <span className="min-w-0 grow basis-72">
        {name} <span className="text-soft">{t('rubric.otherFacts', { exam: other.exam, points: other.possible })}</span>
        <span className="line-clamp-2 text-fine text-soft">{other.items.map(({ says }) => says).join(' · ')}</span>
      </span>
      <span className="flex gap-2">
        <button
          type="button"
          className={quiet}
          aria-label={t('rubric.insteadOf', { name })}
          onClick={() => onCopy(other, true)}
        >
          {t('rubric.instead')}
        </button>
        <button
          type="button"
          className={quiet}
          aria-label={t('rubric.addOf', { name })}
          onClick={() => onCopy(other, false)}
        >
          {t('rubric.addItems')}
        </button>
      </span>
    </li>
  )
}

async function fetchOthers(examId: string, field: string, asked: string, signal: AbortSignal): Promise<Found> {
  const response = await fetch(`${rubricPath(examId, field)}/others?q=${encodeURIComponent(asked)}`, { signal })
  if (!response.ok) throw new Error(`the rubrics answered ${response.status}`)
  return (await response.json()) as Found
}
