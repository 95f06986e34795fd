import { round, scalar } from '../arithmetic.ts'
import type { Answers, Params, Slip } from '../sheet.ts'
import { decimals, list, options } from '../write.ts'

function rates(params: Params, slope: number, decay = (t: number) => 1 / Math.sqrt(t), warm = true): Answers {
  const end = scalar(params, 'S')
  const steps = ['t_1', 't_2', 't_3', 't_4', 't_5'].map((name) => scalar(params, name))
  return {
    rate: list(
      steps.map((t) => (warm && t <= end ? slope * t : decay(t))),
      4,
    ),
  }
}

function slope(params: Params): number {
  return round(scalar(params, 'S') ** -1.5, 5)
}

export function schedule(params: Params): Answers {
  return {
    k: decimals(slope(params), 5),
    ...rates(params, slope(params)),
    plot: options(
      /figure\[warmup\]|rises from near zero along a straight line to a corner at step \d+, then falls, steeply/,
    ),
  }
}

/** A wrong slope, carried on honestly. */
function wrongSlope(params: Params, k: number): Answers {
  return { k: decimals(k, 5), ...rates(params, round(k, 5)) }
}

export const scheduleSlips: Slip[][] = [
  [
    {
      mistake: 'slope-one-over-end',
      answers: (params) => wrongSlope(params, 1 / scalar(params, 'S')),
      named: ['k'],
    },
    { mistake: 'decay-everywhere', answers: (params) => rates(params, 0, undefined, false) },
    {
      mistake: 'slope-is-the-peak',
      answers: (params) => wrongSlope(params, 1 / Math.sqrt(scalar(params, 'S'))),
      named: ['k'],
    },
    {
      mistake: 'decay-from-end',
      answers: (params) => rates(params, slope(params), (t) => 1 / Math.sqrt(t - scalar(params, 'S'))),
    },
    { mistake: 'decay-inverse', answers: (params) => rates(params, slope(params), (t) => 1 / t) },
  ],
]
