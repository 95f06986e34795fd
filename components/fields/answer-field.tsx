'use client'
import { type ReactNode, Suspense, useState } from 'react'
import type { Field } from '../../grader/answers/field.ts'
import type { RawAnswer } from '../../grader/answers/raw-answer.ts'
import { useMessages } from '../messages/provider.tsx'
import { Label } from '../paper/label.tsx'
import { ChoiceField } from './choice-field.tsx'
import { answerId } from './ids.ts'
import { standsInLine } from './in-line.ts'
import { controlOf } from './lazy-controls.ts'
import { NumberField } from './number-field.tsx'
import type { ControlProps } from './props.ts'
import { ReaderNote } from './reader-note.tsx'
import { ShapeField } from './shape-field.tsx'
import { TensorField } from './tensor/tensor-field.tsx'
import { TextField } from './text/text-field.tsx'
import { useReading } from './use-reading.ts'

interface Props {
  slug: string
  field: Field
  value: RawAnswer | null
  /** nothing else stands in its paragraph: the label shows */
  alone: boolean
  disabled: boolean
  onChange: (value: RawAnswer | null) => void
  onLeave: () => void
  /** photographed pages that belong to the answer, and how to add them */
  pages?: ReactNode
  /** what the server said against saving it, or what happened to it elsewhere */
  notice?: ReactNode
}

/** A field with its label, its points, its control and, beneath it, what the reader has to say. */
export function AnswerField(props: Props) {
  const { slug, field, disabled, onChange, onLeave } = props
  const { t } = useMessages()
  const value = props.value?.kind === field.kind ? props.value : null
  const reading = useReading(field, value)
  const id = answerId(slug, field.name)
  const flows = !props.alone && standsInLine(field)
  const common = {
    onChange,
    onLeave,
    disabled,
    id,
    labelledBy: `${id}-label`,
    describedBy: `${id}-note`,
    invalid: reading?.state === 'unreadable',
    badCells: reading?.state === 'unreadable' ? reading.cells : [],
  }
  const points = t('fields.points', { points: field.points })
  return (
    <div
      className={flows ? 'mx-1 my-1 inline-flex max-w-full min-w-0 flex-col align-middle' : 'my-5 first:mt-0 last:mb-0'}
      data-answer={`${slug}.${field.name}`}
    >
      <div id={`${id}-label`} className={flows ? 'sr-only' : 'eyebrow mb-1.5 flex flex-wrap gap-x-2'}>
        <span className={flows ? '' : 'min-w-0 font-semibold text-ink'}>
          {flows ? field.label : <Label of={field} />}
        </span>{' '}
        <span>{points}</span>
      </div>
      {control(field, { ...common, value })}
      <ReaderNote id={`${id}-note`} reading={reading} disabled={disabled} onChoose={onChange} />
      {props.pages}
      {props.notice}
    </div>
  )
}

type Common = Omit<ControlProps<'number'>, 'field' | 'value'> & { value: RawAnswer | null }

/** `value` is of the field's kind: the caller has dropped any other. */
function control(field: Field, common: Common): ReactNode {
  const given = <K extends Field['kind']>() => common as Omit<ControlProps<K>, 'field'>
  switch (field.kind) {
    case 'number':
      return <NumberField {...given<'number'>()} field={field} />
    case 'shape':
      return <ShapeField {...given<'shape'>()} field={field} />
    case 'tensor':
      return <TensorField {...given<'tensor'>()} field={field} />
    case 'formula':
      return <Late kind="formula" given={{ ...given<'formula'>(), field }} />
    case 'choice':
      return <ChoiceField {...given<'choice'>()} field={field} />
    case 'order':
      return <Late kind="order" given={{ ...given<'order'>(), field }} />
    case 'text':
      return <TextField {...given<'text'>()} field={field} />
    case 'upload':
      return <PagesAlone id={common.id} />
    case 'layers':
      return <Late kind="layers" given={{ ...given<'layers'>(), field }} />
  }
}

type LateKind = 'formula' | 'order' | 'layers'

/** A control that may still be loading; which one it is does not change while it stands on the page. */
function Late<K extends LateKind>({ kind, given }: { kind: K; given: ControlProps<K> }) {
  const [Control] = useState(() => controlOf(kind))
  const Drawn = Control as (props: ControlProps<K>) => ReactNode
  return (
    <Suspense fallback={<div className="min-h-24" />}>
      <Drawn {...given} />
    </Suspense>
  )
}

/** A field that is only pages: they stand beneath; links from the list of empty fields lead here. */
function PagesAlone({ id }: { id: string }) {
  const { t } = useMessages()
  return (
    <p id={id} tabIndex={-1} className="interface text-fine text-soft">
      {t('fields.onPaper')}
    </p>
  )
}
