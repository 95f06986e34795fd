'use client'
import { useRouter } from 'next/navigation'
import { useMessages } from '../../messages/provider.tsx'
import { secondary } from '../../site/buttons.ts'
import { Outcome } from '../../staff/running/outcome.tsx'
import { useAct } from '../../staff/running/use-act.ts'
import { StaffSection } from '../../staff/staff-heading.tsx'

/** The two ways to let people in who have no account: a mail to each, or a code on paper. */
export function InvitePanel(props: { courseId: string; ahead: number; withoutCode: number; sendsMail: boolean }) {
  const { ahead, withoutCode } = props
  const { t } = useMessages()
  const router = useRouter()
  const mail = useAct(async () => router.refresh())
  const code = useAct(async () => router.refresh())
  const path = `/api/staff/v1/courses/${props.courseId}/invitations`
  const mailed = (answer: unknown) => t('people.mailed', { n: (answer as { invited: number }).invited })
  return (
    <div className="print:hidden">
      <StaffSection title={t('people.byMail')}>
        <p className="interface mb-4 max-w-measure text-soft">
          {props.sendsMail ? t('people.byMailLead') : t('people.noMail')}
        </p>
        {props.sendsMail ? (
          <p className="flex flex-wrap items-center gap-4">
            <button
              type="button"
              className={secondary}
              disabled={mail.busy}
              onClick={() => void mail.act(path, { people: 'all', way: 'mail' }, mailed)}
            >
              {t('people.mailAll', { n: ahead })}
            </button>
            <Outcome message={mail.message} />
          </p>
        ) : null}
      </StaffSection>
      <StaffSection title={t('people.byCode')}>
        <p className="interface mb-4 max-w-measure text-soft">{t('people.byCodeLead')}</p>
        <p className="flex flex-wrap items-center gap-4">
          <button
            type="button"
            className={secondary}
            disabled={code.busy || withoutCode === 0}
            onClick={() => void code.act(path, { people: 'all', way: 'code' }, () => t('people.madeCodes'))}
          >
            {t('people.makeCodes', { n: withoutCode })}
          </button>
          {ahead > withoutCode ? (
            <button type="button" className={secondary} onClick={() => window.print()}>
              {t('people.print')}
            </button>
          ) : null}
          <Outcome message={code.message} />
        </p>
      </StaffSection>
    </div>
  )
}
