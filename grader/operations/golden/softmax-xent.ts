import { asSteps, type GoldenAdapter, input, parameter } from './golden.ts'

/**
 * Softmax along the last axis and the mean cross-entropy in nats; every line of logits is a row, classes from 0. Label
 * smoothing spreads a share of every target over all classes.
 */
export const softmaxXent: GoldenAdapter = (golden) => {
  const logits = input(golden, 'logits')
  const classes = logits.shape.at(-1) ?? 1
  const rows = logits.data.length / classes
  return {
    rows,
    values: {
      z: { shape: [classes], data: logits.data },
      k: { shape: [], data: input(golden, 'target').data.map((k) => k + 1) },
      n: { shape: [], data: [rows] },
      share: { shape: [], data: [parameter(golden, 'label_smoothing', 0)] },
    },
    steps: {
      softmax: 'softmax(z)',
      log_softmax: 'log_softmax(z)',
      target: `(1 - share) one_hot(k, ${classes}) + share / ${classes}`,
      loss: '-dot(target, log_softmax)',
      glogits: '(softmax - target) / n',
    },
    outputs: {
      ...asSteps('softmax', 'log_softmax', 'glogits'),
      loss: (steps) => [steps('loss').reduce((a, b) => a + b, 0) / rows],
    },
  }
}
