import { causalMask } from './causal-mask.ts'
import { type GoldenCase, GoldenProblem, type GoldenProgram, type GoldenTensor, scalar, swapLeading } from './golden.ts'

/**
 * Self-attention in heads, as torch.nn.MultiheadAttention: x [L, B, E], one matrix [3E, E] for queries, keys and values,
 * heads side by side in the features, a projection at the end. Inputs are told apart by their shapes, as files name
 * them differently. Each member of the batch is a row.
 */
export function multiheadAttention(golden: GoldenCase): GoldenProgram {
  const all = Object.values(golden.inputs)
  const x = shaped(all, 'x', (shape) => shape.length === 3)
  const [length = 1, batch = 1, width = 1] = x.shape
  const inWeights = shaped(all, 'input weights', ([a, b, c]) => a === 3 * width && b === width && c === undefined)
  const outWeights = shaped(all, 'output weights', ([a, b, c]) => a === width && b === width && c === undefined)
  const inBias = all.find(({ shape }) => shape.length === 1 && shape[0] === 3 * width)
  const outBias = all.find(({ shape }) => shape.length === 1 && shape[0] === width)
  const heads = headsOf(golden)
  const perHead = width / heads
  const steps: Record<string, string> = {}
  const values: GoldenProgram['values'] = {
    x: { shape: [length, width], data: swapLeading(x.data, length, batch) },
    P: { shape: [width, width], data: outWeights.data },
    c: { shape: [width], data: outBias?.data ?? zeros(width) },
    d: scalar(perHead),
  }
  const parts: string[] = []
  for (let h = 1; h <= heads; h++) {
    for (const [part, name] of ['Q', 'K', 'V'].entries()) {
      const first = part * width + (h - 1) * perHead
      values[`W_${name}${h}`] = {
        shape: [perHead, width],
        data: inWeights.data.slice(first * width, (first + perHead) * width),
      }
      values[`b_${name}${h}`] = {
        shape: [perHead],
        data: (inBias?.data ?? zeros(3 * width)).slice(first, first + perHead),
      }
      steps[`${name}_${h}`] = `dense(x, W_${name}${h}, b_${name}${h})`
    }
    const mask = golden.params.causal ? causalMask(length, length) : `ones(${length}, ${length})`
    steps[`weights_${h}`] = `masked_softmax(reshape(Q_${h} K_${h}^T / sqrt(d), ${length}, ${length}), ${mask})`
    steps[`head_${h}`] = `reshape(weights_${h} V_${h}, ${length}, ${perHead})`
    parts.push(`head_${h}^T`)
  }
  // heads stand side by side: their transposes stand one below the other
  const below = parts.map((part, h) =>
    perHead === 1 || length === 1 ? `reshape(head_${h + 1}^T, ${perHead}, ${length})` : part,
  )
  steps.joined = `reshape(concat(${below.join(', ')})^T, ${length}, ${width})`
  steps.y = 'dense(joined, P, c)'
  steps.mean_weights = `(${Array.from({ length: heads }, (_, h) => `weights_${h + 1}`).join(' + ')}) / ${heads}`
  return { rows: batch, values, steps, outputs: outputsOf(golden, { length, batch, heads }) }
}

function outputsOf(
  golden: GoldenCase,
  { length, batch, heads }: { length: number; batch: number; heads: number },
): GoldenProgram['outputs'] {
  const outputs: GoldenProgram['outputs'] = {}
  for (const [name, { shape }] of Object.entries(golden.outputs)) {
    if (shape.length === 4) {
      const all = Array.from({ length: heads }, (_, h) => `weights_${h + 1}`)
      outputs[name] = (steps) =>
        swapLeading(
          all.flatMap((step) => steps(step)),
          heads,
          batch,
        )
    } else if (/weight|attn|alpha/i.test(name)) outputs[name] = (steps) => steps('mean_weights')
    else outputs[name] = (steps) => swapLeading(steps('y'), batch, length)
  }
  return outputs
}

function shaped(
  all: readonly GoldenTensor[],
  what: string,
  fits: (shape: readonly (number | undefined)[]) => boolean,
): GoldenTensor {
  const found = all.find(({ shape }) => fits(shape))
  if (!found) throw new GoldenProblem(`no input has the shape of the ${what}`)
  return found
}

function headsOf(golden: GoldenCase): number {
  const named = Object.entries(golden.params).find(
    ([name, value]) => /head|^h$|^n$/i.test(name) && typeof value === 'number',
  )
  if (!named) throw new GoldenProblem('no parameter tells the number of heads')
  return Number(named[1])
}

function zeros(n: number): number[] {
  return Array<number>(n).fill(0)
}
