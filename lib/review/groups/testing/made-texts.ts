import { Random } from '../../../chaos/model/random.ts'

/** A text of a made class, and which answer it is a wording of. */
export interface MadeText {
  of: number
  markdown: string
}

/** Answers to “Why do more layers of 3×3 train better than one of 7×7?”, each as slots with several wordings. */
const answers: string[][][] = [
  [
    [
      'Three 3x3 layers have the same receptive field as one 7x7 layer',
      'A stack of three 3×3 convolutions sees the same 7×7 region',
      'The receptive field of three stacked 3x3 layers is 7x7 as well',
    ],
    [
      'but need only $27 C^2$ weights instead of $49C^2$',
      'with fewer parameters ($27C^2$ against $49 C^2$)',
      'and the number of weights is smaller, $27 C^2$ rather than $49 C^2$',
    ],
  ],
  [
    [
      'There is a ReLU after every layer',
      'Each of the small layers is followed by a non-linearity',
      'After every 3x3 layer comes an activation function',
    ],
    [
      'so the stack can represent more complicated functions',
      'which makes the decision function more expressive',
      'so more non-linear functions can be learned by the stack',
    ],
  ],
  [
    [
      'The gradient reaches a larger share of the cells',
      'With 3x3 pooling a larger fraction of cells gets a gradient',
      'A larger part of the input cells receives gradient',
    ],
    [
      'so the training signal is less sparse',
      'so that the learning signal is not so sparse',
      'and the signal for training is denser',
    ],
  ],
  [
    [
      '7x7 is better because it sees more of the image at once',
      'The 7×7 filter is better, it sees a bigger part of the picture',
      'I would take 7x7 since a large filter looks at more of the image',
    ],
    [
      'and so finds global structure',
      'and can therefore detect global patterns',
      'so that global structure is detected',
    ],
  ],
  [
    [
      'Small filters overfit less',
      'A smaller kernel regularises the network',
      'With little kernels there is less overfitting',
    ],
    [
      'because dropout works better with them',
      'since dropout is more effective for small kernels',
      'as the dropout has a stronger effect there',
    ],
  ],
  [
    [
      'The 3x3 layers are faster on a GPU',
      'On graphics cards 3x3 convolutions run faster',
      'GPUs compute 3x3 convolutions more quickly',
    ],
    [
      'because Winograd kernels exist for them',
      'thanks to optimised Winograd implementations',
      'as cuDNN has Winograd algorithms for this size',
    ],
  ],
  [
    [
      'Backpropagation has vanishing gradients with 7x7',
      'The gradients vanish when the kernel is 7x7',
      'With kernels of 7x7 the gradient vanishes',
    ],
    [
      'because each weight is divided by 49',
      'since every weight gets only 1/49 of the gradient',
      'as 49 weights share one gradient',
    ],
  ],
  [
    [
      'The output of the 7x7 layer is smaller because of padding',
      'A 7×7 layer without padding shrinks the output by 6',
      'Without padding 7x7 loses six pixels',
    ],
    [
      'so information at the border is lost',
      'and border pixels are thrown away',
      'and the border information disappears',
    ],
  ],
  [
    ['Both train equally well', 'There is no difference between them', 'Neither of the two is better'],
    [
      'because they compute the same linear function',
      'since the composition of convolutions is again a convolution',
      'as a convolution of convolutions is just one convolution',
    ],
  ],
  [
    [
      'Batch normalisation can be applied three times',
      'We can put batch norm after each of the three layers',
      'Three layers means three batch normalisations',
    ],
    [
      'which keeps the activations in a good range',
      'which stabilises the activations',
      'so the activations stay well scaled',
    ],
  ],
  // the same words as others above, and another meaning
  [
    [
      'Gradients do not vanish with 7x7',
      'The gradients do not vanish when the kernel is 7x7',
      'With kernels of 7x7 the gradient never vanishes',
    ],
    [
      'because every weight gets the whole gradient',
      'since the gradient of each weight is a full sum',
      'as every one of the 49 weights has its own gradient',
    ],
  ],
  [
    [
      'Three 3x3 layers have a smaller receptive field than one 7x7 layer',
      'A stack of three 3×3 convolutions sees less than a 7×7 region',
      'The receptive field of three stacked 3x3 layers is only 5x5',
    ],
    ['so details are kept', 'which keeps the details', 'and details survive'],
  ],
]

const fillers = ['', '', '', 'I think that ', 'Answer: ', 'In my opinion ', '- ', '**', 'Because ']
const ends = ['', '.', '!', ' :)', '.  \n', '. This is why.']

/** A class of texts, always the same for the same numbers; about a tenth of them say something of their own. */
export function madeTexts(count: number, seed = 7): MadeText[] {
  const random = seeded(seed)
  const pick = <T>(of: readonly T[]): T => of[Math.floor(random() * of.length)] as T
  return Array.from({ length: count }, (_, k) => {
    if (random() < 0.1) return { of: -1 - k, markdown: ownWords(random, k) }
    // the first answers are the commonest, as in a class
    const of = Math.floor(answers.length * random() ** 2)
    const slots = (answers[of] as string[][]).map((wordings) => pick(wordings))
    const joined =
      random() < 0.2 ? `${slots[1]}; ${lowerFirst(slots[0] ?? '')}` : slots.join(random() < 0.5 ? ', ' : ' ')
    return { of, markdown: mistyped(`${pick(fillers)}${joined}${pick(ends)}`, random) }
  })
}

function ownWords(random: () => number, k: number): string {
  const syllables = ['ka', 'lo', 'mi', 'ter', 'van', 'su', 'rin', 'pol', 'ga', 'den']
  const word = () => Array.from({ length: 3 }, () => syllables[Math.floor(random() * syllables.length)]).join('')
  return `${Array.from({ length: 14 }, word).join(' ')} ${k}`
}

function mistyped(text: string, random: () => number): string {
  if (random() > 0.35) return text
  const at = 1 + Math.floor(random() * (text.length - 2))
  return random() < 0.5 ? text.slice(0, at) + text.slice(at + 1) : text.slice(0, at) + text[at] + text.slice(at)
}

const lowerFirst = (text: string) => text.slice(0, 1).toLowerCase() + text.slice(1)

/** Numbers in [0, 1) that are the same for the same seed. */
export function seeded(seed: number): () => number {
  const random = new Random(seed)
  return () => random.next()
}
