'use client'
import { useState } from 'react'
import { useMessages } from '../../messages/provider.tsx'
import { printTime } from '../../site/times.ts'
import { AnswerPanel } from '../../staff/review/screen/answer-panel.tsx'
import { GraderPanel } from '../../staff/review/screen/grader-panel.tsx'
import { HistoryPanel } from '../../staff/review/screen/history-panel.tsx'
import { QuestionPanel } from '../../staff/review/screen/question-panel.tsx'
import { SendButton } from '../../staff/send-button.tsx'
import { Thread } from '../thread.tsx'
import { AnswerForm } from './answer-form.tsx'
import type { DeskRequest } from './request.ts'

/** One request: the answer with its grading and its reviews on one side, what was said and the reply on the other. */
export function RequestDesk({ request, zone }: { request: DeskRequest; zone: string }) {
  const { t, locale } = useMessages()
  const [question, setQuestion] = useState(false)
  const { requestId, seq, state, until, claim, messages, card } = request
  const claimPath = `/api/staff/v1/requests/${requestId}/claim`
  const spoken = messages.map((one) => ({ ...one, who: one.author ?? t('requests.theStudent') }))
  const earned = card.question.fields.find(({ name }) => name === card.name)?.earned ?? null
  return (
    <div className="grid gap-x-12 gap-y-10 lg:grid-cols-[minmax(0,1fr)_minmax(0,26rem)]">
      <div className="min-w-0 max-lg:order-2">
        <h2 className="mb-4 text-lead font-semibold">{t('requests.thePart')}</h2>
        <AnswerPanel card={card} />
        <GraderPanel card={card} />
        <HistoryPanel card={card} zone={zone} />
        <QuestionPanel card={card} open={question} onToggle={setQuestion} />
      </div>
      <div className="min-w-0">
        <h2 className="mb-4 text-lead font-semibold">{t('requests.thread')}</h2>
        <Thread messages={spoken} zone={zone} />
        <div className="interface my-6 flex flex-wrap items-center gap-x-4 gap-y-2 border-y border-rule py-3 text-soft">
          {claim ? (
            <span>
              {claim.own
                ? t('requests.yours', { time: printTime(claim.until, locale, zone) })
                : t('requests.others', { name: claim.name, time: printTime(claim.until, locale, zone) })}
            </span>
          ) : null}
          {state === 'open' && (!claim || claim.own) ? (
            <SendButton path={claimPath} body={{ held: !claim }}>
              {t(claim ? 'requests.leave' : 'requests.take')}
            </SendButton>
          ) : null}
          <span>
            {until ? t('requests.windowUntil', { time: printTime(until, locale, zone) }) : t('requests.windowOver')}
          </span>
        </div>
        <AnswerForm
          key={seq}
          requestId={requestId}
          seq={seq}
          state={state}
          version={card.version}
          possible={card.possible}
          points={earned}
        />
      </div>
    </div>
  )
}
