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
from export_trees import export

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
WEIGHT = np.where(is_invented, 0.25, np.where(sets == 'emptied', 0.3, 1.0))
KEPT = (0.97, 0.98, 0.985, 0.99, 0.995)
BINS = 10


def params(question):
    return dict(objective='binary:logistic', max_depth=DEPTH.get(question, 3), eta=0.08, subsample=0.7,
                colsample_bytree=0.4, min_child_weight=2, reg_lambda=2, tree_method='hist', max_bin=64,
                nthread=1, seed=3, base_score=0.5)


def fit(question, inside, right):
    matrix = xgb.DMatrix(rows[inside], right[inside], weight=WEIGHT[inside])
    return xgb.train(params(question), matrix, ROUNDS.get(question, 80))


def logits(model, chosen):
    return model.predict(xgb.DMatrix(rows[chosen]), output_margin=True)


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


judges = {}
for question in ('article', 'body', 'title', 'authors', 'date'):
    answers = [e['right'][question] for e in examples]
    known = np.array([a is not None for a in answers])
    right = np.array([bool(a) for a in answers], dtype=float)
    sums = np.zeros(len(rows))
    for held in range(5):
        chosen = fold == held
        sums[chosen] = logits(fit(question, known & ~chosen, right), chosen)
    measured = known & is_real
    p = np.zeros(len(rows))
    for held in range(5):
        slope, shift = line(sums[measured & (fold != held)], right[measured & (fold != held)])
        p[fold == held] = 1 / (1 + np.exp(-(slope * sums[fold == held] + shift)))
    table(question, p[measured], right[measured])
    if question == 'article':
        curve(p, right, measured)
    slope, shift = line(sums[measured], right[measured])
    model = fit(question, known, right)
    judges[question] = {'trees': export(model, names, params(question)['max_depth']),
                        'slope': round(slope, 4), 'shift': round(shift, 4)}
with open(f'{folder}/sureness.json', 'w') as file:
    json.dump(judges, file)
