"""Trains the judges of pages, each for every fold and for shipping, and prints how they do on publishers not seen.

    python3 train.py <work folder>

Needs Debian's python3-xgboost.
"""
import json
import os
import sys

os.environ['OMP_NUM_THREADS'] = '1'
sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), '../body'))
import numpy as np
import xgboost as xgb
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

DEPTH = {'article': 4}
ROUNDS = {'article': 160}
# What is made up counts less than what is real, and a listing found less than an article lost.
WEIGHT = np.where(is_invented, 0.4, np.where(sets == 'emptied', 0.3, 1.0))
KEPT = (0.97, 0.98, 0.985, 0.99, 0.995)
BINS = 10


def params(question):
    return dict(objective='binary:logistic', max_depth=DEPTH.get(question, 3), eta=0.08, subsample=0.7,
                colsample_bytree=0.4, min_child_weight=2, reg_lambda=2, tree_method='hist', max_bin=64,
                nthread=1, seed=3, base_score=0.5)


def fit(question, inside, right, matrix):
    matrix = xgb.DMatrix(matrix[inside], right[inside], weight=WEIGHT[inside])
    return xgb.train(params(question), matrix, ROUNDS.get(question, 80))


def logits(model, matrix):
    return model.predict(xgb.DMatrix(matrix), output_margin=True)


groups = np.array([e['group'] for e in examples])
is_article = np.array([e['right']['article'] for e in examples])
BAGS = ('body', 'labels')
FEWEST, MOST, LOWEST, PRIOR = 6, 2500, 12, 2.0


def count_words(bag, inside):
    """By word: domains of articles and of others that say it, each once; only real pages speak."""
    counts = {}
    for at in np.flatnonzero(inside & is_real):
        place = 0 if is_article[at] else 1
        for word in examples[at]['words'][bag]:
            counts.setdefault(word, ({}, {}))[place].setdefault(groups[at], 0)
            counts[word][place][groups[at]] += 1
    return {w: (a, b) for w, (a, b) in counts.items() if len(a) + len(b) >= FEWEST}


class Values:
    """What words are worth, as hundredths; for pages of a counted domain as if it had not been."""

    def __init__(self, bag, inside):
        self.counts = count_words(bag, inside)
        self.totals = [len(set(groups[inside & is_real & (is_article == a)])) for a in (True, False)]
        ranked = sorted(self.counts, key=lambda w: -abs(self.of(w, None)) * np.sqrt(sum(map(len, self.counts[w]))))
        self.counts = {w: self.counts[w] for w in ranked[:MOST]}
        self.cache = {w: self.of(w, None) for w in self.counts}

    def of(self, word, domain):
        a, b = self.counts[word]
        a, b = len(a) - (domain in a), len(b) - (domain in b)
        odds = np.log((a + PRIOR * .5) / (self.totals[0] + PRIOR)) - np.log((b + PRIOR * .5) / (self.totals[1] + PRIOR))
        return float(np.clip(np.round(odds * 50), -127, 127)) / 100

    def measure(self, words, domain):
        found = []
        for word in words:
            if word not in self.counts:
                continue
            a, b = self.counts[word]
            value = self.of(word, domain) if domain in a or domain in b else self.cache[word]
            if value != 0:
                found.append(value)
        found.sort()
        return [sum(found) / len(found) if found else 0, sum(found[:LOWEST]), len(found)]


def with_words(inside):
    """The rows with what their words say, learned from some of the pages; and the tables."""
    tables = [Values(bag, inside) for bag in BAGS]
    numbers = [[n for bag, values in zip(BAGS, tables) for n in values.measure(e['words'][bag], e['group'])]
               for e in examples]
    return np.hstack([rows, np.array(numbers, dtype='<f4')]), tables


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


everyone = np.ones(len(rows), dtype=bool)
matrices = [with_words(fold != held)[0] for held in range(5)]
whole, tables = with_words(everyone)
names = names + data['wordNames']
judges = {'words': {bag: {
    'hashes': pack([w for w, v in values.cache.items() if v != 0], '<i4'),
    'values': pack([round(v * 100) for v in values.cache.values() if v != 0], 'i1'),
} for bag, values in zip(BAGS, tables)}}
for question in ('article', 'body', 'title', 'authors', 'date'):
    answers = [e['right'][question] for e in examples]
    known = np.array([a is not None for a in answers])
    right = np.array([bool(a) for a in answers], dtype=float)
    sums = np.zeros(len(rows))
    for held in range(5):
        chosen = fold == held
        model = fit(question, known & ~chosen, right, matrices[held])
        sums[chosen] = logits(model, matrices[held][chosen])
    measured = known & is_real
    p = np.zeros(len(rows))
    for held in range(5):
        slope, shift = line(sums[measured & (fold != held)], right[measured & (fold != held)])
        p[fold == held] = 1 / (1 + np.exp(-(slope * sums[fold == held] + shift)))
    table(question, p[measured], right[measured])
    if question == 'article':
        curve(p, right, measured)
    slope, shift = line(sums[measured], right[measured])
    model = fit(question, known, right, whole)
    judges[question] = {'trees': export(model, names, params(question)['max_depth']),
                        'slope': round(slope, 4), 'shift': round(shift, 4)}
with open(f'{folder}/sureness.json', 'w') as file:
    json.dump(judges, file)
