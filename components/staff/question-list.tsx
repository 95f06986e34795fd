import Link from 'next/link'
import type { Translate } from '../messages/catalogue.ts'
import { link } from '../site/buttons.ts'
import type { Standing } from './audit/audit.ts'
import { StandingBadge } from './audit/standing-badge.tsx'

interface Entry {
  slug: string
  title: string
  version: string
  topics: string[]
  problems: { line: number; column: number; message: string }[]
  audit: Standing
}

/** The questions of the bank, each with what is wrong in its file, if anything. */
export function QuestionList({ questions, t }: { questions: readonly Entry[]; t: Translate }) {
  if (questions.length === 0) return <p>{t('staff.bankEmpty')}</p>
  return (
    <ul className="flex flex-col gap-5">
      {questions.map((question) => (
        <li key={question.slug} className="border-b border-rule pb-4">
          <Link href={`/staff/questions/${question.slug}`} prefetch={false} className={`${link} text-lead`}>
            {question.title}
          </Link>
          <p className="mt-0.5">
            <Link href={`/staff/questions/${question.slug}#audit`} prefetch={false} className="hover:underline">
              <StandingBadge standing={question.audit} t={t} />
            </Link>
          </p>
          <p className="interface text-soft">
            {[...question.topics, t('staff.versionShort', { version: question.version.slice(0, 10) })].join(' · ')}
          </p>
          <FileProblems problems={question.problems} t={t} />
        </li>
      ))}
    </ul>
  )
}

/** What is wrong in a question file, with line and column. */
export function FileProblems(props: { problems: Entry['problems']; t: Translate }) {
  if (props.problems.length === 0) return null
  return (
    <ul className="interface mt-2 flex flex-col gap-1 text-wrong">
      {props.problems.map((problem) => (
        <li key={`${problem.line}:${problem.column}:${problem.message}`}>
          {props.t('staff.fileProblem', { line: problem.line, column: problem.column, message: problem.message })}
        </li>
      ))}
    </ul>
  )
}
