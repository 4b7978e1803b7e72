"""Boosted trees as the TypeScript side walks them."""
import base64
import json

import numpy as np


def pack(array, dtype=None):
    return base64.b64encode(np.asarray(array, dtype=dtype).tobytes()).decode()


def export(model, columns, depth, floors=()):
    """Trees filled up to one depth: a leaf further up becomes nodes that nothing is above of."""
    inner = 2 ** depth - 1
    nodes, limits, leaves = [], [], []
    trees = json.loads(model.save_raw('json'))['learner']['gradient_booster']['model']['trees']
    for tree in trees:
        node, limit, leaf = np.zeros(inner, '<u2'), np.full(inner, np.inf, '<f4'), np.zeros(inner + 1, '<f4')

        def fill(at, place):
            left, right = tree['left_children'][at], tree['right_children'][at]
            if place >= inner:
                leaf[place - inner] = tree['split_conditions'][at]
            elif left < 0:
                fill(at, 2 * place + 1)
                fill(at, 2 * place + 2)
            else:
                node[place], limit[place] = tree['split_indices'][at], tree['split_conditions'][at]
                fill(left, 2 * place + 1)
                fill(right, 2 * place + 2)

        fill(0, 0)
        nodes.append(node)
        limits.append(limit)
        leaves.append(leaf)
    pack_all = lambda arrays: pack(np.concatenate(arrays))
    return {'columns': columns, 'depth': depth, 'nodes': pack_all(nodes), 'limits': pack_all(limits),
            'leaves': pack_all(leaves), 'floors': [round(float(floor), 3) for floor in floors]}
