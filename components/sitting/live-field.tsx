'use client'
import { lazy, Suspense, useCallback, useSyncExternalStore } from 'react'
import type { Field } from '../../grader/answers/field.ts'
import type { RawAnswer } from '../../grader/answers/raw-answer.ts'
import { AnswerField } from '../fields/answer-field.tsx'
import { answerKey } from '../fields/ids.ts'
import { patient } from '../fields/patient.ts'
import { takesPages } from '../fields/takes-pages.ts'
import { useMessages } from '../messages/provider.tsx'
import { quiet } from '../site/buttons.ts'
import type { ChecksDesk } from './checks/checks-desk.ts'
import type { SaveEngine } from './engine/save-engine.ts'

const FieldCheck = lazy(patient(async () => ({ default: (await import('./checks/field-check.tsx')).FieldCheck })))
const PagesOnField = lazy(patient(() => import('../upload/student/pages-on-field.tsx')))

interface Props {
  engine: SaveEngine
  attemptId: string
  slug: string
  field: Field
  alone: boolean
  locked: boolean
  /** of a quiz */
  checks: ChecksDesk | null
}

/** An answer field whose value lives in the save engine: typing in it redraws nothing else. */
export function LiveField({ engine, attemptId, slug, field, alone, locked, checks }: Props) {
  const { t } = useMessages()
  const key = answerKey(slug, field.name)
  const read = () => engine.shown(key)
  const shown = useSyncExternalStore(engine.subscribe, read, read)
  const change = useCallback((value: RawAnswer | null) => engine.edit(key, value), [engine, key])
  const leave = useCallback(() => engine.flush(), [engine])
  const value = shown.value?.kind === 'flag' ? null : shown.value
  return (
    <AnswerField
      slug={slug}
      field={field}
      value={value}
      alone={alone}
      disabled={locked}
      onChange={change}
      onLeave={leave}
      pages={
        takesPages(field) && (
          <Suspense fallback={<div className="min-h-24" />}>
            <PagesOnField engine={engine} attemptId={attemptId} field={key} label={field.label} locked={locked} />
          </Suspense>
        )
      }
      notice={
        <div role="status" className="interface text-fine empty:hidden">
          {checks && (
            <Suspense fallback={null}>
              <FieldCheck desk={checks} slug={slug} field={field} value={value} />
            </Suspense>
          )}
          {shown.refused !== null && (
            <p className="mt-1 text-wrong">{t('saving.refused', { message: shown.refused })}</p>
          )}
          {shown.late && <p className="mt-1 text-caution">{t('saving.late')}</p>}
          {shown.replaced && (
            <p className="mt-1 flex flex-wrap items-center gap-2 text-caution">
              {t('saving.replaced')}
              <button
                type="button"
                className={quiet}
                disabled={locked}
                onClick={() => engine.edit(key, shown.replaced?.mine ?? null)}
              >
                {t('saving.putBack')}
              </button>
              <button type="button" className={quiet} onClick={() => engine.dismiss(key)}>
                {t('saving.keepNewer')}
              </button>
            </p>
          )}
        </div>
      }
    />
  )
}
