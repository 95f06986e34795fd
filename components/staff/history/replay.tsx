'use client'
import { useEffect, useMemo, useState } from 'react'
import type { RawAnswer } from '../../../grader/answers/raw-answer.ts'
import { useMessages } from '../../messages/provider.tsx'
import { secondary } from '../../site/buttons.ts'
import { RawAnswerText } from '../raw-answer-text.tsx'
import { Marks } from './marks.tsx'
import { outcomes, type Replayed, standing } from './standing.ts'

interface History {
  fields: { field: string; title: string; label: string }[]
  saves: Replayed<RawAnswer | null>[]
}

/** The saves of an attempt, one after the other: what arrived, what became of it, and how everything stood then. */
export function Replay({ attemptId, zone }: { attemptId: string; zone: string }) {
  const { t } = useMessages()
  const [history, setHistory] = useState<History | 'failed' | null>(null)
  useEffect(() => {
    let current = true
    fetch(`/api/staff/v1/attempts/${encodeURIComponent(attemptId)}/history`)
      .then(async (response) => (response.ok ? ((await response.json()) as History) : 'failed'))
      .catch(() => 'failed' as const)
      .then((loaded) => current && setHistory(loaded))
    return () => {
      current = false
    }
  }, [attemptId])
  if (history === null) return <p className="interface text-soft">{t('evidence.loading')}</p>
  if (history === 'failed') return <p className="interface text-wrong">{t('evidence.replayFailed')}</p>
  if (history.saves.length === 0) return <p>{t('evidence.replayNone')}</p>
  return <Player history={history} zone={zone} />
}

function Player({ history: { fields, saves }, zone }: { history: History; zone: string }) {
  const { t, locale } = useMessages()
  const [count, setCount] = useState(saves.length)
  const fates = useMemo(() => outcomes(saves), [saves])
  const values = standing(saves, fates, count)
  const labels = new Map(fields.map(({ field, title, label }) => [field, `${title}: ${label}`]))
  const last = saves[count - 1]
  const fate = fates[count - 1] ?? 'applied'
  const clock = new Intl.DateTimeFormat(locale, {
    dateStyle: 'medium',
    timeStyle: 'medium',
    hourCycle: 'h23',
    timeZone: zone,
  })
  const time = last ? clock.format(new Date(last.at)) : ''
  const nameOf = (field: string) => labels.get(field) ?? field
  const said = last
    ? t('evidence.said', {
        n: count,
        of: saves.length,
        time,
        field: nameOf(last.field),
        outcome: t('evidence.outcome', { outcome: fate }),
      })
    : t('evidence.first')
  return (
    <div>
      <div className="interface flex flex-wrap items-center gap-3">
        <button type="button" className={secondary} disabled={count === 0} onClick={() => setCount(count - 1)}>
          {t('evidence.earlier')}
        </button>
        <button
          type="button"
          className={secondary}
          disabled={count === saves.length}
          onClick={() => setCount(count + 1)}
        >
          {t('evidence.later')}
        </button>
        <span className="tabular-nums text-soft">
          {last ? t('evidence.step', { n: count, of: saves.length }) : t('evidence.first')}
        </span>
      </div>
      <input
        type="range"
        className="mt-4 block h-6 w-full accent-accent"
        min={0}
        max={saves.length}
        value={count}
        aria-label={t('evidence.slider')}
        aria-valuetext={said}
        onChange={(event) => setCount(Number(event.target.value))}
      />
      <Marks fates={fates} />
      {last ? (
        <section className="mt-6 border-l-2 border-accent pl-4" aria-label={t('evidence.arrived')}>
          <p className="interface text-soft">
            <time dateTime={last.at}>{time}</time> · {nameOf(last.field)} ·{' '}
            {t('evidence.device', { epoch: last.epoch })}
            {' · '}
            <strong className={fate === 'applied' ? 'font-normal' : 'text-caution'}>
              {t('evidence.outcome', { outcome: fate })}
            </strong>
          </p>
          <div className="mt-2">
            <RawAnswerText answer={last.value} t={t} />
          </div>
        </section>
      ) : null}
      <h3 className="mt-8 mb-2 font-semibold">{t('evidence.asItStood')}</h3>
      {values.size === 0 ? <p className="text-soft">{t('evidence.empty')}</p> : null}
      <dl className="border-t border-rule">
        {fields
          .filter(({ field }) => values.has(field))
          .map(({ field }) => (
            <div
              key={field}
              className={`grid gap-x-8 gap-y-1 border-b border-rule px-2 py-2 sm:grid-cols-[16rem_minmax(0,1fr)] ${
                last?.field === field && fate === 'applied' ? 'bg-wash' : ''
              }`}
            >
              <dt className="interface text-soft">{nameOf(field)}</dt>
              <dd className="min-w-0">
                <RawAnswerText answer={values.get(field) ?? null} t={t} />
              </dd>
            </div>
          ))}
      </dl>
    </div>
  )
}
