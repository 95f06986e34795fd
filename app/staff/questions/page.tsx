import { messagesIn } from '../../../components/messages/catalogue.ts'
import { QuestionList } from '../../../components/staff/question-list.tsx'
import { StaffHeading } from '../../../components/staff/staff-heading.tsx'
import { currentPrincipal } from '../../../lib/auth/current.ts'
import { listQuestions } from '../../../lib/questions/list-questions.ts'
import { load } from '../../load.ts'
import { requestSettings } from '../../request.ts'

export default async function QuestionBankPage() {
  const { locale } = await requestSettings()
  const t = messagesIn(locale)
  const principal = await currentPrincipal()
  const questions = await load('/staff/questions', () => listQuestions(principal))
  return (
    <>
      <StaffHeading
        back={{ href: '/staff', text: t('staff.backToExams') }}
        title={t('staff.bankTitle')}
        facts={t('staff.bankLead')}
      />
      <QuestionList questions={questions} t={t} />
    </>
  )
}
