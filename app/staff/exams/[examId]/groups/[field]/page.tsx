import '../../../../../fonts/math.css'
import { notFound } from 'next/navigation'
import { messagesIn, pickMessages } from '../../../../../../components/messages/catalogue.ts'
import { MessagesProvider } from '../../../../../../components/messages/provider.tsx'
import { groupsAddress, groupsApi } from '../../../../../../components/staff/groups/group.ts'
import { GroupList } from '../../../../../../components/staff/groups/group-list.tsx'
import { groupsMessages } from '../../../../../../components/staff/groups/groups-messages.ts'
import { Making } from '../../../../../../components/staff/groups/making.tsx'
import { SendButton } from '../../../../../../components/staff/send-button.tsx'
import { StaffHeading } from '../../../../../../components/staff/staff-heading.tsx'
import { currentPrincipal } from '../../../../../../lib/auth/current.ts'
import { answerGroups } from '../../../../../../lib/review/groups/answer-groups.ts'
import { partParams } from '../../../../../../lib/review/rubric/require-part.ts'
import { load } from '../../../../../load.ts'
import { requestSettings } from '../../../../../request.ts'

interface Props {
  params: Promise<{ examId: string; field: string }>
}

export default async function GroupsPage({ params }: Props) {
  const { examId, field: encoded } = await params
  const address = partParams.safeParse({ examId, field: decodeURIComponent(encoded) })
  if (!address.success) notFound()
  const { field } = address.data
  const { locale } = await requestSettings()
  const t = messagesIn(locale)
  const principal = await currentPrincipal()
  const { part, state, answers, waiting, groups, last } = await load(groupsAddress(examId, field), () =>
    answerGroups(principal, examId, field),
  )
  return (
    <MessagesProvider locale={locale} messages={pickMessages(locale, groupsMessages)}>
      <StaffHeading
        back={{ href: `/staff/exams/${examId}/review`, text: t('groups.back') }}
        title={t('groups.title', { label: part.label })}
        facts={t('groups.facts', { title: part.title, answers, groups: groups.length, waiting })}
      />
      {state === 'making' ? <Making /> : null}
      {state === 'old' ? <p className="text-caution">{t('groups.old')}</p> : null}
      {answers === 0 ? <p>{t('groups.none')}</p> : null}
      {groups.length > 0 ? <p className="interface mb-4 max-w-measure text-soft">{t('groups.lead')}</p> : null}
      {last ? (
        <p className="interface mb-4 flex flex-wrap items-baseline gap-3">
          <span>{t('groups.undoWhat', { act: last.act, n: last.answers })}</span>
          <SendButton path={groupsApi(examId, field, 'changes')} body={{ act: 'undo', decision: last.id }}>
            {t('groups.undo')}
          </SendButton>
        </p>
      ) : null}
      <GroupList examId={examId} field={field} answers={answers} groups={groups} />
    </MessagesProvider>
  )
}
