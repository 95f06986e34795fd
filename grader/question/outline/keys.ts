/** A key of a question file, documented for editors. `path` says what it is a key of. */
export interface DocumentedKey {
  path: string
  key: string
  says: string
  example: string
  required: boolean
}

/** `path | key | example | says`; a key with a `!` must be there. The guide says the same at length. */
const table = `
question | title! | title: One step of a GRU | What the question is called.
question | topics | topics: [recurrent, gates] | What it is about: for searching, and for the report of a result.
question | decimals | decimals: 3 | Decimals asked for where a field says nothing: 3 if left out.
question | leniency | leniency: 1.5 | Bands are multiplied by this, from 1 to 10.
question | parameters | parameters:\\n  x: decimals([3], -2, 2, 1) | What is drawn for every student: a name and how it is drawn.
question | where | where:\\n  - z[1] != z[2] | Conditions on the draw, true for every entry. A draw that breaks one is drawn again.
question | reference | reference:\\n  y: W x + b | The worked solution, one named step a line. The grader runs it.
question | answers! | answers:\\n  y: { points: 1 } | The blanks. One with the name of a step takes its kind and shape from it.
question | mistakes | mistakes:\\n  bias-forgotten:\\n    steps: { y: W x }\\n    says: You left the bias out. | What students do wrong: steps put in the place of the reference's, what to say, and a share of the points.
question | conventions | conventions:\\n  rows:\\n    steps: { y: W^T x }\\n    says: You have one column an output. | Other people's definitions: written as mistakes are, but they earn all.
question | slips | slips: auto | Common slips, made from the reference: auto, none, or some of them.
question | figures | figures:\\n  map: { kind: grid, value: h, alt: The map h. } | Drawn from values or uploaded, with a text alternative; placed as :figure[name].
slips | steps | steps: [scaled, p] | The steps to look at; all that lead to an answer if left out.
slips | kinds | kinds: [factor, sign] | The kinds of slips that are made; all if left out.
slips | earns | earns: 0.4 | The share of the points that a slip earns: 0.5 if left out.
field | kind | kind: shape | number, shape, tensor, formula, choice, order, text, upload, layers or property. A step's own kind if left out.
field | points! | points: 2 | What the field is worth.
field | label | label: Forget gate $f_t$ | What it is called beside its box and in results; formulas between dollar signs.
field | step | step: f_t | The step that it is judged by; the one of its name if left out.
field | decimals | decimals: 2 | How many decimals are asked for. Whole numbers are exact.
field | axes | axes: [height, width] | The names of the sizes of a shape.
field | resizable | resizable: true | Students choose the size of the grid themselves.
field | after | after: [p] | Which earlier answers it is judged from as well; all that it follows from if left out, none with [].
formula | equals! | equals: floor((W - F + 2P)/S) + 1 | A right formula. Any other that gives the same is right too.
formula | target | target: W' | What stands before the equals sign.
formula | symbols! | symbols: { W: integer 5..64, x: vector d } | What may be used, and from where its values are drawn. Letters are free sizes.
formula | mistakes | mistakes:\\n  forgot-one: { equals: "W - F", says: Count the first one., earns: 0.5 } | Wrong formulas, by name.
formula | accept | accept: ["x^2"] | More right formulas, where one is right by convention only.
formula | form | form: { require: [Phi], forbid: [erf], simplified: true } | What a right formula must look like.
form | allow | allow: [exp] | Only these symbols and functions may be used.
form | require | require: [Phi] | These symbols and functions must be used.
form | forbid | forbid: [erf] | These symbols and functions may not be used.
form | simplified | simplified: true | Nothing in it can be written shorter.
form | earns | earns: 0.5 | The share of a right formula in another form: 0 if left out.
symbol | is! | is: vector d | What it stands for: number, integer 5..64, vector d, matrix d×k, function sigmoid …
symbol | latex | latex: "s_{t-1}" | How it is printed.
symbol | aliases | aliases: [s_prev] | Other ways to type it.
choice | options! | options:\\n  right: Yes.\\n  others: [No.] | The options: right ones and others.
choice | many | many: true | More than one may be chosen; so if right is a list.
choice | shuffle | shuffle: false | Options are shown as written; shuffled if left out.
options | right! | right: Yes. | The right option, or a list of right ones.
options | others! | others: [No., { text: Perhaps., says: There is no doubt. }] | The wrong options.
option | text! | text: Perhaps. | The option itself: Markdown with {{…}} and :figure[name].
option | says | says: There is no doubt. | Shown with the result to who chose it.
order | lines! | lines: [First this., Then that.] | The lines in their right order.
order | distractors | distractors: [Never this.] | Lines that belong nowhere.
text | rubric! | rubric: [{ says: Names weight sharing, points: 1 }] | What a person scores by; adds up to at least the points.
text | upload | upload: allowed | Photographed pages may be handed in with it.
text | length | length: 2000 | The most characters: 4000 if left out.
text | solution | solution: One filter is used at every position. | Shown after release.
upload | rubric! | rubric: [{ says: Every edge has its shape, points: 2 }] | What a person scores by; adds up to at least the points.
upload | solution | solution: See the sketch on the board. | Shown after release.
rubric item | says! | says: Names weight sharing | What earns the points.
rubric item | points! | points: 1 | How many it earns.
layers | input! | input: [3, 64, 64] | The sizes of what goes in: one or three.
layers | output! | output: [2] | The sizes of what must come out.
layers | budget! | budget: 200000 | The most parameters the network may have.
layers | solution | solution: Three convolutions, then a dense layer. | Shown after release.
property | shape | shape: [2] | The sizes of the answer; left out for a number.
property | decimals | decimals: 2 | How many decimals are asked for; with 0 properties are exact.
property | holds! | holds:\\n  - { that: norm(v) >= 1, says: It is not shorter than 1. } | What must be true of an answer, for every entry.
property | example! | example: "[y[2], -y[1]]" | One answer that is right.
property | mistakes | mistakes:\\n  along: { value: y, says: This is $y$ itself. } | Answers that are not right, by name.
holds item | that! | that: "dot(v, y) = 0" | A comparison or a truth value of the answer, the parameters and the steps.
holds item | says! | says: It is orthogonal to $y$. | What is said of it with the result.
holds item | share | share: 0.6 | Its share of the points; all alike if none is said.
mistake | steps! | steps: { y: W x } | The steps that are put in the place of the reference's.
mistake | says! | says: You left the bias out. | What a student who made it is told.
mistake | earns | earns: 0.5 | The share of the points: 0 for a mistake, 1 for a convention if left out.
formula mistake | equals! | equals: "W - F" | The wrong formula.
formula mistake | says! | says: Count the first one. | What a student who wrote it is told.
formula mistake | earns | earns: 0.5 | The share of the points: 0 if left out.
property mistake | value! | value: y | The wrong answer.
property mistake | says! | says: This is $y$ itself. | What a student who gave it is told.
property mistake | earns | earns: 0.5 | The share of the points; what its properties earn if left out.
figure | kind! | kind: grid | What it is: a plot, a grid, or an image that was uploaded.
figure | alt! | alt: The 4×4 map h. | The same in words, for who cannot see it; may hold {{…}}.
grid | value! | value: h | The matrix that is drawn as cells.
grid | window | window: 2 | Cells are cut into windows of this size.
image | file! | file: map-640x480-0123456789abcdef.png | The picture, by the name that it was given when it was uploaded.
plot | variable! | variable: t | What runs along the axis.
plot | from! | from: 0 | Where the axis begins.
plot | to! | to: 4 S | Where the axis ends.
plot | curve! | curve: "min(1, t / S)" | The height of the curve at the variable.
plot | x! | x: step | What is written along the axis.
plot | y! | y: rate | What is written up the side.
`

export const documentedKeys: readonly DocumentedKey[] = table
  .trim()
  .split('\n')
  .map((line) => {
    const [path = '', key = '', example = '', says = ''] = line.split(' | ')
    const required = key.endsWith('!')
    return { path, key: key.replace('!', ''), says, example: example.replaceAll('\\n', '\n'), required }
  })
