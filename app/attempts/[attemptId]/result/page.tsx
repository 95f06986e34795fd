import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { defaultLocale, messagesIn, pickMessages } from '../../../../components/messages/catalogue.ts'
import { MessagesProvider } from '../../../../components/messages/provider.tsx'
import { ResultPage } from '../../../../components/result/result-page.tsx'
import { link } from '../../../../components/site/buttons.ts'
import { SiteFrame } from '../../../../components/site/site-frame.tsx'
import { LeftBehind } from '../../../../components/sitting/kept/left-behind.tsx'
import { attemptParams } from '../../../../lib/attempts/input.ts'
import { currentPrincipal } from '../../../../lib/auth/current.ts'
import { triedExam } from '../../../../lib/exams/trial/tried-exam.ts'
import { Refusal } from '../../../../lib/http/refusal.ts'
import { requestSettings } from '../../../request.ts'

export const metadata: Metadata = { title: messagesIn(defaultLocale)('result.title') }

const said = ['fields', 'pages', 'parting', 'receipt', 'requests', 'result', 'sitting', 'verdict'] as const

interface Props {
  params: Promise<{ attemptId: string }>
}

/** The page says itself what is refused. */
function nullIfRefused(error: unknown): null {
  if (error instanceof Refusal) return null
  throw error
}

export default async function AttemptResultPage({ params }: Props) {
  const address = attemptParams.safeParse({ id: (await params).attemptId })
  if (!address.success) notFound()
  const [{ locale, theme }, principal] = await Promise.all([requestSettings(), currentPrincipal()])
  const t = messagesIn(locale)
  const tried = principal && (await triedExam(principal, address.data.id).catch(nullIfRefused))
  const left = { attemptId: address.data.id, text: t('leftBehind.ofThisExam'), action: t('leftBehind.action') }
  return (
    <SiteFrame
      locale={locale}
      theme={theme}
      name={principal?.name ?? null}
      rooms={{ staff: tried !== null, sits: principal !== null && tried === null }}
    >
      {tried !== null && (
        <p className="interface mx-auto max-w-6xl px-4 pt-4 sm:px-6">
          <a className={`${link} inline-flex min-h-7 items-center`} href={`/staff/exams/${tried}/trial`}>
            {t('builder.trialBack')}
          </a>
        </p>
      )}
      <LeftBehind attempts={[left]} />
      <MessagesProvider locale={locale} messages={pickMessages(locale, said)}>
        <ResultPage
          attemptId={address.data.id}
          person={principal && { name: principal.name, email: principal.email }}
        />
      </MessagesProvider>
    </SiteFrame>
  )
}
