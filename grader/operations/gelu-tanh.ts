import { unary } from './elementwise.ts'

const scale = Math.sqrt(2 / Math.PI)
const cubic = 0.044715
const half = `sigmoid(${2 * scale} (x + ${cubic} x .* x .* x))`

export const geluTanh = unary({
  name: 'gelu_tanh',
  summary: 'The tanh approximation x/2 (1 + tanh(√(2/π) (x + 0.044715 x³))) of GELU, of every entry.',
  example: 'gelu_tanh(x)',
  // with s = sigmoid(2u), gelu_tanh = x s
  gradient: [`g .* (${half} + x .* ${half} .* (1 - ${half}) .* (${2 * scale} + ${6 * scale * cubic} x .* x))`],
  integers: 'lost',
  // (1 + tanh u)/2 = 1/(1 + e^(-2u)), which does not cancel for negative u
  float64: (x) => x / (1 + Math.exp(-2 * scale * (x + cubic * x ** 3))),
  tfjs(tf, x) {
    const u = tf.mul(scale, tf.add(x, tf.mul(cubic, tf.mul(x, tf.square(x)))))
    return tf.mul(x, tf.sigmoid(tf.mul(2, u)))
  },
})
