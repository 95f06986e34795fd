'use client'
import { useId, useState } from 'react'
import { useMessages } from '../../messages/provider.tsx'
import { typed } from '../../paper/typed.ts'
import { When } from '../../staff/when.tsx'
import type { VersionRead } from './review.ts'
import { TextForm } from './text-form.tsx'
import { useSend } from './use-send.ts'

const looks = {
  asked: { icon: '?', colour: 'text-soft' },
  approved: { icon: '✓', colour: 'text-good' },
  changes: { icon: '△', colour: 'text-caution' },
} as const

/** What was asked and said of a version, and what one may say oneself. */
export function ReviewWords({ read, zone }: { read: VersionRead; zone: string }) {
  const { locale, t } = useMessages()
  const { events, byMe, required } = read
  return (
    <div className="interface flex flex-col gap-4">
      {required && <p className="text-soft">{t('versions.ruleSays')}</p>}
      {events.length === 0 ? (
        <p className="text-soft">{t('versions.nobodySaid')}</p>
      ) : (
        <ol className="flex flex-col gap-2">
          {events.map(({ what, by, reviewer, note, at }, k) => (
            <li key={k} className="grid grid-cols-[1.5rem_1fr]">
              <span aria-hidden="true" className={looks[what].colour}>
                {looks[what].icon}
              </span>
              <div>
                <p>
                  <span className={`font-semibold ${looks[what].colour}`}>
                    {reviewer ? t('versions.askedOf', { by, reviewer }) : t('versions.said', { what, by })}
                  </span>{' '}
                  <span className="text-soft">
                    <When iso={at} locale={locale} zone={zone} />
                  </span>
                </p>
                {note && <p className={`whitespace-pre-wrap ${typed}`}>{note}</p>}
              </div>
            </li>
          ))}
        </ol>
      )}
      {byMe ? <Ask read={read} /> : <Decide read={read} />}
    </div>
  )
}

function Ask({ read }: { read: VersionRead }) {
  const { slug, version, reviewers } = read
  const { t } = useMessages()
  const id = useId()
  const { busy, refusal, send } = useSend()
  const [reviewer, setReviewer] = useState('')
  return (
    <TextForm
      label={t('versions.askLabel')}
      button={t('versions.ask')}
      busy={busy}
      refusal={refusal}
      optional
      onSend={(note) =>
        send(`/api/staff/v1/questions/${slug}/reviews`, { version, what: 'asked', note, reviewerId: reviewer || null })
      }
    >
      <label className="flex flex-col gap-1" htmlFor={id}>
        <span className="eyebrow">{t('versions.askWhom')}</span>
        <select
          id={id}
          className="ruled max-w-full"
          value={reviewer}
          onChange={(event) => setReviewer(event.target.value)}
        >
          <option value="">{t('versions.anybody')}</option>
          {reviewers.map((person) => (
            <option key={person.id} value={person.id}>
              {person.name}
            </option>
          ))}
        </select>
      </label>
    </TextForm>
  )
}

function Decide({ read: { slug, version } }: { read: VersionRead }) {
  const { t } = useMessages()
  const id = useId()
  const { busy, refusal, send } = useSend()
  const [what, setWhat] = useState<'approved' | 'changes'>('approved')
  return (
    <TextForm
      label={t('versions.decideLabel')}
      button={t('versions.decide')}
      busy={busy}
      refusal={refusal}
      optional={what === 'approved'}
      onSend={(note) => send(`/api/staff/v1/questions/${slug}/reviews`, { version, what, note })}
    >
      <fieldset className="flex flex-wrap gap-x-6 gap-y-1">
        <legend className="sr-only">{t('versions.decideWhat')}</legend>
        {(['approved', 'changes'] as const).map((word) => (
          <label key={word} className="flex min-h-6 items-center gap-2" htmlFor={`${id}-${word}`}>
            <input
              type="radio"
              id={`${id}-${word}`}
              name={id}
              checked={what === word}
              onChange={() => setWhat(word)}
              className="accent-accent"
            />
            {t('versions.word', { what: word })}
          </label>
        ))}
      </fieldset>
    </TextForm>
  )
}
