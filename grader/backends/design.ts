import type { Tensor } from '@tensorflow/tfjs'
import type { Layer } from '../answers/layer.ts'
import type { LayerLine } from '../answers/layers.ts'
import type { Tfjs } from '../operations/operation.ts'
import { axis } from '../operations/tensor64.ts'
import { refusal } from './design-limits.ts'
import { applyLayer, weightShapes } from './design-network.ts'
import type { BackendName } from './executor.ts'
import { readBack } from './read-back.ts'
import { startBackend } from './start-backend.ts'

/** What a layer table is asked for; shapes are [height, width, channels] or [n]. */
export interface DesignTask {
  input: readonly number[]
  output: readonly number[]
  parameterBudget: number
}

export interface DesignRun {
  /** the shapes connect, and forward and backward gave finite numbers */
  runs: boolean
  /** the first thing wrong, as a sentence for the student that names the row; null where nothing is */
  message: string | null
  /** what each layer gave when it ran */
  shapes: number[][]
  /** weights and biases that were made */
  parameters: number
  outputFits: boolean
  budgetHolds: boolean
  finite: { loss: boolean; gradients: boolean }
}

/**
 * Builds the network of a layer table (`readLayers(…).lines`) with tfjs and runs it once forward and backward on a fixed
 * input. Costs are bounded before anything runs. Throws an Error where the run and the arithmetic of the table part.
 */
export async function runDesign(
  lines: readonly LayerLine[],
  task: DesignTask,
  backend: BackendName,
): Promise<DesignRun> {
  const refused = lines.length === 0 ? 'The table has no rows yet.' : refusal(lines, task.input)
  if (refused) return notRun(refused)
  const tf = await startBackend(backend)
  const run = await execute(tf, lines, task.input)
  for (const [i, line] of lines.entries()) {
    const found = run.shapes[i]?.join('×')
    if (found !== line.shape?.join('×')) throw new Error(`Row ${line.row} gave ${found}, not ${line.shape?.join('×')}.`)
  }
  const outputFits = run.shapes.at(-1)?.join('×') === task.output.join('×')
  const budgetHolds = run.parameters <= task.parameterBudget
  const runs = run.finite.loss && run.finite.gradients
  return { ...run, runs, outputFits, budgetHolds, message: complaint(run, { runs, outputFits, budgetHolds }, task) }
}

function notRun(message: string): DesignRun {
  const finite = { loss: false, gradients: false }
  return { runs: false, message, shapes: [], parameters: 0, outputFits: false, budgetHolds: false, finite }
}

type Executed = Pick<DesignRun, 'shapes' | 'parameters' | 'finite'>

function complaint(
  run: Executed,
  found: Pick<DesignRun, 'runs' | 'outputFits' | 'budgetHolds'>,
  task: DesignTask,
): string | null {
  if (!found.runs) return 'The network ran, but its loss or a gradient is not finite.'
  const last = run.shapes.at(-1)?.join('×')
  if (!found.outputFits)
    return `Row ${run.shapes.length}: the network gives ${last}, but the task asks for ${task.output.join('×')}.`
  if (found.budgetHolds) return null
  return `The network has ${run.parameters} parameters, but the budget is ${task.parameterBudget}.`
}

async function execute(tf: Tfjs, lines: readonly LayerLine[], input: readonly number[]): Promise<Executed> {
  const layers = lines.flatMap(({ layer }) => (layer ? [layer] : []))
  const before = [input, ...lines.map(({ shape }) => shape ?? [])]
  const wanted = layers.map((layer, i) => weightShapes(layer, before[i] ?? []))
  const shapes: number[][] = []
  const results = tf.tidy(() => {
    const x = wave(tf, input.length === 3 ? [1, input[2] ?? 1, input[0] ?? 1, input[1] ?? 1] : [1, ...input], 1)
    const weights = wanted.flat().map((shape) => wave(tf, shape, Math.sqrt(2 / fanIn(shape))))
    const loss = (...given: Tensor[]) => tf.mean(tf.square(forward(tf, layers, wanted, given, shapes)))
    // a network without weights has the gradient of its input
    const { value, grads } =
      weights.length > 0
        ? tf.valueAndGrads((...given: Tensor[]) => loss(x, ...given))(weights)
        : tf.valueAndGrads(loss)([x])
    // one number a gradient: not finite if any of its entries is not
    return tf.stack([value, ...grads.map((gradient) => tf.sum(tf.abs(gradient)))])
  })
  const [loss = Number.NaN, ...gradients] = await readBack(results.data(), tf.getBackend())
  results.dispose()
  const finite = { loss: Number.isFinite(loss), gradients: gradients.every(Number.isFinite) }
  const parameters = wanted.flat().reduce((sum, shape) => sum + shape.reduce((a, b) => a * b, 1), 0)
  return { shapes, parameters, finite }
}

function forward(
  tf: Tfjs,
  layers: readonly Layer[],
  wanted: readonly number[][][],
  given: readonly Tensor[],
  shapes: number[][],
): Tensor {
  let [x, ...weights] = given
  if (!x) throw new Error('The network has no input.')
  for (const [i, layer] of layers.entries()) {
    const own = wanted[i]?.length ?? 0
    x = applyLayer(tf, layer, x, weights.slice(0, own))
    weights = weights.slice(own)
    const [, ...rest] = x.shape
    shapes[i] = rest.length === 3 ? [rest[1] ?? 0, rest[2] ?? 0, rest[0] ?? 0] : rest
  }
  return x
}

/** A prime number of values, so that no layer meets them in step when they come round again. */
const waves = Float64Array.from({ length: 65_521 }, (_, i) => Math.sin(1 + 2.3 * i + 0.07 * i * i))

/** Fixed values without a pattern that a layer could cancel. */
function wave(tf: Tfjs, shape: number[], scale: number): Tensor {
  const values = new Float32Array(shape.reduce((a, b) => a * b, 1))
  for (const [i, value] of waves.subarray(0, values.length).entries()) values[i] = scale * value
  for (let at = waves.length; at < values.length; at += waves.length) values.copyWithin(at, 0, waves.length)
  return tf.tensor(values, shape, 'float32')
}

/** Inputs of one unit of a layer whose weights have this shape: [n, units], [1, K, C, kh, kw], or a bias. */
function fanIn(shape: readonly number[]): number {
  return shape.length === 2 ? axis(shape, 0) : shape.slice(2).reduce((a, b) => a * b, 1)
}
