'use client'
import { useMessages } from '../../../messages/provider.tsx'
import { Label } from '../../../paper/label.tsx'
import { Paper } from '../../../paper/paper.tsx'
import { useWideMath } from '../../../paper/use-wide-math.ts'
import { FieldResult } from '../../../result/field-result.tsx'
import { partingAt } from '../../../result/parting/parting.ts'
import type { ReviewCard } from '../card.ts'

interface Props {
  card: ReviewCard
  open: boolean
  onToggle: (open: boolean) => void
}

/** The question as it was set, with every part's answer in its place. Drawn when it is opened: it may be long. */
export function QuestionPanel({ card: { question, name: under }, open, onToggle }: Props) {
  const { t } = useMessages()
  const wide = useWideMath()
  return (
    <details
      className="mt-8 border-t border-rule pt-4"
      open={open}
      onToggle={(event) => event.currentTarget.open !== open && onToggle(event.currentTarget.open)}
    >
      <summary className="interface min-h-7 text-accent">{t('reviewing.theQuestion')}</summary>
      {open && (
        <div ref={wide} className="mt-4 max-w-measure">
          <Paper
            nodes={question.paper.nodes}
            inLine={() => false}
            drawField={(name) => {
              const field = question.paper.fields.find((one) => one.name === name)
              if (!field) return null
              if (name === under)
                return (
                  <span className="eyebrow bg-wash px-1 text-accent">
                    [<Label of={field} />]
                  </span>
                )
              const shown = question.fields.find((one) => one.name === name)
              const parting = shown?.grading?.firstWrong ? partingAt(question, name) : null
              return <FieldResult slug={question.slug} field={field} shown={shown} solved={false} parting={parting} />
            }}
          />
        </div>
      )}
    </details>
  )
}
