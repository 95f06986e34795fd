'use client'
import { useState } from 'react'
import { BankPicker } from '../bank/picker.tsx'
import { useMessages } from '../messages/provider.tsx'
import { primary, quiet, secondary } from '../site/buttons.ts'
import { StaffSection } from '../staff/staff-heading.tsx'
import { askReport, downloadAddress, outgoing } from './ask-exchange.ts'
import { Choice } from './choose-foreign.tsx'
import { type ExportReport, type Format, formats } from './exchange.ts'
import { OutgoingList } from './outgoing-list.tsx'

interface Chosen {
  slug: string
  title: string
}
type Looked = { query: string; report: ExportReport } | null

const most = 60

/** Questions for another system: chosen, looked at, downloaded. */
export function ExportQuestions({ first }: { first: Chosen[] }) {
  const { t } = useMessages()
  const [chosen, setChosen] = useState(first)
  const [format, setFormat] = useState<Format>('moodle')
  const [seed, setSeed] = useState('')
  const [looked, setLooked] = useState<Looked>(null)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const query = outgoing(
    format,
    chosen.map(({ slug }) => slug),
    seed,
  )
  const shown = looked?.query === query ? looked.report : null
  async function look() {
    setBusy(true)
    setProblem(null)
    const asked = await askReport(query)
    setBusy(false)
    if (asked.ok) return setLooked({ query, report: asked.value })
    const known = { unreachable: t('exchange.unreachable'), 'grader-away': t('exchange.away') }[asked.code]
    setProblem(known ?? asked.message ?? t('exchange.failed'))
  }
  return (
    <div className="interface">
      <h2 className="mb-2 font-serif text-lead font-semibold">{t('exchange.chosen')}</h2>
      {chosen.length === 0 ? <p className="text-soft">{t('exchange.nothingChosen', { most })}</p> : null}
      <ul>
        {chosen.map(({ slug, title }) => (
          <li key={slug} className="flex items-baseline gap-4 border-b border-rule py-2">
            <span className="min-w-0 flex-1 break-words">{title}</span>
            <button
              type="button"
              className={quiet}
              aria-label={t('exchange.removeNamed', { title })}
              onClick={() => setChosen(chosen.filter((one) => one.slug !== slug))}
            >
              {t('exchange.remove')}
            </button>
          </li>
        ))}
      </ul>
      <div className="mt-6 flex flex-wrap items-end gap-x-8 gap-y-4">
        <Choice
          id="export-format"
          title={t('exchange.format')}
          value={format}
          onChange={(one) => setFormat(one as Format)}
        >
          {formats.map((key) => (
            <option key={key} value={key}>
              {t('exchange.formatOut', { format: key })}
            </option>
          ))}
        </Choice>
        <label className="flex min-w-0 flex-col gap-1.5">
          <span className="eyebrow">{t('exchange.seed')}</span>
          <input
            className="ruled w-80 max-w-full"
            maxLength={80}
            value={seed}
            placeholder={t('exchange.seedHint')}
            onChange={(event) => setSeed(event.target.value)}
          />
        </label>
        <button
          type="button"
          className={shown ? secondary : primary}
          disabled={busy || chosen.length === 0}
          onClick={look}
        >
          {t('exchange.look')}
        </button>
      </div>
      <p role="status" className={`mt-3 ${problem === null ? 'text-soft' : 'text-wrong'}`}>
        {busy ? t('exchange.looking') : problem}
      </p>
      {shown ? (
        <StaffSection title={t('exchange.report')}>
          <OutgoingList report={shown} />
          {shown.questions.some(({ carried }) => carried) ? (
            <p className="mt-6">
              <a className={primary} href={downloadAddress(query)} download>
                {t('exchange.download')}
              </a>
            </p>
          ) : (
            <p className="mt-6 text-wrong">{t('exchange.nothingToDownload')}</p>
          )}
        </StaffSection>
      ) : null}
      <StaffSection title={t('exchange.add')}>
        <BankPicker
          courseId=""
          chosen={chosen.map(({ slug }) => slug)}
          there={t('exchange.isChosen')}
          onChoose={({ slug, title }) => chosen.length < most && setChosen([...chosen, { slug, title }])}
        />
      </StaffSection>
    </div>
  )
}
