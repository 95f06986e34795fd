'use client'
import Link from 'next/link'
import { useState } from 'react'
import type { BankCard } from '../bank/card.ts'
import { useMessages } from '../messages/provider.tsx'
import { link } from '../site/buttons.ts'
import { printTime } from '../site/times.ts'
import { SendButton } from '../staff/send-button.tsx'
import { StaffSection } from '../staff/staff-heading.tsx'
import { type Access, AccessLine } from './access-line.tsx'
import { MoreActions } from './more-actions.tsx'
import { type KnownQuestion, newSection, type Plan } from './plan.ts'
import { QuestionsFields } from './questions-fields.tsx'
import { ReleaseFields } from './release-fields.tsx'
import { RulesFields } from './rules-fields.tsx'
import { SaveLine } from './save-line.tsx'
import { TimeFields } from './time-fields.tsx'
import { usePlan } from './use-plan.ts'
import { WordsFields } from './words-fields.tsx'

export interface Built {
  examId: string
  courseId: string
  plan: Omit<Plan, 'sections'> & { sections: Omit<Plan['sections'][number], 'key'>[] }
  revision: number
  state: string
  attempts: number
  /** it is a trial */
  trial: boolean
  open: 'all' | 'words' | 'nothing'
  mayChange: boolean
  questions: KnownQuestion[]
  access: Access
  changed: { by: string; at: string } | null
}

/** The whole of an exam on one page, saved as it is changed. */
export function ExamBuilder({ built, zones, zone }: { built: Built; zones: readonly string[]; zone: string }) {
  const { t, locale } = useMessages()
  const start = { ...built.plan, sections: built.plan.sections.map((one, k) => ({ ...newSection(String(k)), ...one })) }
  const { plan, change, state, saver } = usePlan(built.examId, built.revision, start)
  const [known, setKnown] = useState(() => new Map(built.questions.map((question) => [question.slug, question])))
  const { examId, open, mayChange } = built
  const all = open === 'all' && mayChange
  const learn = ({ slug, title, points }: BankCard) =>
    setKnown((before) => new Map(before).set(slug, { slug, title, points, problem: null }))
  return (
    <div className="interface">
      {mayChange && open !== 'nothing' ? <SaveLine state={state} saver={saver} zone={plan.zone} /> : null}
      <Locks built={built} />
      <fieldset disabled={!mayChange || open === 'nothing'} className="min-w-0">
        <StaffSection title={t('builder.about')}>
          <WordsFields examId={examId} plan={plan} wordsOnly={!all} onChange={change} />
        </StaffSection>
        <StaffSection title={t('builder.questions')}>
          <QuestionsFields
            courseId={built.courseId}
            plan={plan}
            known={known}
            mayChange={all}
            onKnown={learn}
            onChange={(sections) => change({ sections })}
          />
        </StaffSection>
        <StaffSection title={t('builder.time')}>
          <fieldset disabled={!all} className="min-w-0">
            <TimeFields plan={plan} zones={zones} onChange={change} />
          </fieldset>
          {open === 'words' ? (
            <p className="mt-4">
              <Link href={`/staff/exams/${examId}/time`} prefetch={false} className={link}>
                {t('builder.timePage')}
              </Link>
            </p>
          ) : null}
        </StaffSection>
        <StaffSection title={t('builder.rules')}>
          <RulesFields plan={plan} wordsOnly={!all} onChange={change} />
        </StaffSection>
        <StaffSection title={t('builder.release')}>
          <div className="flex max-w-3xl flex-col gap-7">
            <fieldset disabled={!all} className="min-w-0">
              <ReleaseFields plan={plan} onChange={change} />
            </fieldset>
            {open === 'words' && mayChange ? (
              <p>
                <Link href={`/staff/exams/${examId}/release`} prefetch={false} className={link}>
                  {t('builder.releasePage')}
                </Link>
              </p>
            ) : null}
            <AccessLine examId={examId} access={built.access} />
          </div>
        </StaffSection>
      </fieldset>
      {mayChange ? <MoreActions examId={examId} title={plan.title} draft={all && !built.trial} /> : null}
      {built.changed ? (
        <p className="mt-10 text-fine text-soft">
          {t('builder.lastChanged', { name: built.changed.by, time: printTime(built.changed.at, locale, zone) })}
        </p>
      ) : null}
    </div>
  )
}

/** What may not be changed any more, why, and what to do about it. */
function Locks({ built }: { built: Built }) {
  const { t } = useMessages()
  const { examId, open, mayChange, attempts, trial } = built
  if (mayChange && open === 'all') return null
  const begun = attempts > 0
  const why = !mayChange
    ? 'builder.lockedRole'
    : trial
      ? 'builder.lockedTrial'
      : open === 'nothing'
        ? 'builder.lockedPublishing'
        : begun
          ? 'builder.lockedBegun'
          : 'builder.lockedPublished'
  return (
    <div className="max-w-3xl border-l-2 border-caution pl-4">
      <p>{t(why)}</p>
      {why === 'builder.lockedPublished' ? (
        <div className="mt-3">
          <SendButton path={`/api/staff/v1/exams/${examId}/unpublish`}>{t('builder.takeBack')}</SendButton>
          <p className="text-fine text-soft">{t('builder.takeBackHint')}</p>
        </div>
      ) : null}
    </div>
  )
}
