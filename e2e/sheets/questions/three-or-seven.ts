import { scalar } from '../arithmetic.ts'
import type { Params, QuestionSheet, SheetAnswer } from '../sheet.ts'
import { prose, size, typed } from '../write.ts'

function smaller(params: Params, by: number): SheetAnswer {
  return size(`[${scalar(params, 'H') - by}, ${scalar(params, 'W') - by}]`)
}

export const threeOrSeven: QuestionSheet = {
  slug: '06-three-or-seven',
  right: (params) => ({
    out_seven: smaller(params, 6),
    out_three: smaller(params, 2),
    share_seven: typed('1/49'),
    share_three: typed('0.1111'),
    stacked: typed(27 * scalar(params, 'C') ** 2),
    single: typed(49 * scalar(params, 'C') ** 2),
    field: typed(7),
    better: prose(
      'The 3×3 filters: the map stays bigger and after pooling more of its cells get a gradient (one of 9 instead of one of 49), ' +
        'so training has more to work with.',
    ),
  }),
  slips: [
    [
      {
        mistake: 'forgot-one',
        answers: (params) => ({ out_seven: smaller(params, 7), out_three: smaller(params, 3) }),
      },
      {
        mistake: 'size-kept',
        answers: (params) => ({ out_seven: smaller(params, 0), out_three: smaller(params, 0) }),
      },
    ],
    [
      {
        mistake: 'share-of-a-side',
        answers: () => ({ share_seven: typed('0.1429'), share_three: typed('1/3') }),
      },
    ],
    [
      { mistake: 'one-layer-only', answers: (params) => ({ stacked: typed(9 * scalar(params, 'C') ** 2) }) },
      {
        mistake: 'channels-counted-once',
        answers: (params) => ({ stacked: typed(27 * scalar(params, 'C')), single: typed(49 * scalar(params, 'C')) }),
      },
    ],
    [
      { mistake: 'fields-multiplied', answers: () => ({ field: typed(9) }) },
      { mistake: 'one-field-only', answers: () => ({ field: typed('3') }) },
    ],
  ],
}
