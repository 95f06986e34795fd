'use client'
import { lazy, Suspense } from 'react'
import { patient } from '../../fields/patient.ts'
import { type Announcement, unread } from './announcement.ts'

// most exams pass without one: neither is loaded before there is something to show
const AnnouncementNews = lazy(patient(() => import('./announcement-news.tsx')))
const AnnouncementList = lazy(patient(() => import('./announcement-list.tsx')))

interface Props {
  all: readonly Announcement[]
  slugs: readonly string[]
}

const numberIn = (slugs: readonly string[]) => (slug: string | null) => (slug === null ? 0 : slugs.indexOf(slug) + 1)

/** Says what is new, politely and once; stands in the page from the start, so that it is heard. */
export function News(props: Props & { readUpTo: number; onRead: (id: number) => void }) {
  const [first] = unread(props.all, props.readUpTo)
  return (
    <div role="status" className="interface border-t border-rule bg-wash empty:hidden print:hidden">
      {first && (
        <Suspense fallback={null}>
          <AnnouncementNews
            announcement={first}
            number={numberIn(props.slugs)(first.question)}
            onRead={() => props.onRead(first.id)}
          />
        </Suspense>
      )}
    </div>
  )
}

export function AllAnnouncements({ all, slugs, attemptId }: Props & { attemptId: string }) {
  if (all.length === 0) return null
  return (
    <Suspense fallback={null}>
      <AnnouncementList attemptId={attemptId} announcements={all} numberOf={numberIn(slugs)} />
    </Suspense>
  )
}
