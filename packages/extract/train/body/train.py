"""Trains the two judges of blocks for every fold and for shipping (the last fold, which leaves nobody out).

    python3 train.py <work folder> first    scores of the first judge, out of fold, and its trees
    python3 train.py <work folder> second   the second judge and the model files

Needs Debian's python3-xgboost and python3-scipy. Two folds side by side in one process, a thread each: threads that share
a fit wait for one another, and on a busy machine longer than they work.
"""
import json
import os
import sys
from concurrent.futures import ThreadPoolExecutor

os.environ['OMP_NUM_THREADS'] = '1'
import numpy as np
import xgboost as xgb
from export_trees import export, pack
from weigh import Words

folder, step = sys.argv[1], sys.argv[2]
with open(f'{folder}/pages.json') as file:
    meta = json.load(file)
pages, folds = meta['pages'], meta['folds']
base_names, value_names = meta['names'], meta['valueNames']
said_names, context_names = meta['saidNames'], meta['contextNames']
load = lambda name, width: np.fromfile(f'{folder}/{name}.bin', dtype='<f4').reshape(-1, width)

features = load('features', len(base_names))
tokens, true = load('labels', 2).T
page_of = np.repeat(np.arange(len(pages)), [p['rows'] for p in pages])
fold_of = np.array([p['fold'] for p in pages])[page_of]
truth = np.array([p['truthTokens'] for p in pages])[page_of]
is_full = truth > 0
share = true / np.maximum(tokens, 1)

# Pages of newspapers are few in the corpora, and what Nashra is for; manuals, services and forums are told alike, but are no articles.
SET_WEIGHTS = {'scrapinghub': 1.3, 'fundus': 1.5, 'arabic': 2.0,
               'wcxb documentation': 0.6, 'wcxb service': 0.3, 'wcxb forum': 0.2}

# A block counts by the share of its page's text that it gains or loses; half-true blocks count little.
label = np.where(is_full, share > 0.5, true > 0).astype(float)
weight = np.where(
    is_full,
    np.minimum(1, (tokens + 3) / np.maximum(truth, 60)) * np.clip(np.abs(2 * share - 1), 0.2, 1),
    np.where(true >= 0, np.minimum(1, (tokens + 3) / 400) * 0.5, 0),
)
set_of = np.array([SET_WEIGHTS.get(p['set'], 1.0) for p in pages])[page_of]
weight *= set_of
# What nobody judges teaches nothing; rows that hardly count are thinned out.
judged = load('judged', 1)[:, 0] > 0
weight[~judged] = 0
dice = np.random.RandomState(0).rand(len(weight))
for from_weight, to_weight, kept in ((0.004, 0.012, 0.6), (0, 0.004, 0.25)):
    small = (weight > from_weight) & (weight <= to_weight) & (label == 0)
    weight[small] = np.where(dice[small] < kept, weight[small] / kept, 0)

COMMON = dict(objective='binary:logistic', max_depth=5, subsample=0.7, min_child_weight=0.05,
              reg_lambda=1.0, tree_method='hist', max_bin=64, nthread=1, base_score=0.5,
              colsample_bytree=0.3)
# The first judge learns slowly: the second can be quick on context that is smooth.
FIRST = dict(COMMON, eta=0.13, seed=1)
# It sees few rows, so it may look at them closely.
SECOND = dict(COMMON, eta=0.12, seed=2, max_depth=6)
FIRST_ROUNDS, SECOND_ROUNDS = 100, 120
stretch, hopeless, menu_score = meta['stretch'], meta['hopeless'], meta['menuScore']
# Of the rows that all trees together would not call hopeless, so many are given up before.
GIVEN_UP = 0.01


def fit(params, matrix, rows, rounds):
    lessons = xgb.QuantileDMatrix(matrix[rows], label[rows], weight=weight[rows], max_bin=params['max_bin'])
    return xgb.train(params, lessons, rounds)


def running_sums(model, matrix):
    """The sum after each stretch of trees, in logits."""
    rows = xgb.DMatrix(matrix, nthread=1)
    steps = [model.predict(rows, output_margin=True, iteration_range=(at, at + stretch))
             for at in range(0, FIRST_ROUNDS, stretch)]
    return np.cumsum(np.stack(steps, axis=1), axis=1)


def score_with_floors(sums, floors):
    """What the judge answers: rows below a floor are given up."""
    return np.where((sums < floors).any(axis=1), menu_score, 1 / (1 + np.exp(-sums[:, -1])))


def first(fold, words):
    held_out = fold_of == fold
    inside = (weight > 0) & ~held_out
    said, weights = words.learn(inside, held_out, label, weight)
    said.tofile(f'{folder}/said.{fold}.bin')
    matrix = np.hstack([features, load(f'values.{fold}', len(value_names)), said])
    sums = np.full((len(matrix), FIRST_ROUNDS // stretch), -20, dtype='<f4')
    # Scores that the second judge learns from come from models that have not seen the publisher.
    groups = [other for other in range(folds) if other != fold]
    for held in (groups[0::2], groups[1::2]):
        is_held = np.isin(fold_of, held)
        model = fit(FIRST, matrix, inside & ~is_held, FIRST_ROUNDS)
        asked = is_held & judged
        sums[asked] = running_sums(model, matrix[asked])
    open_rows = judged & ~held_out & (sums[:, -1] >= np.log(hopeless / (1 - hopeless)))
    floors = np.quantile(sums[open_rows], GIVEN_UP, axis=0)
    model = fit(FIRST, matrix, inside, FIRST_ROUNDS)
    asked = held_out & judged
    if asked.any():
        sums[asked] = running_sums(model, matrix[asked])
    scores = np.where(judged, score_with_floors(sums, floors), menu_score).astype('<f4')
    scores.tofile(f'{folder}/scores.{fold}.bin')
    with open(f'{folder}/first.{fold}.json', 'w') as file:
        trees = export(model, base_names + value_names + said_names, FIRST['max_depth'], floors)
        json.dump({'trees': trees, 'weights': weights}, file)
    print('first', fold, flush=True)


def second(fold, _):
    matrix = np.hstack([features, load(f'values.{fold}', len(value_names)), load(f'said.{fold}', len(said_names)),
                        load(f'context.{fold}', len(context_names))])
    names = base_names + value_names + said_names + context_names
    scores = load(f'scores.{fold}', 1)[:, 0]
    model = fit(SECOND, matrix, (weight > 0) & (fold_of != fold) & (scores >= hopeless), SECOND_ROUNDS)
    with open(f'{folder}/first.{fold}.json') as file:
        first_of = json.load(file)
    with open(f'{folder}/words.{fold}.json') as file:
        words = {kind: {'hashes': pack([w for w, _ in table], '<i4'), 'values': pack([v for _, v in table], 'i1')}
                 for kind, table in json.load(file).items()}
    with open(f'{folder}/model.{fold}.json', 'w') as file:
        json.dump({'words': words, 'weights': first_of['weights'], 'first': first_of['trees'],
                   'second': export(model, names, SECOND['max_depth'])}, file)
    print('second', fold, flush=True)


if __name__ == '__main__':
    words = Words(folder, pages, page_of) if step == 'first' else None
    train = {'first': first, 'second': second}[step]
    with ThreadPoolExecutor(2) as pool:
        list(pool.map(lambda fold: train(fold, words), range(folds, -1, -1)))
