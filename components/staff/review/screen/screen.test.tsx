import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { pickMessages } from '../../../messages/catalogue.ts'
import { MessagesProvider } from '../../../messages/provider.tsx'
import type { ReviewCard } from '../card.ts'
import { usual } from '../keys/bindings.ts'
import { entryOf } from '../session/entry.ts'
import { madeCard } from '../testing/cards.ts'
import { AnswerPanel } from './answer-panel.tsx'
import { DecisionPanel } from './decision-panel.tsx'
import { PartsPanel } from './parts-panel.tsx'
import { screenMessages } from './screen-messages.ts'

const nothing = { read: () => null, write: () => {}, remove: () => {}, keys: () => [] }
const no = () => {}

const drawn = (node: ReactNode) =>
  renderToStaticMarkup(
    <MessagesProvider locale="en" messages={pickMessages('en', screenMessages)}>
      {node}
    </MessagesProvider>,
  )
const text = (node: ReactNode) =>
  drawn(node)
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')

const decision = (card: ReviewCard, hint: 'undecided' | null = null) =>
  text(
    <DecisionPanel
      entry={entryOf(card, nothing)}
      bindings={usual}
      hint={hint}
      onDraft={no}
      onSave={no}
      onFull={no}
      onZero={no}
      onTakeBack={null}
      onEditRubric={null}
      examId="e"
    />,
  )

describe('the reviewing screen', () => {
  it('sets what the grader and what people gave side by side, the part under review among them', () => {
    const card = madeCard(1, { decidedBy: { y: 'Uma' } })
    const shown = text(<PartsPanel card={card} points={1.5} addressOf={(field) => `/at/${field}`} />)
    expect(shown).toContain('The value ✓ Right 1 of 1 by Uma')
    expect(shown).toContain('Why this one … Waits for a reader 1.5 of 2 as you decide')
    expect(text(<PartsPanel card={madeCard(1)} points={null} addressOf={null} />)).toContain('1 of 1 by the grader')
  })

  it('has a key on every rubric item and says what each is worth, shares in points', () => {
    expect(decision(madeCard(1))).toMatch(/Names it \+1 1 .*Says why \+1 2/)
    expect(decision(madeCard(1), 'undecided')).toContain('Tick an item or give points first.')
  })

  it('asks for a reason only where there is something to put aside', () => {
    expect(decision(madeCard(1))).not.toContain('Reason')
    expect(decision(madeCard(1))).toContain('Save and next')
    const computed = decision(madeCard(1, { why: null, computed: 2 }))
    expect(computed).toContain('The grader gave 2 of 2. Points here override it, with a reason.')
    expect(computed).toContain('Reason')
    expect(computed).not.toContain('Save and next')
  })

  it('says so where nothing was answered', () => {
    const card = madeCard(1, { answerNodes: null })
    const fields = card.question.fields.map((field) => ({ ...field, answer: null }))
    expect(text(<AnswerPanel card={{ ...card, question: { ...card.question, fields } }} />)).toContain(
      'Nothing was answered.',
    )
    expect(text(<AnswerPanel card={madeCard(1)} />)).toContain('Because.')
  })
})
