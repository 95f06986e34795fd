import { abs } from './abs.ts'
import { add } from './add.ts'
import { and } from './and.ts'
import { argmax } from './argmax.ts'
import { attention } from './attention.ts'
import { attentionWeights } from './attention-weights.ts'
import { avgpool } from './avgpool.ts'
import { avgpoolGrad } from './avgpool-grad.ts'
import { batchnorm } from './batchnorm.ts'
import { batchnormEval } from './batchnorm-eval.ts'
import { beside } from './beside.ts'
import { ceil } from './ceil.ts'
import { column } from './column.ts'
import { columns } from './columns.ts'
import { concat } from './concat.ts'
import { convTranspose2d } from './conv-transpose2d.ts'
import { conv2d } from './conv2d.ts'
import { conv2dInputGrad } from './conv2d-input-grad.ts'
import { conv2dKernelGrad } from './conv2d-kernel-grad.ts'
import { cos } from './cos.ts'
import { cosineSimilarity } from './cosine-similarity.ts'
import { crop } from './crop.ts'
import { crossEntropy } from './cross-entropy.ts'
import { dense } from './dense.ts'
import { diag } from './diag.ts'
import { divide } from './divide.ts'
import { dot } from './dot.ts'
import { element } from './element.ts'
import { embedding } from './embedding.ts'
import { equal } from './equal.ts'
import { erf } from './erf.ts'
import { exp } from './exp.ts'
import { flatten } from './flatten.ts'
import { flip } from './flip.ts'
import { floor } from './floor.ts'
import { gelu } from './gelu.ts'
import { geluTanh } from './gelu-tanh.ts'
import { groupnorm } from './groupnorm.ts'
import { hinge } from './hinge.ts'
import { identity } from './identity.ts'
import { kl } from './kl.ts'
import { layernorm } from './layernorm.ts'
import { less } from './less.ts'
import { lessEqual } from './less-equal.ts'
import { ln } from './ln.ts'
import { log } from './log.ts'
import { logSoftmax } from './log-softmax.ts'
import { maskedSoftmax } from './masked-softmax.ts'
import { matmul } from './matmul.ts'
import { max } from './max.ts'
import { maxpool } from './maxpool.ts'
import { maxpoolGrad } from './maxpool-grad.ts'
import { maxpoolPlaces } from './maxpool-places.ts'
import { mean } from './mean.ts'
import { meanColumns } from './mean-columns.ts'
import { meanRows } from './mean-rows.ts'
import { min } from './min.ts'
import { mod } from './mod.ts'
import { multiply } from './multiply.ts'
import { negate } from './negate.ts'
import { norm } from './norm.ts'
import { normalCdf } from './normal-cdf.ts'
import { normalDensity } from './normal-density.ts'
import { not } from './not.ts'
import { notEqual } from './not-equal.ts'
import { oneHot } from './one-hot.ts'
import { ones } from './ones.ts'
import type { Operation } from './operation.ts'
import { or } from './or.ts'
import { outer } from './outer.ts'
import { pad } from './pad.ts'
import { positionalEncoding } from './positional-encoding.ts'
import { power } from './power.ts'
import { product } from './product.ts'
import { range } from './range.ts'
import { relu } from './relu.ts'
import { reshape } from './reshape.ts'
import { round } from './round.ts'
import { row } from './row.ts'
import { sampleVariance } from './sample-variance.ts'
import { select } from './select.ts'
import { sigmoid } from './sigmoid.ts'
import { sign } from './sign.ts'
import { silu } from './silu.ts'
import { sin } from './sin.ts'
import { slice } from './slice.ts'
import { softThreshold } from './soft-threshold.ts'
import { softmax } from './softmax.ts'
import { softplus } from './softplus.ts'
import { sqrt } from './sqrt.ts'
import { stackrows } from './stackrows.ts'
import { step } from './step.ts'
import { subtract } from './subtract.ts'
import { sum } from './sum.ts'
import { sumColumns } from './sum-columns.ts'
import { sumRows } from './sum-rows.ts'
import { tan } from './tan.ts'
import { tanh } from './tanh.ts'
import { topKMask } from './top-k-mask.ts'
import { trace } from './trace.ts'
import { transpose } from './transpose.ts'
import { upsample } from './upsample.ts'
import { variance } from './variance.ts'
import { zeros } from './zeros.ts'

const all: readonly Operation[] = [
  beside,
  columns,
  batchnorm,
  batchnormEval,
  groupnorm,
  upsample,
  cosineSimilarity,
  kl,
  hinge,
  crossEntropy,
  embedding,
  topKMask,
  positionalEncoding,
  maxpoolPlaces,
  convTranspose2d,
  conv2dKernelGrad,
  conv2dInputGrad,
  abs,
  add,
  and,
  argmax,
  attention,
  attentionWeights,
  avgpool,
  avgpoolGrad,
  ceil,
  column,
  concat,
  conv2d,
  cos,
  crop,
  dense,
  diag,
  divide,
  dot,
  element,
  equal,
  erf,
  exp,
  flatten,
  flip,
  floor,
  gelu,
  geluTanh,
  identity,
  layernorm,
  less,
  lessEqual,
  ln,
  log,
  logSoftmax,
  maskedSoftmax,
  matmul,
  max,
  maxpool,
  maxpoolGrad,
  mean,
  meanColumns,
  meanRows,
  min,
  mod,
  multiply,
  negate,
  norm,
  normalCdf,
  normalDensity,
  not,
  notEqual,
  oneHot,
  ones,
  or,
  outer,
  pad,
  power,
  product,
  range,
  relu,
  reshape,
  round,
  row,
  sampleVariance,
  select,
  sigmoid,
  sign,
  silu,
  sin,
  slice,
  softmax,
  softplus,
  softThreshold,
  sqrt,
  stackrows,
  step,
  subtract,
  sum,
  sumColumns,
  sumRows,
  tan,
  tanh,
  trace,
  transpose,
  variance,
  zeros,
]

/** Every operation that an expression can call, by the name it is called by. */
export const operations: ReadonlyMap<string, Operation> = new Map(all.map((operation) => [operation.name, operation]))
