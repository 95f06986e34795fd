'use client'
import { type Page, pageKey } from '../../../grader/answers/pages.ts'
import { useMessages } from '../../messages/provider.tsx'
import { quiet } from '../../site/buttons.ts'
import type { SaveEngine } from '../../sitting/engine/save-engine.ts'

interface Props {
  engine: SaveEngine
  attemptId: string
  field: string
  pages: readonly Page[]
  locked: boolean
  onOpen: (at: number) => void
  onRemoved: (page: Page, at: number) => void
  onMoved: (to: number) => void
}

/** The pages on an answer as the server has them, each to be looked at, moved or taken off. */
export function PageList({ engine, attemptId, field, pages, locked, onOpen, onRemoved, onMoved }: Props) {
  const { t } = useMessages()
  const swap = (at: number, to: number) => {
    const order = [...pages]
    const [moved] = order.splice(at, 1)
    if (!moved) return
    order.splice(to, 0, moved)
    for (const [k, page] of order.entries())
      if (page.place !== k + 1) engine.edit(pageKey(field, page.page), { ...page, place: k + 1 })
    engine.flush()
    onMoved(to + 1)
  }
  const remove = (page: Page, at: number) => {
    engine.edit(pageKey(field, page.page), null)
    engine.flush()
    onRemoved(page, at)
  }
  return (
    <ol className="mt-3 flex flex-wrap gap-4">
      {pages.map((page, at) => {
        const n = at + 1
        const sheets = page.images.length
        return (
          <li key={page.page} className="w-28">
            <button
              type="button"
              className="relative block w-full border border-line bg-sheet hover:border-ink"
              aria-label={t('upload.open', { n })}
              onClick={() => onOpen(at)}
            >
              {/* biome-ignore lint/performance/noImgElement: a picture of one's own, small already */}
              <img
                src={`/api/exam/v1/attempts/${attemptId}/pages/${page.page}/0?size=small`}
                alt=""
                loading="lazy"
                className="h-36 w-full object-contain"
              />
            </button>
            <p className="interface mt-1 text-center text-fine text-soft">
              {sheets > 1 ? t('upload.pageSheets', { n, sheets }) : t('upload.page', { n })}
            </p>
            <p className="mt-1 flex justify-center gap-1">
              <button
                type="button"
                className={quiet}
                disabled={locked || at === 0}
                aria-label={t('upload.earlier', { n })}
                onClick={() => swap(at, at - 1)}
              >
                <span aria-hidden="true">←</span>
              </button>
              <button
                type="button"
                className={quiet}
                disabled={locked || n === pages.length}
                aria-label={t('upload.later', { n })}
                onClick={() => swap(at, at + 1)}
              >
                <span aria-hidden="true">→</span>
              </button>
              <button
                type="button"
                className={quiet}
                disabled={locked}
                aria-label={t('upload.remove', { n })}
                onClick={() => remove(page, at)}
              >
                <span aria-hidden="true">×</span>
              </button>
            </p>
          </li>
        )
      })}
    </ol>
  )
}
