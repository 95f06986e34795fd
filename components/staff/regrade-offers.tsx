'use client'
import { useRouter } from 'next/navigation'
import { type FormEvent, useId, useState } from 'react'
import { useMessages } from '../messages/provider.tsx'
import { primary } from '../site/buttons.ts'
import { sendJson } from './send-json.ts'

export interface Offer {
  slug: string
  title: string
  version: string
  offered: string | null
  changed: boolean
  problem: string | null
}

const short = (version: string) => version.slice(0, 8)

/** The questions of an exam, those ticked whose file was corrected; sending asks for a regrade. */
export function RegradeOffers(props: { examId: string; offers: readonly Offer[]; mayDecide: boolean }) {
  const { offers, mayDecide } = props
  const { t } = useMessages()
  const router = useRouter()
  const hint = useId()
  const usable = (offer: Offer) => offer.offered !== null && offer.problem === null
  const [chosen, setChosen] = useState<ReadonlySet<string>>(
    () => new Set(offers.filter((offer) => offer.changed && usable(offer)).map(({ slug }) => slug)),
  )
  const [message, setMessage] = useState('')
  const [busy, setBusy] = useState(false)

  function toggle(slug: string) {
    const next = new Set(chosen)
    if (!next.delete(slug)) next.add(slug)
    setChosen(next)
  }

  async function ask(event: FormEvent) {
    event.preventDefault()
    if (chosen.size === 0) return setMessage(t('regrade.chooseOne'))
    setBusy(true)
    const sent = await sendJson(`/api/staff/v1/exams/${props.examId}/regrades`, { questions: [...chosen] })
    setBusy(false)
    if (sent.ok) router.refresh()
    else setMessage(t('staff.refused', { reason: sent.message ?? t('staff.unreachable') }))
  }

  return (
    <form onSubmit={ask} className="interface flex flex-col gap-5">
      <fieldset disabled={!mayDecide}>
        <legend className="eyebrow mb-2">{t('regrade.use')}</legend>
        <ul className="flex flex-col">
          {offers.map((offer) => (
            <li key={offer.slug} className="border-b border-rule py-2 first:border-t">
              <label className="grid min-h-7 grid-cols-[auto_1fr] items-baseline gap-x-2.5 sm:grid-cols-[auto_20rem_1fr]">
                <input
                  type="checkbox"
                  className="size-4 shrink-0 translate-y-0.5 accent-accent"
                  checked={chosen.has(offer.slug)}
                  disabled={!usable(offer)}
                  onChange={() => toggle(offer.slug)}
                />
                <span>{offer.title}</span>
                <span
                  className={`col-start-2 sm:col-start-3 ${offer.changed ? 'font-semibold text-accent' : 'text-soft'}`}
                >
                  {said(offer)}
                </span>
              </label>
            </li>
          ))}
        </ul>
      </fieldset>
      <div className="flex flex-wrap items-center gap-3">
        <button type="submit" className={primary} disabled={busy || !mayDecide} aria-describedby={hint}>
          {busy ? t('staff.sending') : t('regrade.ask')}
        </button>
        <span id={hint} className="text-soft">
          {mayDecide ? null : t('regrade.onlyInstructors')}
        </span>
        <span role="status" className="text-wrong">
          {message}
        </span>
      </div>
    </form>
  )

  function said({ problem, offered, changed, version }: Offer): string {
    if (problem) return t('regrade.fileProblem', { problem })
    if (offered === null) return t('regrade.noFile')
    if (changed) return t('regrade.corrected', { from: short(version), to: short(offered) })
    return t('regrade.sameVersion', { version: short(version) })
  }
}
