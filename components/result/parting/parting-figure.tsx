'use client'
import type { Translate } from '../../messages/catalogue.ts'
import { useMessages } from '../../messages/provider.tsx'
import { Label } from '../../paper/label.tsx'
import { printValue } from '../values.ts'
import type { Parting, PartingStep } from './parting.ts'
import { placeOf } from './place.ts'
import { StepMaps } from './step-maps.tsx'
import './heat.css'

const looks = {
  parted: { icon: '▸', word: 'parting.parted', colour: 'text-wrong' },
  followed: { icon: '✓', word: 'parting.followed', colour: 'text-good' },
  right: { icon: '✓', word: 'parting.right', colour: 'text-good' },
  off: { icon: '✗', word: 'parting.off', colour: 'text-wrong' },
  unanswered: { icon: '○', word: 'parting.unanswered', colour: 'text-soft' },
} as const

/** The id of the picture of a chain that first went wrong in a field. */
export function partingId(slug: string, field: string): string {
  return `parting-${slug}.${field}`
}

/** Where a chain of values parted: in words, and step by step as heat maps of own and expected values. */
export function PartingFigure({ id, parting }: { id: string; parting: Parting }) {
  const { t } = useMessages()
  const { first, later, fromOwn } = parting
  return (
    <figure id={id} className="mt-3 border-t border-rule pt-3">
      <figcaption className="mb-3 text-ui">{sentence(parting, t)}</figcaption>
      <ol className="space-y-4">
        {[first, ...later].map((step) => (
          <li key={step.field.name}>
            {later.length > 0 && <StepHead step={step} />}
            <StepMaps step={step} fromOwn={step === first ? fromOwn : true} />
          </li>
        ))}
      </ol>
      <p className="eyebrow mt-3">{t('parting.legend')}</p>
    </figure>
  )
}

function StepHead({ step }: { step: PartingStep }) {
  const { t } = useMessages()
  const { icon, word, colour } = looks[step.state]
  return (
    <p className="interface mb-1.5 flex flex-wrap items-baseline gap-x-3">
      <span className="min-w-0 font-semibold">
        <Label of={step.field} />
      </span>
      <span className={colour}>
        <span aria-hidden="true">{icon} </span>
        {t(word)}
      </span>
    </p>
  )
}

/** “Your values part here: row 2, column 3 of c: you wrote …, your earlier values lead to …, the reference gives …” */
function sentence({ first, fromOwn }: Parting, t: Translate): string {
  const { field, own, through, expected, first: cell } = first
  if (cell === null || !own) return t('parting.hereSomewhere', { step: field.label })
  const decimals = field.kind === 'number' || field.kind === 'tensor' ? field.decimals : null
  const print = (value: number | null | undefined) => (value == null ? '–' : printValue(value, decimals))
  const said = {
    place: placeOf(expected.shape, cell, t),
    step: field.label,
    own: first.typed?.[cell]?.trim() || print(own[cell]),
    expected: print(expected.data[cell]),
  }
  const scalar = expected.data.length === 1
  const led = fromOwn && through?.data.length === own.length ? print(through.data[cell]) : null
  if (led !== null && led !== said.expected) {
    return scalar ? t('parting.hereScalarThrough', { ...said, led }) : t('parting.hereThrough', { ...said, led })
  }
  return scalar ? t('parting.hereScalar', said) : t('parting.here', said)
}
