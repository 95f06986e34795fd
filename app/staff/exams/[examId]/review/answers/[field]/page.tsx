import { notFound } from 'next/navigation'
import { messagesIn } from '../../../../../../../components/messages/catalogue.ts'
import { link } from '../../../../../../../components/site/buttons.ts'
import { listAddress, nextAddress } from '../../../../../../../components/staff/review/addresses.ts'
import { AnswerFilter, AnswerPages } from '../../../../../../../components/staff/review/overview/answer-filter.tsx'
import { AnswerList } from '../../../../../../../components/staff/review/overview/answer-list.tsx'
import { StaffHeading } from '../../../../../../../components/staff/staff-heading.tsx'
import { examParams } from '../../../../../../../lib/attempts/input.ts'
import { currentPrincipal } from '../../../../../../../lib/auth/current.ts'
import { answersAsked, partAnswers } from '../../../../../../../lib/review/queue/part-answers.ts'
import { load } from '../../../../../../load.ts'
import { requestSettings } from '../../../../../../request.ts'

interface Props {
  params: Promise<{ examId: string; field: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function PartAnswersPage({ params, searchParams }: Props) {
  const { examId, field: encoded } = await params
  const address = examParams.safeParse({ examId })
  if (!address.success) notFound()
  const field = decodeURIComponent(encoded)
  const { show, verdict, page } = await searchParams
  const given = answersAsked.safeParse({ show, verdict, page: page === undefined ? page : Number(page) })
  // a filter that makes no sense is none
  const asked = given.success ? given.data : answersAsked.parse({})
  const { locale } = await requestSettings()
  const t = messagesIn(locale)
  const principal = await currentPrincipal()
  const { part, answers, found, pages, verdicts } = await load(listAddress(examId, field), () =>
    partAnswers(principal, examId, field, asked),
  )
  return (
    <>
      <StaffHeading
        back={{ href: `/staff/exams/${examId}/review`, text: t('reviewing.title') }}
        title={t('reviewing.listTitle', { label: part.label })}
        facts={
          <>
            {t('reviewing.listFacts', { title: part.title, n: found })}
            {part.waiting > 0 && (
              <>
                {' · '}
                <a href={nextAddress(examId, field)} className={link}>
                  {t('reviewing.reviewWaiting', { n: part.waiting })}
                </a>
              </>
            )}
          </>
        }
      />
      <AnswerFilter verdicts={verdicts} asked={asked} t={t} />
      <AnswerList examId={examId} field={field} possible={part.points} answers={answers} t={t} />
      <AnswerPages examId={examId} field={field} asked={asked} pages={pages} t={t} />
    </>
  )
}
