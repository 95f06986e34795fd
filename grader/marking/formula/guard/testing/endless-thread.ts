import { type JudgedFormula, judgeFormula } from '../../judge-formula.ts'
import { serve } from '../serve.ts'

/** A comparison that has gone wild: on these words it never ends, takes all memory, or leaves. */
serve((field, answer): JudgedFormula => {
  if (answer.source === 'x + endless') for (;;);
  if (answer.source === 'x + leaves') process.exit(3)
  if (answer.source === 'x + throws') throw new Error('it threw')
  if (answer.source === 'x + memory') {
    const kept: number[][] = []
    for (;;) kept.push(new Array(1e5).fill(kept.length))
  }
  return judgeFormula(field, answer)
})
