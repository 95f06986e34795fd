'use client'
import { useState } from 'react'
import { useMessages } from '../../messages/provider.tsx'
import { quiet } from '../../site/buttons.ts'
import { Thread } from '../thread.tsx'
import { browserZone } from './browser-zone.ts'
import type { OwnRequest } from './own-requests.ts'
import { sendRequest } from './own-requests.ts'
import { partId } from './part-id.ts'
import { useRequests } from './provider.tsx'
import { TextForm } from './text-form.tsx'

interface Props {
  /** 'slug.name' */
  part: string
  label: string
  decided: boolean
}

/** Another look at one part: the way to ask for it, and what was said. Nothing where nobody may ask and nobody has. */
export function PartRequest({ part, label, decided }: Props) {
  const desk = useRequests()
  if (!desk?.own) return null
  const { window, requests } = desk.own
  const request = requests.find(({ field }) => field === part)
  const mayAsk = window?.open === true && decided && (!request || request.state === 'withdrawn')
  if (!request && !mayAsk) return null
  return (
    <section id={partId(part)} className="mt-4">
      {request && <Said request={request} open={window?.open === true} label={label} />}
      {mayAsk && <Ask part={part} label={label} />}
    </section>
  )
}

function Ask({ part, label }: { part: string; label: string }) {
  const { t } = useMessages()
  const desk = useRequests()
  const [writing, setWriting] = useState(false)
  if (!desk) return null
  if (!writing) {
    return (
      <button
        type="button"
        className={`${quiet} print:hidden`}
        aria-label={t('requests.askAbout', { label })}
        onClick={() => setWriting(true)}
      >
        {t('requests.ask')}
      </button>
    )
  }
  const address = `/api/exam/v1/attempts/${encodeURIComponent(desk.attemptId)}/requests`
  return (
    <TextForm
      title={t('requests.askTitle', { label })}
      hint={t('requests.askHint')}
      name={t('requests.text')}
      action={t('requests.sendAsk')}
      onCancel={() => setWriting(false)}
      send={async (text) => {
        const problem = await sendRequest(address, { field: part, text }, t('requests.unreachable'))
        if (problem === null) await desk.again()
        return problem
      }}
    />
  )
}

function Said({ request, open, label }: { request: OwnRequest; open: boolean; label: string }) {
  const { t } = useMessages()
  const desk = useRequests()
  const [writing, setWriting] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const { requestId, seq, state, messages } = request
  const mayReply = open && (state === 'open' || state === 'answered')
  const tell = async (path: string, body: object) => {
    const address = `/api/exam/v1/requests/${requestId}/${path}`
    const why = await sendRequest(address, { seq, ...body }, t('requests.unreachable'))
    await desk?.again()
    return why
  }
  const spoken = messages.map((one) => {
    const mine = one.act === 'ask' || one.act === 'reply' || one.act === 'withdraw'
    return { ...one, who: t(mine ? 'requests.you' : 'requests.aReviewer') }
  })
  return (
    <div className="border-y border-rule bg-sheet px-4 py-4">
      <p className="interface mb-4 font-semibold">{t('requests.ownState', { state })}</p>
      <Thread messages={spoken} zone={browserZone()} />
      {writing ? (
        <TextForm
          title={t('requests.askTitle', { label })}
          name={t('requests.replyText')}
          action={t('requests.sendReply')}
          onCancel={() => setWriting(false)}
          send={async (text) => {
            const why = await tell('replies', { text })
            if (why === null) setWriting(false)
            return why
          }}
        />
      ) : (
        <p className="mt-4 flex flex-wrap gap-3 print:hidden empty:hidden">
          {mayReply && (
            <button type="button" className={quiet} onClick={() => setWriting(true)}>
              {t('requests.reply')}
            </button>
          )}
          {state === 'open' && (
            <button type="button" className={quiet} onClick={() => void tell('withdrawal', {}).then(setProblem)}>
              {t('requests.withdraw')}
            </button>
          )}
        </p>
      )}
      <p role="status" className="interface mt-2 text-wrong empty:hidden">
        {problem}
      </p>
    </div>
  )
}
