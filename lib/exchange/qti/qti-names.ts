import { type Element, isElement } from '../markup/tree.ts'

/** Names of 2.x that are one word; the others are recognised by their capitals. */
const words = new Set(
  (
    'prompt value mapping gap hottext variable correct equal match not and or sum member default product subtract divide ' +
    'power random multiple ordered repeat index round truncate gcd lcm min max lt lte gt gte null contains'
  ).split(' '),
)

/** An item of 2.x with the names of 3: `choiceInteraction` is `qti-choice-interaction`. Depth is bounded by the reader. */
export function namesOf3(node: Element, math = false): Element {
  const inMath = math || node.tag === 'math'
  const plain = inMath || node.tag.startsWith('qti-') || !(/[a-z][A-Z]/.test(node.tag) || words.has(node.tag))
  return {
    ...node,
    tag: plain ? node.tag : `qti-${hyphenated(node.tag)}`,
    attributes: Object.fromEntries(Object.entries(node.attributes).map(([name, value]) => [hyphenated(name), value])),
    children: node.children.map((child) => (isElement(child) ? namesOf3(child, inMath) : child)),
  }
}

const hyphenated = (name: string) => name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
