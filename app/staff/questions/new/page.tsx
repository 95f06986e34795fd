import type { Metadata } from 'next'
import { BeginForm } from '../../../../components/authoring/begin/begin-form.tsx'
import { defaultLocale, messagesIn, pickMessages } from '../../../../components/messages/catalogue.ts'
import { MessagesProvider } from '../../../../components/messages/provider.tsx'
import { StaffHeading } from '../../../../components/staff/staff-heading.tsx'
import { currentPrincipal } from '../../../../lib/auth/current.ts'
import { beginnings } from '../../../../lib/questions/templates/beginnings.ts'
import { load } from '../../../load.ts'
import { requestSettings } from '../../../request.ts'

export const metadata: Metadata = { title: messagesIn(defaultLocale)('authoring.newTitle') }

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function NewQuestionPage({ searchParams }: Props) {
  const given = await searchParams
  const said = (name: string) => (typeof given[name] === 'string' ? given[name] : null)
  const { locale } = await requestSettings()
  const t = messagesIn(locale)
  const principal = await currentPrincipal()
  const { owners, templates, from } = await load('/staff/questions/new', () => beginnings(principal, said('from')))
  return (
    <>
      <StaffHeading
        back={{ href: '/staff/questions', text: t('authoring.backToBank') }}
        title={t('authoring.newTitle')}
        facts={t('authoring.newLead')}
      />
      <MessagesProvider locale={locale} messages={pickMessages(locale, ['authoring', 'staff'])}>
        <BeginForm
          owners={owners}
          templates={templates}
          from={from}
          chosen={{ template: said('template'), courseId: said('course') }}
        />
      </MessagesProvider>
    </>
  )
}
