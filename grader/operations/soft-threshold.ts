import { binary } from './elementwise.ts'

export const softThreshold = binary({
  name: 'soft_threshold',
  summary: 'sign(w) max(|w| - t, 0) of every entry: the proximal step of the L1 norm with threshold t.',
  example: 'soft_threshold(w - eta g, eta lambda)',
  gradient: ['g .* (abs(x_1) > x_2)', '-g .* sign(x_1) .* (abs(x_1) > x_2)'],
  integers: 'kept',
  float64: (w, t) => (w > t ? w - t : w < -t ? w + t : 0),
  tfjs: (tf, w, t) => tf.mul(tf.sign(w), tf.relu(tf.sub(tf.abs(w), t))),
})
