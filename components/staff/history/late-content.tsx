import type { Labelled } from '../../../grader/answers/field.ts'
import type { RawAnswer } from '../../../grader/answers/raw-answer.ts'
import type { Translate } from '../../messages/catalogue.ts'
import { Label } from '../../paper/label.tsx'
import { RawAnswerText } from '../raw-answer-text.tsx'
import { When } from '../when.tsx'
import { LateDecision } from './late-decision.tsx'

interface Kept {
  eventId: string
  epoch: number
  receivedAt: string
  late: boolean
  value: RawAnswer | null
  waits: boolean
  decision: { accepted: boolean; by: string | null; at: string; reason: string } | null
}

export interface KeptField extends Labelled {
  field: string
  title: string
  handedIn: RawAnswer | null | undefined
  counts: RawAnswer | null | undefined
  kept: Kept[]
}

interface Props {
  attemptId: string
  fields: readonly KeptField[]
  locale: string
  zone: string
  t: Translate
}

/** Field by field: what counts, and beside it what came late or lost to another device, with the decision on it. */
export function LateContent({ fields, ...rest }: Props) {
  if (fields.length === 0) return <p>{rest.t('evidence.lateNone')}</p>
  return (
    <ul className="flex flex-col gap-8">
      {fields.map((field) => (
        <li key={field.field}>
          <h3 className="mb-3 font-semibold">
            {field.title}: <Label of={field} />
          </h3>
          <div className="grid gap-x-10 gap-y-5 lg:grid-cols-2">
            <Counting field={field} t={rest.t} />
            <ul className="flex flex-col gap-5">
              {field.kept.map((kept) => (
                <KeptValue key={kept.eventId} kept={kept} {...rest} />
              ))}
            </ul>
          </div>
        </li>
      ))}
    </ul>
  )
}

function Counting({ field: { handedIn, counts }, t }: { field: KeptField; t: Translate }) {
  const same = JSON.stringify(handedIn) === JSON.stringify(counts)
  return (
    <div className="flex flex-col gap-4">
      <div>
        <p className="eyebrow mb-1">{t(same ? 'evidence.countsAsHandedIn' : 'evidence.counts')}</p>
        <Value value={counts} t={t} />
      </div>
      {same ? null : (
        <div className="text-soft">
          <p className="eyebrow mb-1">{t('evidence.handedIn')}</p>
          <Value value={handedIn} t={t} />
        </div>
      )}
    </div>
  )
}

function KeptValue({ kept, attemptId, locale, zone, t }: Omit<Props, 'fields'> & { kept: Kept }) {
  const { eventId, decision, waits } = kept
  return (
    <li className={`border-l-2 pl-4 ${waits ? 'border-caution' : 'border-rule'}`}>
      <p className="eyebrow mb-1">
        {t(kept.late ? 'evidence.arrivedLate' : 'evidence.lostToDevice')} ·{' '}
        {t('evidence.device', { epoch: kept.epoch })} · <When iso={kept.receivedAt} locale={locale} zone={zone} />
      </p>
      <Value value={kept.value} t={t} />
      {decision && <Decision decision={decision} locale={locale} zone={zone} t={t} />}
      {waits && <p className="interface mt-2 text-caution">{t('evidence.waits')}</p>}
      <LateDecision
        key={`${decision?.at} ${decision?.accepted}`}
        attemptId={attemptId}
        eventId={eventId}
        accepted={decision?.accepted ?? false}
        waits={waits}
      />
    </li>
  )
}

type Shown = { decision: NonNullable<Kept['decision']> } & Omit<Props, 'attemptId' | 'fields'>

function Decision({ decision, locale, zone, t }: Shown) {
  const { accepted, by, at, reason } = decision
  const said =
    by === null ? t('evidence.acceptedByPolicy') : t(accepted ? 'evidence.acceptedBy' : 'evidence.leftBy', { by })
  return (
    <p className="interface mt-2 text-soft">
      {said}, <When iso={at} locale={locale} zone={zone} />
      {reason ? ` · ${reason}` : null}
    </p>
  )
}

function Value({ value, t }: { value: RawAnswer | null | undefined; t: Translate }) {
  return value === undefined ? (
    <p className="text-soft">{t('evidence.nothing')}</p>
  ) : (
    <RawAnswerText answer={value} t={t} />
  )
}
