'use client'
import { useMessages } from '../../messages/provider.tsx'
import { quiet } from '../../site/buttons.ts'
import type { Layer } from './shown-page.ts'

interface Props {
  layers: readonly Layer[]
  numbers: ReadonlyMap<string, number>
  /** takes one's own away; absent: they are only read */
  onRemove?: (id: string) => void
}

/** What was written on a page, by the numbers that stand on it, and how much was drawn. */
export function Notes({ layers, numbers, onRemove }: Props) {
  const { t } = useMessages()
  const notes = layers.flatMap(({ mine, by, marks }) =>
    marks.flatMap((mark) => (mark.kind === 'note' ? [{ ...mark, mine, by }] : [])),
  )
  const drawn = layers.reduce((sum, { marks }) => sum + marks.filter(({ kind }) => kind !== 'note').length, 0)
  if (notes.length + drawn === 0) return null
  return (
    <div className="interface mt-3 text-ui">
      {notes.length > 0 && (
        <ol aria-label={t('pages.notes')} className="border-t border-rule">
          {notes.map(({ id, text, mine, by }) => {
            const n = numbers.get(id) ?? 0
            return (
              <li key={id} className="flex items-baseline gap-3 border-b border-rule py-1.5">
                <span className={`w-6 shrink-0 text-right font-semibold ${mine ? 'text-accent' : 'text-soft'}`}>
                  {n}
                </span>
                <span className="min-w-0 grow whitespace-pre-wrap wrap-anywhere">
                  {by && !mine ? <span className="text-soft">{t('pages.by', { name: by })} </span> : null}
                  {text}
                </span>
                {onRemove && mine && (
                  <button
                    type="button"
                    className={quiet}
                    aria-label={t('pages.removeNote', { n })}
                    onClick={() => onRemove(id)}
                  >
                    <span aria-hidden="true">×</span>
                  </button>
                )}
              </li>
            )
          })}
        </ol>
      )}
      {drawn > 0 && <p className="mt-2 text-fine text-soft">{t('pages.drawn', { n: drawn })}</p>}
    </div>
  )
}

/** Notes are counted through all that stand on a page, whoever wrote them. */
export function numbersOf(layers: readonly Layer[]): Map<string, number> {
  const notes = layers.flatMap(({ marks }) => marks.filter(({ kind }) => kind === 'note'))
  return new Map(notes.map(({ id }, k) => [id, k + 1]))
}
