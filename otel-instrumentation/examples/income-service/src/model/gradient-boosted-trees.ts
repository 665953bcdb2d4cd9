import { z } from 'zod';

const treeSchema = z.object({
  /** Feature that a node splits on; −1 in a leaf. */
  f: z.array(z.int()),
  /** Threshold of a node: at most the threshold goes left. */
  t: z.array(z.number()),
  /** Left and right child. */
  l: z.array(z.int()),
  r: z.array(z.int()),
  /** Value of a leaf, in log-odds. */
  v: z.array(z.number()),
});

const treesSchema = z.object({ features: z.array(z.string()), base: z.number(), trees: z.array(treeSchema) });

type Tree = z.infer<typeof treeSchema>;

/** A binary classifier made of regression trees whose leaves add up to the log-odds of the positive class. */
export class GradientBoostedTrees {
  /** Names of the inputs, in their order. */
  readonly features: readonly string[];
  readonly #base: number;
  readonly #trees: readonly Tree[];

  /** @param json - the content of `adult.json` */
  constructor(json: unknown) {
    const { features, base, trees } = treesSchema.parse(json);
    this.features = features;
    this.#base = base;
    this.#trees = trees;
  }

  /** Probability of the positive class. A missing number (NaN) goes right at every split. */
  probability(inputs: ArrayLike<number>): number {
    let logOdds = this.#base;
    for (const tree of this.#trees) logOdds += leafOf(tree, inputs);
    return 1 / (1 + Math.exp(-logOdds));
  }
}

function leafOf(tree: Tree, inputs: ArrayLike<number>): number {
  let node = 0;
  for (;;) {
    const feature = tree.f[node] as number;
    if (feature < 0) return tree.v[node] as number;
    const left = (inputs[feature] as number) <= (tree.t[node] as number);
    node = (left ? tree.l[node] : tree.r[node]) as number;
  }
}
