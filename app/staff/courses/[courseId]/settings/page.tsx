import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { defaultLocale, messagesIn, pickMessages } from '../../../../../components/messages/catalogue.ts'
import { MessagesProvider } from '../../../../../components/messages/provider.tsx'
import { CourseForm } from '../../../../../components/people/course/course-form.tsx'
import { CourseLog } from '../../../../../components/people/course/course-log.tsx'
import { CourseNav } from '../../../../../components/people/course/course-nav.tsx'
import { StaffHeading, StaffSection } from '../../../../../components/staff/staff-heading.tsx'
import { When } from '../../../../../components/staff/when.tsx'
import { ReviewRuleSwitch } from '../../../../../components/versions/review-rule-switch.tsx'
import { currentPrincipal } from '../../../../../lib/auth/current.ts'
import { courseParams } from '../../../../../lib/courses/course-input.ts'
import { courseSettings } from '../../../../../lib/courses/course-settings.ts'
import { readReviewRule } from '../../../../../lib/questions/versions/review-rule.ts'
import { load } from '../../../../load.ts'
import { requestSettings } from '../../../../request.ts'

export const metadata: Metadata = { title: messagesIn(defaultLocale)('people.settings') }

export default async function CourseSettingsPage({ params }: { params: Promise<{ courseId: string }> }) {
  const address = courseParams.safeParse(await params)
  if (!address.success) notFound()
  const { courseId } = address.data
  const { locale, zone } = await requestSettings()
  const t = messagesIn(locale)
  const principal = await currentPrincipal()
  const [course, rule] = await load(`/staff/courses/${courseId}/settings`, () =>
    Promise.all([courseSettings(principal, courseId), readReviewRule(principal, courseId)]),
  )
  const { title, term, slug, archived } = course
  return (
    <MessagesProvider locale={locale} messages={pickMessages(locale, ['people', 'staff', 'versions'])}>
      <StaffHeading back={{ href: `/staff/courses/${courseId}`, text: title }} title={t('people.settings')} />
      <CourseNav courseId={courseId} here="settings" t={t} />
      <CourseForm
        courseId={courseId}
        facts={{ title, term, slug, zone: course.zone, archived }}
        zones={Intl.supportedValuesOf('timeZone')}
      />
      <StaffSection title={t('versions.ruleTitle')}>
        <ReviewRuleSwitch courseId={courseId} required={rule.required} />
      </StaffSection>
      <StaffSection title={t('people.log')}>
        <CourseLog log={course.log} t={t} when={(iso) => <When iso={iso} locale={locale} zone={zone} />} />
      </StaffSection>
    </MessagesProvider>
  )
}
