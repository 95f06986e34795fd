'use client'
import { useMessages } from '../../messages/provider.tsx'
import { secondary } from '../../site/buttons.ts'
import { EffectShown } from './effect-shown.tsx'
import type { PresentRubric } from './rubric.ts'
import type { Asked } from './use-effect-of.ts'

/** What the edit as it stands would do, or why nothing can be said of it. */
export function EffectPanel(props: {
  asked: Asked
  /** the draft says something else than the rubric */
  fresh: boolean
  /** every row is whole */
  whole: boolean
  rubric: PresentRubric
  onReload: () => void
}) {
  const { asked, fresh, whole, rubric, onReload } = props
  const { t } = useMessages()
  return (
    <section aria-label={t('rubric.effect')} aria-live="polite" className="border-l-2 border-accent bg-sheet px-4 py-3">
      <h2 className="eyebrow mb-1">{t('rubric.effect')}</h2>
      {!whole ? <p className="text-caution">{t('rubric.notWhole')}</p> : null}
      {whole && !fresh ? <p className="text-soft">{t('rubric.asItWas', { n: rubric.reviewed })}</p> : null}
      {asked.state === 'waiting' ? <p className="text-soft">{t('rubric.working')}</p> : null}
      {asked.state === 'shown' ? (
        <EffectShown effect={asked.effect} examId={rubric.exam.id} field={rubric.field} />
      ) : null}
      {asked.state === 'refused' ? (
        <div className="flex flex-wrap items-center gap-3 text-wrong">
          <p>
            {asked.code === 'rubric-changed'
              ? t('rubric.changedMeanwhile')
              : t('staff.refused', { reason: asked.message ?? t('staff.unreachable') })}
          </p>
          {asked.code === 'rubric-changed' ? (
            <button type="button" className={secondary} onClick={onReload}>
              {t('rubric.reload')}
            </button>
          ) : null}
        </div>
      ) : null}
    </section>
  )
}
