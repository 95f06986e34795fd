'use client'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { useMessages } from '../messages/provider.tsx'
import { primary } from '../site/buttons.ts'
import { Tick } from '../site/tick.tsx'
import { sendJson } from '../staff/send-json.ts'
import { StaffSection } from '../staff/staff-heading.tsx'
import { CheckLine } from './check-line.tsx'
import { argumentsOf, type ShownCheck, sentenceOf } from './checks.ts'

interface Props {
  examId: string
  checks: readonly ShownCheck[]
  mayPublish: boolean
}

/** The checklist of an exam, the worst first, and the button that publishes it once everything is green or wanted so. */
export function PublishPanel({ examId, checks, mayPublish }: Props) {
  const { t } = useMessages()
  const router = useRouter()
  const [wanted, setWanted] = useState<ReadonlySet<string>>(new Set())
  const [state, setState] = useState<{ busy: boolean; refusal: string | null }>({ busy: false, refusal: null })
  const of = (standing: ShownCheck['standing']) => checks.filter((one) => one.standing === standing)
  const red = of('bad').length > 0
  const open = of('warn').some(({ name }) => !wanted.has(name))

  async function publish() {
    setState({ busy: true, refusal: null })
    const sent = await sendJson(`/api/staff/v1/exams/${examId}/publish`, {})
    setState({ busy: false, refusal: sent.ok ? null : (sent.message ?? t('staff.unreachable')) })
    router.refresh()
  }
  const want = (name: string, so: boolean) =>
    setWanted((before) => new Set(so ? [...before, name] : [...before].filter((one) => one !== name)))

  return (
    <div className="interface">
      {(['bad', 'warn', 'good'] as const).map((standing) =>
        of(standing).length === 0 ? null : (
          <StaffSection
            key={standing}
            title={t({ bad: 'builder.red', warn: 'builder.amber', good: 'builder.green' }[standing] as 'builder.red')}
          >
            <ul className="flex flex-col gap-2">
              {of(standing).map((check) => (
                <li key={check.name} className="flex items-baseline gap-2.5">
                  <CheckLine examId={examId} check={check} />
                  {standing === 'warn' && mayPublish ? (
                    <span className="ml-auto shrink-0">
                      <Tick checked={wanted.has(check.name)} onChange={(so) => want(check.name, so)}>
                        {t('builder.wantSo')}
                        <span className="sr-only">: {t(sentenceOf(check), argumentsOf(check))}</span>
                      </Tick>
                    </span>
                  ) : null}
                </li>
              ))}
            </ul>
          </StaffSection>
        ),
      )}
      <div className="mt-8 flex flex-wrap items-center gap-4 border-t border-line pt-6">
        {mayPublish ? (
          <button
            type="button"
            className={primary}
            disabled={red || open || state.busy}
            aria-describedby="publish-why"
            onClick={() => void publish()}
          >
            {state.busy ? t('staff.sending') : t('builder.publish')}
          </button>
        ) : null}
        <span id="publish-why" role="status" className={state.refusal ? 'text-wrong' : 'text-soft'}>
          {state.refusal
            ? t('staff.refused', { reason: state.refusal })
            : !mayPublish
              ? t('builder.onlyInstructors')
              : red
                ? t('builder.notGreen')
                : open
                  ? t('builder.tickFirst')
                  : ''}
        </span>
      </div>
    </div>
  )
}
