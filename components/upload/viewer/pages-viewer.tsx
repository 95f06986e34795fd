'use client'
import { useState } from 'react'
import { useMessages } from '../../messages/provider.tsx'
import { quiet } from '../../site/buttons.ts'
import { Sheet } from './sheet.tsx'
import type { ShownPage } from './shown-page.ts'

interface Props {
  pages: readonly ShownPage[]
  /** the address below which pictures lie: `base/page/sheet` */
  base: string
  /** marks may be drawn */
  annotate?: boolean
  /** the sheet to begin with */
  start?: number
  /** takes all the height there is */
  tall?: boolean
}

/** The pages of an answer, one sheet at a time. */
export function PagesViewer({ pages, base, annotate = false, start = 0, tall = false }: Props) {
  const { t } = useMessages()
  const sheets = pages.flatMap(({ page, sheets: all }) => all.map(({ layers }, k) => ({ page, k, layers })))
  const [at, setAt] = useState(start)
  const here = Math.min(at, sheets.length - 1)
  const sheet = sheets[here]
  if (!sheet) return null
  const leaf = (by: number) => setAt(Math.min(sheets.length - 1, Math.max(0, here + by)))
  const address = `${base}/${sheet.page}/${sheet.k}`
  return (
    <section aria-label={t('pages.viewer')} className={`flex min-w-0 flex-col ${tall ? 'min-h-0 grow' : ''}`}>
      {sheets.length > 1 && (
        <div className="interface mb-2 flex items-center gap-2">
          <button
            type="button"
            className={quiet}
            aria-label={t('pages.previous')}
            disabled={here === 0}
            onClick={() => leaf(-1)}
          >
            <span aria-hidden="true">←</span>
          </button>
          <span aria-live="polite" className="text-fine text-soft">
            {t('pages.page', { n: here + 1, all: sheets.length })}
          </span>
          <button
            type="button"
            className={quiet}
            aria-label={t('pages.next')}
            disabled={here === sheets.length - 1}
            onClick={() => leaf(1)}
          >
            <span aria-hidden="true">→</span>
          </button>
        </div>
      )}
      <Sheet
        key={address}
        address={address}
        layers={sheet.layers}
        marksAt={annotate ? `${address}/marks` : null}
        n={here + 1}
        all={sheets.length}
        tall={tall}
        onLeaf={leaf}
      />
    </section>
  )
}
