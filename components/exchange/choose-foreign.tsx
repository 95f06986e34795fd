'use client'
import { useId, useState } from 'react'
import { useMessages } from '../messages/provider.tsx'
import { FileField } from '../site/file-field.tsx'
import { askRead } from './ask-exchange.ts'
import { formats, type ReadReport } from './exchange.ts'

const mostBytes = 12_000_000

interface Props {
  courses: { id: string; title: string }[]
  course: string
  onCourse: (course: string) => void
  onRead: (file: string, report: ReadReport) => void
}

/** Where the questions go, and the file that they come from: it is read as soon as it is chosen. */
export function ChooseForeign({ courses, course, onCourse, onRead }: Props) {
  const { t } = useMessages()
  const id = useId()
  const [format, setFormat] = useState('auto')
  const [state, setState] = useState<'idle' | 'reading'>('idle')
  const [problem, setProblem] = useState<string | null>(null)

  async function choose(file: File) {
    if (file.size > mostBytes) return setProblem(t('exchange.tooLarge'))
    setState('reading')
    setProblem(null)
    const asked = await askRead(file, format)
    setState('idle')
    if (asked.ok) return onRead(file.name, asked.value)
    const known = { unreachable: t('exchange.unreachable'), 'grader-away': t('exchange.away') }[asked.code]
    setProblem(known ?? asked.message ?? t('exchange.failed'))
  }
  return (
    <div className="interface flex flex-col items-start gap-6">
      <div className="flex max-w-full flex-wrap gap-x-8 gap-y-6">
        <Choice id={`${id}-course`} title={t('exchange.course')} value={course} onChange={onCourse}>
          {courses.map(({ id: key, title }) => (
            <option key={key} value={key}>
              {title}
            </option>
          ))}
        </Choice>
        <Choice id={`${id}-format`} title={t('exchange.format')} value={format} onChange={setFormat}>
          {['auto', ...formats].map((key) => (
            <option key={key} value={key}>
              {t('exchange.formatIs', { format: key })}
            </option>
          ))}
        </Choice>
      </div>
      <FileField
        id={`${id}-file`}
        title={t('exchange.file')}
        hint={t('exchange.fileHint')}
        accept=".xml,.zip,.imscc,.qti,.dat,.txt,.gift"
        disabled={state === 'reading'}
        onFile={choose}
      />
      <p role="status" className={problem === null ? 'text-soft' : 'text-wrong'}>
        {state === 'reading' ? t('exchange.reading') : problem}
      </p>
    </div>
  )
}

interface ChoiceProps {
  id: string
  title: string
  value: string
  onChange: (value: string) => void
  children: React.ReactNode
}

export function Choice({ id, title, value, onChange, children }: ChoiceProps) {
  return (
    <label htmlFor={id} className="flex min-w-0 max-w-full flex-col gap-1.5">
      <span className="eyebrow">{title}</span>
      <select id={id} className="ruled max-w-full" value={value} onChange={(event) => onChange(event.target.value)}>
        {children}
      </select>
    </label>
  )
}
