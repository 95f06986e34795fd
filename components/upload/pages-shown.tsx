'use client'
import { lazy, Suspense } from 'react'
import { patient } from '../fields/patient.ts'
import { usePagesAt } from './pages-at.tsx'
import type { ShownPage } from './viewer/shown-page.ts'

const PagesViewer = lazy(
  patient(() => import('./viewer/pages-viewer.tsx').then((viewer) => ({ default: viewer.PagesViewer }))),
)

/** The pages of an answer with what was drawn on them, in a result. */
export function PagesShown({ pages }: { pages: readonly ShownPage[] }) {
  const base = usePagesAt()
  return (
    <div className="mt-3 print:hidden">
      <Suspense fallback={<div className="min-h-64" />}>
        <PagesViewer pages={pages} base={base} />
      </Suspense>
    </div>
  )
}
