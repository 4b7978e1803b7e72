"""Trains the judges of pages, each for every fold and for shipping, and prints how they do on publishers not seen.

    python3 train.py <work folder>

Needs Debian's python3-xgboost.
"""
import json
import os
import sys
import zlib

os.environ['OMP_NUM_THREADS'] = '1'
sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), '../body'))
import numpy as np
import xgboost as xgb
from scipy.optimize import minimize
from scipy.sparse import csr_matrix
from export_trees import export, pack

folder = sys.argv[1]
with open(f'{folder}/pages-as-rows.json') as file:
    data = json.load(file)
examples, names = data['examples'], data['names']
rows = np.array([e['features'] for e in examples], dtype='<f4')
fold = np.array([e['fold'] for e in examples])
sets = np.array([e['set'] for e in examples])
is_invented = np.char.startswith(sets, 'invented')
is_real = ~is_invented & (sets != 'emptied')

DEPTH = {'article': 4, 'body': 2}
ROUNDS = {'article': 80, 'body': 60}
# What is wrong with a body is told by few numbers: many flat trees, slowly.
PACE = {'body': 0.1}
# Examples are few: trees side by side differ less by chance.
ABREAST = 2
# What is made up counts less than what is real, and a listing found less than an article lost.
WEIGHT = np.where(is_invented, 0.4, np.where(sets == 'emptied', 0.3, 1.0))
KEPT = (0.97, 0.98, 0.985, 0.99, 0.995)
BINS = 10


def params(question):
    return dict(objective='binary:logistic', max_depth=DEPTH.get(question, 3), eta=PACE.get(question, 0.16), subsample=0.7,
                colsample_bytree=0.4, min_child_weight=2, reg_lambda=2, tree_method='hist', max_bin=64,
                nthread=1, seed=3, base_score=0.5, num_parallel_tree=ABREAST)


def fit(question, inside, right, matrix):
    matrix = xgb.DMatrix(matrix[inside], right[inside], weight=WEIGHT[inside])
    return xgb.train(params(question), matrix, ROUNDS.get(question, 40))


def logits(model, matrix):
    return model.predict(xgb.DMatrix(matrix), output_margin=True)


groups = np.array([e['group'] for e in examples])
is_article = np.array([e['right']['article'] for e in examples])
bags, few = data['bags'], data['few']
# Words of fewer domains are worth nothing; the others' values are kept small, and only the weightiest are kept.
FEWEST, MOST, STRENGTH = 6, 6000, 1.0
# The words of a page that is judged come from pages of other domains, in training too.
INNER = 4
inner = np.array([zlib.crc32(g.encode()) % INNER for g in groups])


# Every word of every page in its bag: the page, the word with its bag, and how much it counts there, so that long pages do not shout.
lists = [(at, bag, words) for at, e in enumerate(examples) for bag, words in e['words'].items() if words]
page_of = np.repeat([at for at, _, _ in lists], [len(words) for _, _, words in lists])
counts_for = np.repeat([1 / np.sqrt(max(few, len(words))) for _, _, words in lists], [len(words) for _, _, words in lists])
bag_of = np.repeat([bags.index(bag) for _, bag, _ in lists], [len(words) for _, _, words in lists])
word_of = np.concatenate([np.array(words, dtype=np.int64) for _, _, words in lists])
keys, key_of = np.unique(bag_of.astype(np.int64) << 32 | (word_of & 0xffffffff), return_inverse=True)
_, domain_of = np.unique(groups, return_inverse=True)
# A word counts once a domain.
seen = key_of.astype(np.int64) * len(groups) + domain_of[page_of]


class Words:
    """What the words of some pages are worth, by bag: the weights of a logistic regression, in hundredths."""

    def __init__(self, inside):
        inside = inside & is_real
        pairs = np.unique(seen[inside[page_of]]) // len(groups)
        known = np.bincount(pairs, minlength=len(keys)) >= FEWEST
        kept = known[key_of]
        column = (np.cumsum(known) - 1)[key_of[kept]]
        self.keys = keys[known]
        self.matrix = csr_matrix((counts_for[kept], (page_of[kept], column)), shape=(len(examples), len(self.keys)))
        weights = self.fit(self.matrix[inside], is_article[inside].astype(float))
        spread = np.sqrt(self.matrix[inside].power(2).sum(axis=0)).A1
        most = np.argsort(-np.abs(weights) * spread, kind='stable')[:MOST]
        scale = 127 / np.quantile(np.abs(weights[most]), 0.999)
        self.hundredths = np.zeros(len(weights), int)
        self.hundredths[most] = np.clip(np.round(weights[most] * scale), -127, 127)

    def of(self, bag):
        """The hundredths of the words of a bag, 0 for others."""
        return np.where(self.keys >> 32 == bags.index(bag), self.hundredths, 0)

    def pack(self, bag):
        """As the file of judges has them."""
        kept = self.of(bag) != 0
        words = (self.keys[kept] & 0xffffffff).astype(np.uint32).view(np.int32)
        return {'hashes': pack(words, '<i4'), 'values': pack(self.hundredths[kept], 'i1')}

    @staticmethod
    def fit(matrix, right):
        # Both sides count alike, but a listing found less than an article lost.
        weight = np.where(right == 1, 1.0, 0.6 * right.sum() / max(1, (1 - right).sum()))

        def loss(w):
            sums = matrix @ w[:-1] + w[-1]
            error = weight * (1 / (1 + np.exp(-sums)) - right)
            value = (weight * (np.logaddexp(0, sums) - right * sums)).sum() + (w[:-1] @ w[:-1]) / (2 * STRENGTH)
            return value, np.append(matrix.T @ error + w[:-1] / STRENGTH, error.sum())

        start = np.zeros(matrix.shape[1] + 1)
        return minimize(loss, start, jac=True, method='L-BFGS-B', options={'maxiter': 150}).x[:-1]

    def said(self):
        """The numbers that WORD_FEATURES names."""
        by_bag = [self.matrix @ (self.of(bag) / 100) for bag in bags]
        return np.column_stack([np.sum(by_bag, axis=0), *by_bag])


