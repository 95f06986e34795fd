'use client'
import { useMessages } from '../../messages/provider.tsx'
import { typed } from '../../paper/typed.ts'
import { quiet } from '../../site/buttons.ts'
import { When } from '../when.tsx'
import type { PresentRubric, RubricLike } from './rubric.ts'

/** Who changed the rubric, when and why, and what it was. */
export function EarlierRubrics(props: {
  rubric: PresentRubric
  locale: string
  zone: string
  onTake: (earlier: RubricLike) => void
}) {
  const { rubric, locale, zone, onTake } = props
  const { t } = useMessages()
  if (rubric.versions.length === 0) return null
  return (
    <details className="border-t border-rule pt-4">
      <summary className="interface text-accent">{t('rubric.history', { n: rubric.versions.length })}</summary>
      <ol className="interface mt-4 flex flex-col gap-3">
        {rubric.versions.map((edition) => (
          <li key={edition.version} className="flex flex-wrap items-baseline gap-x-4 gap-y-1 border-b border-rule pb-3">
            <span className="min-w-0 grow basis-72">
              {t('rubric.edition', { version: edition.version, person: edition.person })},{' '}
              <When iso={edition.createdAt} locale={locale} zone={zone} />
              {'. '}
              {t('rubric.editionDid', { items: edition.items.length, n: edition.changed })}
              {edition.reason ? <span className={`block text-soft ${typed}`}>{edition.reason}</span> : null}
            </span>
            {edition.version === rubric.version ? (
              <span className="text-soft">{t('rubric.present')}</span>
            ) : (
              <button
                type="button"
                className={quiet}
                aria-label={t('rubric.takeEdition', { version: edition.version })}
                onClick={() => onTake(edition)}
              >
                {t('rubric.takeAgain')}
              </button>
            )}
          </li>
        ))}
      </ol>
    </details>
  )
}
