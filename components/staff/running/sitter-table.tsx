'use client'
import { Fragment, useState } from 'react'
import { useMessages } from '../../messages/provider.tsx'
import { quiet } from '../../site/buttons.ts'
import { RowHead } from '../row-head.tsx'
import { FindStudent, many } from './find-student.tsx'
import { clockText, found, leftOf, type Running, type Sitter } from './running.ts'
import { SitterForm } from './sitter-form.tsx'
import { StudentsTable } from './students-table.tsx'

const columns = [
  'running.student',
  'running.room',
  'running.state',
  'running.timeLeft',
  'running.lastSave',
  'running.devices',
] as const
const tones = { open: 'text-ink', break: 'font-semibold text-accent', closed: 'text-soft', 'not-begun': 'text-soft' }

/** More rows than anybody looks at slow the page down: the rest is found by name. */
const atMost = 200

/** Everybody in the exam, a row each; one row at a time opens to what can be changed. */
export function SitterTable(props: { exam: Running; elapsed: number; look: () => Promise<void> }) {
  const { exam, elapsed } = props
  const { t } = useMessages()
  const [chosen, setChosen] = useState<string | null>(null)
  const [text, setText] = useState('')
  const shown = found(exam.sitters, text).slice(0, atMost)
  if (exam.sitters.length === 0) return <p>{t('running.nobody')}</p>
  const table = (
    <StudentsTable columns={columns.map((name) => t(name))} actions>
      {shown.map((sitter) => (
        <Fragment key={sitter.personId}>
          <Row
            sitter={sitter}
            left={leftOf(sitter, exam.serverNow, elapsed)}
            sinceSave={sitter.lastSave ? Date.parse(exam.serverNow) + elapsed - Date.parse(sitter.lastSave) : null}
            mayChange={exam.mayChange}
            open={chosen === sitter.personId}
            onChange={() => setChosen(chosen === sitter.personId ? null : sitter.personId)}
          />
          {chosen === sitter.personId ? (
            <tr className="border-b border-rule">
              <td colSpan={columns.length + 1} className="pb-3">
                <SitterForm examId={exam.id} sitter={sitter} look={props.look} onClose={() => setChosen(null)} />
              </td>
            </tr>
          ) : null}
        </Fragment>
      ))}
    </StudentsTable>
  )
  if (exam.sitters.length < many) return table
  return (
    <>
      <FindStudent text={text} onText={setText} shown={shown.length} all={exam.sitters.length} />
      {table}
    </>
  )
}

function Row(props: {
  sitter: Sitter
  left: number | null
  sinceSave: number | null
  mayChange: boolean
  open: boolean
  onChange: () => void
}) {
  const { sitter, left } = props
  const { t } = useMessages()
  const cell = 'px-3 py-2.5'
  const sitting = sitter.state === 'open' || sitter.state === 'break'
  const urgent = left !== null && left < 5 * 60_000
  return (
    <tr className="border-b border-rule align-baseline">
      <RowHead name={sitter.name} email={sitter.email} />
      <td className={cell}>{sitter.room ?? <span className="text-soft">{t('running.none')}</span>}</td>
      <td className={`${cell} ${tones[sitter.state]}`}>
        {t('running.stateOf', { state: sitter.state, by: sitter.closedBy ?? '' })}
        {sitter.savesInBreaks > 0 ? (
          <span className="block text-fine text-wrong">{t('running.savesInBreak', { n: sitter.savesInBreaks })}</span>
        ) : null}
      </td>
      <td className={`${cell} tabular-nums ${urgent ? 'font-semibold text-accent' : ''}`}>
        {left !== null ? clockText(left) : sitting ? t('running.noLimit') : t('running.none')}
        {sitter.extendedMinutes !== 0 ? (
          <span className="block text-fine font-normal text-soft">
            {t('running.extended', { minutes: sitter.extendedMinutes })}
          </span>
        ) : null}
      </td>
      <td className={cell}>
        {props.sinceSave === null
          ? t('running.none')
          : t('running.ago', { minutes: Math.floor(Math.max(0, props.sinceSave) / 60_000) })}
      </td>
      <td className={cell}>
        {sitter.takeovers > 0 ? t('running.changedDevice', { n: sitter.takeovers }) : t('running.none')}
      </td>
      <td className="py-2 text-right">
        {props.mayChange ? (
          <button
            type="button"
            className={quiet}
            aria-expanded={props.open}
            aria-label={t('running.changeOf', { name: sitter.name })}
            onClick={props.onChange}
          >
            {t('running.change')}
          </button>
        ) : null}
      </td>
    </tr>
  )
}
