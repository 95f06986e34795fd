import '../../../../../../fonts/math.css'
import { notFound } from 'next/navigation'
import { messagesIn, pickMessages } from '../../../../../../../components/messages/catalogue.ts'
import { MessagesProvider } from '../../../../../../../components/messages/provider.tsx'
import { groupAddress, groupsAddress } from '../../../../../../../components/staff/groups/group.ts'
import { GroupDesk } from '../../../../../../../components/staff/groups/group-desk.tsx'
import { GroupName, groupName } from '../../../../../../../components/staff/groups/group-name.tsx'
import { groupsMessages } from '../../../../../../../components/staff/groups/groups-messages.ts'
import { Standing } from '../../../../../../../components/staff/groups/standing.tsx'
import { StaffHeading } from '../../../../../../../components/staff/staff-heading.tsx'
import { currentPrincipal } from '../../../../../../../lib/auth/current.ts'
import { answerGroup } from '../../../../../../../lib/review/groups/answer-group.ts'
import { answerGroups } from '../../../../../../../lib/review/groups/answer-groups.ts'
import { groupParams } from '../../../../../../../lib/review/groups/group-params.ts'
import { load } from '../../../../../../load.ts'
import { requestSettings } from '../../../../../../request.ts'

interface Props {
  params: Promise<{ examId: string; field: string; groupId: string }>
}

export default async function GroupPage({ params }: Props) {
  const given = await params
  const decoded = { field: decodeURIComponent(given.field), groupId: decodeURIComponent(given.groupId) }
  const address = groupParams.safeParse({ ...given, ...decoded })
  if (!address.success) notFound()
  const { examId, field, groupId } = address.data
  const { locale } = await requestSettings()
  const t = messagesIn(locale)
  const principal = await currentPrincipal()
  const { part, groups, detail } = await load(groupAddress(examId, field, groupId), async () => {
    const all = await answerGroups(principal, examId, field)
    return { ...all, detail: await answerGroup(principal, address.data) }
  })
  const group = groups.find(({ id }) => id === groupId)
  if (!group) notFound()
  const others = groups.filter(({ id }) => id !== groupId).map((one) => ({ id: one.id, name: groupName(one, t) }))
  return (
    <MessagesProvider locale={locale} messages={pickMessages(locale, groupsMessages)}>
      <StaffHeading
        back={{ href: groupsAddress(examId, field), text: t('groups.groupBack') }}
        title={groupName(group, t)}
        facts={`${part.title}: ${part.label} · ${t('groups.because', { kind: group.title?.kind ?? 'made' })}`}
      />
      <div className="mb-6">
        {group.title && group.title.says.length > 0 ? (
          <p className="mb-2">
            <GroupName title={group.title} name={null} t={t} />
          </p>
        ) : null}
        <Standing group={group} t={t} />
      </div>
      <GroupDesk key={groupId} examId={examId} field={field} group={detail} name={group.name ?? ''} others={others} />
    </MessagesProvider>
  )
}
