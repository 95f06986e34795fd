'use client'
import Link from 'next/link'
import { useEffect, useRef } from 'react'
import { useMessages } from '../../messages/provider.tsx'
import { link } from '../../site/buttons.ts'
import { type QuestionUse, reportOf } from './uses.ts'

/** What came of asking in one exam. */
export interface Asked {
  examId: string
  regradeId: string | null
  problem: string | null
}

/** The corrections that were asked for, each with the way to who gains and who loses by it. */
export function AskedList({ asked, uses }: { asked: readonly Asked[]; uses: readonly QuestionUse[] }) {
  const { t } = useMessages()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <section className="interface max-w-measure">
      <h2 ref={heading} tabIndex={-1} className="mb-2 font-semibold">
        {t('corrections.asked', { n: asked.filter(({ regradeId }) => regradeId !== null).length })}
      </h2>
      <p className="mb-3 text-soft">{t('corrections.askedLead')}</p>
      <ul className="flex flex-col">
        {asked.map(({ examId, regradeId, problem }) => {
          const title = uses.find((use) => use.examId === examId)?.title ?? ''
          return (
            <li key={examId} className="flex flex-wrap gap-x-4 gap-y-1 border-t border-rule py-2.5">
              <span className="min-w-0 grow basis-64">{title}</span>
              {regradeId ? (
                <Link href={reportOf(examId, regradeId)} prefetch={false} className={link}>
                  {t('corrections.ask')}
                  <span className="sr-only"> {title}</span>
                </Link>
              ) : (
                <span className="text-wrong">{problem}</span>
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
