import { asSteps, type GoldenAdapter, input } from './golden.ts'

/** Softmax along the last axis and the mean cross-entropy in nats; every line of logits is a row, classes from 0. */
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
    },
    steps: {
      softmax: 'softmax(z)',
      log_softmax: 'log_softmax(z)',
      target: `one_hot(k, ${classes})`,
      loss: '-dot(target, log_softmax)',
      glogits: '(softmax - target) / n',
    },
    outputs: {
      ...asSteps('softmax', 'log_softmax', 'glogits'),
      loss: (steps) => [steps('loss').reduce((a, b) => a + b, 0) / rows],
    },
  }
}