def with_words(inside):
    """The rows with what their words say, learned from some of the pages; and the words."""
    words = Words(inside)
    said = words.said()
    for part in range(INNER):
        others = Words(inside & (inner != part))
        chosen = inside & (inner == part)
        said[chosen] = others.said()[chosen]
    return np.hstack([rows, said.astype('<f4')]), words


def line(sums, right):
    """Slope and shift that make sums the logits of probabilities (Platt), by Newton's method."""
    slope, shift = 1.0, 0.0
    for _ in range(50):
        p = 1 / (1 + np.exp(-(slope * sums + shift)))
        error, spread = p - right, np.maximum(p * (1 - p), 1e-6)
        gradient = np.array([(error * sums).sum() + slope - 1, error.sum()])
        hessian = np.array([[(spread * sums * sums).sum() + 1, (spread * sums).sum()],
                            [(spread * sums).sum(), spread.sum() + 1e-6]])
        step = np.linalg.solve(hessian, gradient)
        slope, shift = slope - step[0], shift - step[1]
    return slope, shift


def table(question, p, right):
    """Reliability: what is said against what is so, in bins of like size."""
    order = np.argsort(p)
    parts = np.array_split(order, BINS)
    error = sum(len(part) * abs(p[part].mean() - right[part].mean()) for part in parts) / len(p)
    widths = np.minimum((p * BINS).astype(int), BINS - 1)
    fixed = sum(abs((p[widths == b] - right[widths == b]).sum()) for b in range(BINS)) / len(p)
    print(f'\n{question}: {len(p)} pages, right {right.mean():.3f}, calibration error {error:.3f} (bins of like width {fixed:.3f})')
    print('  said  ' + ' '.join(f'{p[part].mean():.2f}' for part in parts))
    print('  so    ' + ' '.join(f'{right[part].mean():.2f}' for part in parts))
    least = parts[0]
    print(f'  of the least sure tenth, wrong: {1 - right[least].mean():.2f}')


def curve(p, right, chosen):
    """What is refused at thresholds that keep so many of the articles."""
    kinds = [s for s in sorted(set(sets[chosen])) if not right[sets == s].any()]
    print('\narticles kept  threshold  mean of the benchmark\'s four  ' + '  '.join(kinds))
    articles = chosen & (right == 1)
    for share in KEPT:
        threshold = np.quantile(p[articles], 1 - share)
        refused = {s: (p[chosen & (sets == s)] < threshold).mean() for s in kinds}
        mean = np.mean([v for s, v in refused.items() if s.startswith('wcxb ')])
        print(f'{share:.3f}          {threshold:.3f}      {mean:.3f}                         '
              + '  '.join(f'{refused[s]:.3f}'.ljust(len(s)) for s in kinds))
    threshold = np.quantile(p[articles], 0.015)
    print('kept by set at .985: ' + '  '.join(
        f'{s} {(p[articles & (sets == s)] >= threshold).mean():.3f}' for s in sorted(set(sets[articles]))))


# Of a body that is a little short of right, and of one that is all wrong, more can be learned than yes and no.
f1 = np.array([np.nan if e['f1'] is None else e['f1'] for e in examples])
LESSON = {'body': np.clip((f1 - 0.8) / 0.18, 0, 1)}

everyone = np.ones(len(rows), dtype=bool)
matrices = [with_words(fold != held)[0] for held in range(5)]
whole, words = with_words(everyone)
names = names + ['said'] + [f'said:{bag}' for bag in bags]
judges = {'words': {bag: words.pack(bag) for bag in bags}}
for question in ('article', 'body', 'title', 'authors', 'date'):
    answers = [e['right'][question] for e in examples]
    known = np.array([a is not None for a in answers])
    # Words tell what a page is, not whether its body is whole.
    seen_by = slice(0, rows.shape[1] if question == 'body' else None)
    right = np.array([bool(a) for a in answers], dtype=float)
    sums = np.zeros(len(rows))
    for held in range(5):
        chosen = fold == held
        model = fit(question, known & ~chosen, LESSON.get(question, right), matrices[held][:, seen_by])
        sums[chosen] = logits(model, matrices[held][chosen][:, seen_by])
    measured = known & is_real
    p = np.zeros(len(rows))
    for held in range(5):
        slope, shift = line(sums[measured & (fold != held)], right[measured & (fold != held)])
        p[fold == held] = 1 / (1 + np.exp(-(slope * sums[fold == held] + shift)))
    table(question, p[measured], right[measured])
    if question == 'article':
        curve(p, right, measured)
    slope, shift = line(sums[measured], right[measured])
    model = fit(question, known, LESSON.get(question, right), whole[:, seen_by])
    judges[question] = {'trees': export(model, names[seen_by], params(question)['max_depth']),
                        'slope': round(slope, 4), 'shift': round(shift, 4)}
with open(f'{folder}/sureness.json', 'w') as file:
    json.dump(judges, file)
