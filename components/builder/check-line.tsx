'use client'
import Link from 'next/link'
import { useMessages } from '../messages/provider.tsx'
import { link } from '../site/buttons.ts'
import { argumentsOf, type ShownCheck, sentenceOf, sentences } from './checks.ts'

const marks = { good: '✓', warn: '!', bad: '×' } as const
const colours = { good: 'text-good', warn: 'text-caution', bad: 'text-wrong' } as const

/** What the checklist says of one thing, and the way to where it is mended. */
export function CheckLine({ examId, check }: { examId: string; check: ShownCheck }) {
  const { t } = useMessages()
  const { name, standing } = check
  const { page } = sentences[name]
  return (
    <>
      <span aria-hidden="true" className={`w-4 shrink-0 text-center font-semibold ${colours[standing]}`}>
        {marks[standing]}
      </span>
      <span className={standing === 'good' ? 'text-soft' : ''}>
        {t(sentenceOf(check), argumentsOf(check))}{' '}
        {page && standing !== 'good' ? (
          <Link href={`/staff/exams/${examId}/${page}`} prefetch={false} className={link}>
            {t('builder.mend')}
          </Link>
        ) : null}
      </span>
    </>
  )
}
