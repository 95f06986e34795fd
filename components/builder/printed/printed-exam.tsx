import './printed.css'
import type { PaperNode, PaperQuestion } from '../../../grader/answers/paper.ts'
import type { Translate } from '../../messages/catalogue.ts'
import { Label } from '../../paper/label.tsx'
import { Paper } from '../../paper/paper.tsx'
import { Blank, blankInLine } from './blank.tsx'
import { KeyShown, type ShownKey } from './key-shown.tsx'
import { WideText } from './wide-text.tsx'

interface Question {
  number: number
  paper: PaperQuestion
  right: ShownKey[]
}

export interface Printed {
  exam: { title: string; course: string; durationSeconds: number | null }
  instructions: PaperNode[]
  version: number
  sections: {
    title: string
    instructions: string
    questions: Question[]
  }[]
  questions: number
  points: number
}

/** An exam set for paper: a head to fill in, its questions with room to write, or with their key. */
export function PrintedExam({ printed, withKey, t }: { printed: Printed; withKey: boolean; t: Translate }) {
  const { exam, version, instructions, sections, questions, points } = printed
  const facts = [
    t('builder.paperFacts', { questions, points }),
    ...(exam.durationSeconds === null
      ? []
      : [t('builder.paperMinutes', { minutes: Math.round(exam.durationSeconds / 60) })]),
  ]
  return (
    <WideText>
      <header className="mb-8">
        <p className="eyebrow">
          {exam.course} · {t('builder.versionN', { n: version })}
        </p>
        <h2 className="mt-1 text-title font-semibold">{exam.title}</h2>
        <p className="interface mt-1 text-soft">{facts.join(' · ')}</p>
        {withKey ? (
          <p className="interface mt-3 font-semibold text-wrong">
            {t('builder.keyTitle', { n: version })}. {t('builder.keyLead')}
          </p>
        ) : (
          <Head t={t} />
        )}
        {instructions.length > 0 && !withKey ? (
          <div className="mt-6">
            <Paper nodes={instructions} />
          </div>
        ) : null}
      </header>
      {sections.map((section) => (
        <section key={section.questions[0]?.number ?? 0}>
          {section.title ? (
            <h3 className="mt-8 mb-3 border-b border-ink text-lead font-semibold">{section.title}</h3>
          ) : null}
          {section.instructions !== '' && !withKey ? (
            <p className="whitespace-pre-line">{section.instructions}</p>
          ) : null}
          {section.questions.map((question) => (
            <PrintedQuestion key={question.number} {...question} withKey={withKey} t={t} />
          ))}
        </section>
      ))}
    </WideText>
  )
}

/** Who writes it: filled in by hand. */
function Head({ t }: { t: Translate }) {
  const rows = [t('builder.name'), t('builder.number'), t('builder.date')]
  return (
    <dl className="interface mt-5 grid grid-cols-[max-content_1fr] items-end gap-x-4 gap-y-2">
      {rows.map((name) => (
        <div key={name} className="contents">
          <dt>{name}</dt>
          <dd className="h-8 border-b border-ink" />
        </div>
      ))}
    </dl>
  )
}

function PrintedQuestion({ number, paper, right, withKey, t }: Question & { withKey: boolean; t: Translate }) {
  return (
    <div className="printed-question my-8">
      <h3 className="mb-3 flex items-baseline gap-3 text-lead font-semibold">
        <span className="text-accent">{number}</span> <span className="min-w-0 grow">{paper.title}</span>
        <span className="interface shrink-0 font-normal text-soft">
          {t('builder.paperPoints', { points: paper.points })}
        </span>
      </h3>
      <Paper
        nodes={paper.nodes}
        tied="inline-block max-w-full"
        inLine={(name) => withKey || blankInLine(paper.fields.find((one) => one.name === name))}
        drawField={(name, alone) => {
          const field = paper.fields.find((one) => one.name === name)
          if (!field) return null
          if (withKey)
            return (
              <span className="font-semibold">
                [<Label of={field} />]
              </span>
            )
          return <Blank field={field} alone={alone} t={t} />
        }}
      />
      {withKey
        ? paper.fields.map((field) => {
            const shown = right.find(({ name }) => name === field.name)
            return shown ? <KeyShown key={field.name} field={field} shown={shown} /> : null
          })
        : null}
    </div>
  )
}
