"""What the words of blocks weigh together: a logistic regression over words in their places, for the few that say most.

Columns and keys are those of src/body/word-weights.ts.
"""
import zlib

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from export_trees import pack

OWN, ABOVE, TEXT, ENDS = (0,), (1, 2, 3), (4,), (5, 6)
# As in src/body/word-weights.ts: how much of a word a container's name is, and the fewest words of a text.
SHARE_ABOVE, FEW = 0.6, 4
# Words of fewer publishers weigh nothing; of the others so many are kept.
FEWEST, MOST = 4, 20_000
STRENGTH, ITERATIONS = 3.0, 40
# Weights are shipped as signed bytes of so many to one.
PARTS = 40
# The words of a block that is learned from are weighed on other publishers.
INNER = 3


class Words:
    """Words of all blocks by place, a row a block."""

    def __init__(self, folder, pages, page_of):
        place, word = np.fromfile(f'{folder}/words.bin', dtype='<i4').reshape(-1, 2).T
        row = np.repeat(np.arange(len(page_of)), np.fromfile(f'{folder}/word-counts.bin', dtype='<i4'))
        publishers = np.array([zlib.crc32(p['publisher'].encode()) for p in pages])
        self.part = (publishers % INNER)[page_of]
        _, publisher = np.unique(publishers, return_inverse=True)
        keys, column = np.unique(place.astype(np.int64) << 32 | (word.astype(np.int64) & 0xffffffff), return_inverse=True)
        pairs = np.unique(column.astype(np.int64) * len(publishers) + publisher[page_of[row]])
        known = np.bincount(pairs // len(publishers), minlength=len(keys)) >= FEWEST
        kept = known[column]
        read = np.bincount(row[place == TEXT[0]], minlength=len(page_of))
        weight = np.where(place == TEXT[0], 1 / np.sqrt(np.maximum(FEW, read[row])),
                          np.where(np.isin(place, ABOVE), SHARE_ABOVE, 1)).astype('<f4')
        self.keys = keys[known]
        self.place = (self.keys >> 32).astype(int)
        new = np.cumsum(known) - 1
        self.matrix = csr_matrix((weight[kept], (row[kept], new[column[kept]])), shape=(len(page_of), len(self.keys)))

    def weigh(self, rows, label, weight):
        """Weights of the words in shipped parts, learned from some rows."""
        matrix, right = self.matrix[rows], label[rows]
        across = matrix.T.tocsr()
        weight = weight[rows] / weight[rows].mean()

        def loss(w):
            sums = matrix @ w[:-1] + w[-1]
            error = weight * (1 / (1 + np.exp(-sums)) - right)
            value = (weight * (np.logaddexp(0, sums) - right * sums)).sum() + STRENGTH * (w[:-1] @ w[:-1]) / 2
            return value, np.append(across @ error + STRENGTH * w[:-1], error.sum())

        start = np.zeros(len(self.keys) + 1)
        found = minimize(loss, start, jac=True, method='L-BFGS-B', options={'maxiter': ITERATIONS}).x[:-1]
        spread = np.sqrt(np.asarray(matrix.power(2).sum(axis=0))).ravel()
        parts = np.zeros(len(found), int)
        most = np.argsort(-np.abs(found) * spread, kind='stable')[:MOST]
        parts[most] = np.clip(np.round(found[most] * PARTS), -127, 127)
        return parts

    def say(self, parts, rows):
        """The numbers that SAID_NAMES names, for some rows."""
        matrix = self.matrix[rows]
        sums = [matrix @ np.where(np.isin(self.place, places), parts / 100, 0) for places in (OWN, ABOVE, TEXT, ENDS)]
        return np.column_stack([np.sum(sums, axis=0), *sums]).astype('<f4')

    def learn(self, inside, outside, label, weight):
        """What is said of all rows, those learned from as if their publisher had not been; and the weights."""
        parts = self.weigh(inside, label, weight)
        said = np.zeros((len(label), 5), '<f4')
        said[outside] = self.say(parts, outside)
        for part in range(INNER):
            chosen = ~outside & (self.part == part)
            said[chosen] = self.say(self.weigh(inside & (self.part != part), label, weight), chosen)
        return said, self.pack(parts)

    def pack(self, parts):
        """As the model file has them."""
        kept = parts != 0
        place, word = self.place[kept], (self.keys[kept] & 0xffffffff).astype(np.uint32)
        mixed = word ^ ((place + 1).astype(np.uint64) * 0x9e3779b9 & 0xffffffff).astype(np.uint32)
        return {'hashes': pack(mixed.view(np.int32), '<i4'), 'values': pack(parts[kept], 'i1')}
