import { messagesIn } from '../../../../components/messages/catalogue.ts'
import { ExamOverview } from '../../../../components/staff/exam-overview.tsx'
import { StaffHeading } from '../../../../components/staff/staff-heading.tsx'
import { currentPrincipal } from '../../../../lib/auth/current.ts'
import { listCourses } from '../../../../lib/courses/list-courses.ts'
import { examOverview } from '../../../../lib/exams/exam-overview.ts'
import { load } from '../../../load.ts'
import { requestSettings } from '../../../request.ts'

export default async function StaffExamPage({ params }: { params: Promise<{ examId: string }> }) {
  const { examId } = await params
  const { locale, zone } = await requestSettings()
  const t = messagesIn(locale)
  const principal = await currentPrincipal()
  const [exam, courses] = await load(`/staff/exams/${examId}`, () =>
    Promise.all([examOverview(principal, examId), listCourses(principal)]),
  )
  const role = courses.find((course) => course.id === exam.course.id)?.role
  const facts = [
    exam.course.title,
    t('staff.examState', { state: exam.state }),
    t('staff.facts', { questions: exam.questions, points: exam.points }),
    exam.durationSeconds === null
      ? t('staff.noLimit')
      : t('staff.minutes', { n: Math.round(exam.durationSeconds / 60) }),
  ]
  return (
    <>
      <StaffHeading
        back={{ href: '/staff', text: t('staff.backToExams') }}
        title={exam.title}
        facts={facts.join(' · ')}
      />
      <ExamOverview
        exam={exam}
        locale={locale}
        zone={zone}
        t={t}
        mayRelease={role === 'instructor' || role === 'administrator'}
      />
    </>
  )
}
