'use client'
import dynamic from 'next/dynamic'
import type { ReviewCard } from '../card.ts'

const PagesViewer = dynamic(() =>
  import('../../../upload/viewer/pages-viewer.tsx').then((module) => module.PagesViewer),
)

/** Photographed pages of the answer, to be drawn on. */
export function PagesPanel({ card }: { card: ReviewCard }) {
  const pages = card.question.fields.find(({ name }) => name === card.name)?.pages ?? []
  if (pages.length === 0) return null
  return (
    <div className="mt-4">
      <PagesViewer pages={pages} base="/api/staff/v1/pages" annotate />
    </div>
  )
}
