import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { defaultLocale, messagesIn, pickMessages } from '../../../../../components/messages/catalogue.ts'
import { MessagesProvider } from '../../../../../components/messages/provider.tsx'
import { link } from '../../../../../components/site/buttons.ts'
import { printTime } from '../../../../../components/site/times.ts'
import { RegradeOffers } from '../../../../../components/staff/regrade-offers.tsx'
import { orderFrom } from '../../../../../components/staff/regrade-order.ts'
import { RegradeShown } from '../../../../../components/staff/regrade-shown.tsx'
import { StaffHeading, StaffSection } from '../../../../../components/staff/staff-heading.tsx'
import { examParams } from '../../../../../lib/attempts/input.ts'
import { currentPrincipal } from '../../../../../lib/auth/current.ts'
import { examRegrades } from '../../../../../lib/regrade/exam-regrades.ts'
import { regradeDetail } from '../../../../../lib/regrade/regrade-detail.ts'
import { load } from '../../../../load.ts'
import { requestSettings } from '../../../../request.ts'

export const metadata: Metadata = { title: messagesIn(defaultLocale)('regrade.title') }

interface Props {
  params: Promise<{ examId: string }>
  searchParams: Promise<Record<'id' | 'sort' | 'all', string | string[] | undefined>>
}

/** While one is in such a state no other may be asked for. */
const underWay = ['running', 'ready', 'approving']

export default async function RegradePage({ params, searchParams }: Props) {
  const address = examParams.safeParse(await params)
  if (!address.success) notFound()
  const { examId } = address.data
  const asked = await searchParams
  const one = (value: string | string[] | undefined) => (typeof value === 'string' ? value : undefined)
  const { locale, zone } = await requestSettings()
  const t = messagesIn(locale)
  const principal = await currentPrincipal()
  const here = `/staff/exams/${examId}/regrade`
  const { exam, offers, regrades, mayDecide, submissions } = await load(here, () => examRegrades(principal, examId))
  const [newest] = regrades
  const current = regrades.find(({ id }) => id === one(asked.id)) ?? (newest?.state === 'discarded' ? null : newest)
  const detail = current ? await load(here, () => regradeDetail(principal, current.id)) : null
  const under = regrades.some(({ state }) => underWay.includes(state))
  const when = (iso: string) => printTime(iso, locale, zone)
  const others = regrades.filter(({ id }) => id !== current?.id)
  return (
    <MessagesProvider locale={locale} messages={pickMessages(locale, ['regrade', 'staff'])}>
      <StaffHeading
        back={{ href: `/staff/exams/${examId}`, text: exam.title }}
        title={t('regrade.title')}
        facts={t('regrade.lead')}
      />
      {detail ? (
        <RegradeShown
          regrade={detail}
          title={t('regrade.current', { when: when(detail.askedAt) })}
          facts={[
            t('regrade.state', { state: detail.state }),
            t('regrade.askedBy', { name: detail.askedBy }),
            ...(detail.decidedBy ? [t('regrade.decidedBy', { name: detail.decidedBy })] : []),
          ].join(' · ')}
          mayDecide={mayDecide}
          order={orderFrom(one(asked.sort))}
          all={one(asked.all) !== undefined}
          address={`${here}?id=${detail.id}`}
          t={t}
        />
      ) : null}
      {under ? null : (
        <StaffSection title={t('regrade.offers')}>
          {offers === null ? (
            <p role="alert">{t('regrade.offersAway')}</p>
          ) : (
            <>
              <p className="interface mb-4 text-soft">
                {t('regrade.offersLead', { n: submissions })}{' '}
                {offers.some(({ changed }) => changed) ? null : t('regrade.noneChanged')}
              </p>
              <RegradeOffers
                key={offers.map(({ version, offered }) => `${version}${offered}`).join()}
                examId={examId}
                offers={offers}
                mayDecide={mayDecide}
              />
            </>
          )}
        </StaffSection>
      )}
      {others.length > 0 ? (
        <StaffSection title={t('regrade.earlier')}>
          <ul className="interface flex flex-col gap-1.5">
            {others.map(({ id, askedAt, askedBy, state }) => (
              <li key={id}>
                <Link
                  href={`${here}?id=${id}`}
                  prefetch={false}
                  className={link}
                  aria-label={t('regrade.open', { when: when(askedAt) })}
                >
                  {when(askedAt)}
                </Link>{' '}
                · {t('regrade.askedBy', { name: askedBy })} · {t('regrade.state', { state })}
              </li>
            ))}
          </ul>
        </StaffSection>
      ) : null}
    </MessagesProvider>
  )
}
