import { unary } from './elementwise.ts'
import { indicator } from './rows.ts'

export const round = unary({
  name: 'round',
  summary: 'The nearest integer; halves go away from zero: round(2.5) is 3, round(-2.5) is -3.',
  example: 'round(x)',
  noGradient: 'it jumps and is constant in between',
  integers: 'always',
  float64(x) {
    const size = Math.abs(x)
    const whole = Math.floor(size)
    const nearest = size - whole >= 0.5 ? whole + 1 : whole
    return x < 0 ? 0 - nearest : nearest
  },
  tfjs(tf, x) {
    const size = tf.abs(x)
    const whole = tf.floor(size)
    // not floor(size + 0.5): the sum may round up to the next integer
    const up = indicator(tf, tf.greaterEqual(tf.sub(size, whole), 0.5))
    return tf.mul(tf.sign(x), tf.add(whole, up))
  },
})
