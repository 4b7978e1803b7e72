"""Trains the two judges of blocks for every fold and for shipping (the last fold, which leaves nobody out).

    python3 train.py <work folder> first    scores of the first judge, out of fold, and its trees
    python3 train.py <work folder> second   the second judge and the model files

Needs Debian's python3-xgboost. One thread a fit: fits run side by side instead.
"""
import base64
import json
import os
import sys
from concurrent.futures import ProcessPoolExecutor

os.environ['OMP_NUM_THREADS'] = '1'
import numpy as np
import xgboost as xgb

folder, step = sys.argv[1], sys.argv[2]
with open(f'{folder}/pages.json') as file:
    meta = json.load(file)
pages, folds = meta['pages'], meta['folds']
base_names, value_names, context_names = meta['names'], meta['valueNames'], meta['contextNames']
load = lambda name, width: np.fromfile(f'{folder}/{name}.bin', dtype='<f4').reshape(-1, width)

features = load('features', len(base_names))
tokens, true = load('labels', 2).T
page_of = np.repeat(np.arange(len(pages)), [p['rows'] for p in pages])
fold_of = np.array([p['fold'] for p in pages])[page_of]
truth = np.array([p['truthTokens'] for p in pages])[page_of]
is_full = truth > 0
share = true / np.maximum(tokens, 1)

# A block counts by the share of its page's text that it gains or loses; half-true blocks count little.
label = np.where(is_full, share > 0.5, true > 0).astype(float)
weight = np.where(
    is_full,
    np.minimum(1, (tokens + 3) / np.maximum(truth, 60)) * np.clip(np.abs(2 * share - 1), 0.2, 1),
    np.where(true >= 0, np.minimum(1, (tokens + 3) / 400) * 0.5, 0),
)
# Rows that hardly count are thinned out.
small = (weight > 0) & (weight < 0.004) & (label == 0)
weight[small] = np.where(np.random.RandomState(0).rand(small.sum()) < 0.35, weight[small] / 0.35, 0)

COMMON = dict(objective='binary:logistic', max_depth=6, subsample=0.7, min_child_weight=0.05,
              reg_lambda=1.0, tree_method='hist', max_bin=64, nthread=1, base_score=0.5)
FIRST = dict(COMMON, eta=0.07, colsample_bytree=0.3, seed=1)
SECOND = dict(COMMON, eta=0.05, colsample_bytree=0.3, max_depth=5, seed=2)
COLUMNS = 230
ROUNDS = 220


def fit(params, matrix, rows, rounds):
    return xgb.train(params, xgb.DMatrix(matrix[rows], label[rows], weight=weight[rows]), rounds)


def pick(matrix, rows, count):
    """The columns that a quick model gains most from."""
    gains = np.zeros(matrix.shape[1])
    quick = fit(dict(COMMON, eta=0.1, colsample_bytree=0.2, seed=3), matrix, rows, 120)
    for name, gain in quick.get_score(importance_type='total_gain').items():
        gains[int(name[1:])] = gain
    return np.sort(np.argsort(-gains, kind='stable')[:count])


def predict(model, matrix):
    return model.predict(xgb.DMatrix(matrix))


def pack(array, dtype):
    return base64.b64encode(np.asarray(array, dtype=dtype).tobytes()).decode()


def export(model, columns):
    """Trees in preorder: the next node is the branch of smaller values."""
    feature, other, value, roots = [], [], [], []
    trees = json.loads(model.save_raw('json'))['learner']['gradient_booster']['model']['trees']

    def write(tree, node):
        place = len(feature)
        left, right = tree['left_children'][node], tree['right_children'][node]
        feature.append(-1 if left < 0 else tree['split_indices'][node])
        other.append(-1)
        value.append(tree['split_conditions'][node])
        if left >= 0:
            write(tree, left)
            other[place] = len(feature)
            write(tree, right)

    for tree in trees:
        roots.append(len(feature))
        write(tree, 0)
    return {'columns': columns, 'roots': pack(roots, '<i4'), 'feature': pack(feature, '<i2'),
            'other': pack(other, '<i4'), 'value': pack(value, '<f4')}


def first(fold):
    matrix = np.hstack([features, load(f'values.{fold}', len(value_names))])
    names = base_names + value_names
    inside = (weight > 0) & (fold_of != fold)
    columns = pick(matrix, inside, COLUMNS)
    matrix = np.ascontiguousarray(matrix[:, columns])
    scores = np.zeros(len(matrix), dtype='<f4')
    # Scores that the second judge learns from come from models that have not seen the publisher.
    groups = [other for other in range(folds) if other != fold]
    for held in (groups[0::2], groups[1::2]):
        is_held = np.isin(fold_of, held)
        model = fit(FIRST, matrix, inside & ~is_held, ROUNDS)
        scores[is_held] = predict(model, matrix[is_held])
    model = fit(FIRST, matrix, inside, ROUNDS)
    if fold < folds:
        scores[fold_of == fold] = predict(model, matrix[fold_of == fold])
    scores.tofile(f'{folder}/scores.{fold}.bin')
    with open(f'{folder}/first.{fold}.json', 'w') as file:
        json.dump(export(model, [names[c] for c in columns]), file)


def second(fold):
    matrix = np.hstack([features, load(f'values.{fold}', len(value_names)), load(f'context.{fold}', len(context_names))])
    names = base_names + value_names + context_names
    inside = (weight > 0) & (fold_of != fold)
    columns = pick(matrix, inside, COLUMNS)
    matrix = np.ascontiguousarray(matrix[:, columns])
    model = fit(SECOND, matrix, inside, ROUNDS)
    scores = np.zeros(len(matrix), dtype='<f4')
    if fold < folds:
        scores[fold_of == fold] = predict(model, matrix[fold_of == fold])
    scores.tofile(f'{folder}/second.{fold}.bin')
    with open(f'{folder}/first.{fold}.json') as file:
        trees = json.load(file)
    with open(f'{folder}/words.{fold}.json') as file:
        words = {kind: {'hashes': pack([w for w, _ in table], '<i4'), 'values': pack([v for _, v in table], 'i1')}
                 for kind, table in json.load(file).items()}
    with open(f'{folder}/model.{fold}.json', 'w') as file:
        json.dump({'words': words, 'first': trees, 'second': export(model, [names[c] for c in columns]),
                   'caution': 0.3}, file)


if __name__ == '__main__':
    with ProcessPoolExecutor(2) as pool:
        list(pool.map({'first': first, 'second': second}[step], range(folds, -1, -1)))
