import { additiveAttention } from './additive-attention.ts'
import { attention } from './attention.ts'
import { avgpool2d } from './avgpool2d.ts'
import { batchnorm2d } from './batchnorm2d.ts'
import { convOutSize } from './conv-out-size.ts'
import { convTranspose2d } from './conv-transpose2d.ts'
import { conv1x1 } from './conv1x1.ts'
import { conv2d } from './conv2d.ts'
import { depthwiseSeparable } from './depthwise-separable.ts'
import { embedding } from './embedding.ts'
import { gelu } from './gelu.ts'
import type { GoldenAdapter } from './golden.ts'
import { gruExam } from './gru-exam.ts'
import { gruTorch } from './gru-torch.ts'
import { layernorm } from './layernorm.ts'
import { lrSchedule } from './lr-schedule.ts'
import { lstm } from './lstm.ts'
import { maxpool2d } from './maxpool2d.ts'
import { optimizers } from './optimizers.ts'
import { residualAlpha } from './residual-alpha.ts'
import { softmaxXent } from './softmax-xent.ts'
import { transformerFfn } from './transformer-ffn.ts'

/** How each kind of golden file is run, by the name it gives itself (`op`). */
export const goldenAdapters: ReadonlyMap<string, GoldenAdapter> = new Map([
  ['additive_attention', additiveAttention],
  ['attention', attention],
  ['avgpool2d', avgpool2d],
  ['batchnorm2d', batchnorm2d],
  ['conv1x1', conv1x1],
  ['conv2d', conv2d],
  ['conv_out_size', convOutSize],
  ['conv_transpose2d', convTranspose2d],
  ['depthwise_separable', depthwiseSeparable],
  ['embedding', embedding],
  ['gelu', gelu],
  ['gru_exam', gruExam],
  ['gru_torch', gruTorch],
  ['layernorm', layernorm],
  ['lr_schedule', lrSchedule],
  ['lstm', lstm],
  ['maxpool2d', maxpool2d],
  ['optimizers', optimizers],
  ['residual_alpha', residualAlpha],
  ['softmax_xent', softmaxXent],
  ['transformer_ffn', transformerFfn],
])
