"""Microseconds per epoch of batch gradient descent with what people use in Python.

Reads lines "peer nx nh ny m epochs" from standard input and answers each with a number, or with
"absent" and the reason. One network: tanh hidden layer, sigmoid output, cross-entropy; an epoch is forward,
cost, backward, update. The C# side beside this file asks ours and these turn and turn about.
"""
import os
import sys
import time
import warnings

THREADS = os.environ.get("OMP_NUM_THREADS", "1")


def data(nx, ny, m):
    import numpy as np
    rng = np.random.default_rng(1)
    x = rng.standard_normal((nx, m))
    if ny == 1:
        y = (rng.random((1, m)) < 0.5).astype(float)
    else:
        y = np.zeros((ny, m))
        y[np.arange(m) % ny, np.arange(m)] = 1
    return x, y


def with_numpy(nx, nh, ny, m, epochs):
    import numpy as np
    x, y = data(nx, ny, m)
    rng = np.random.default_rng(2)
    w1, b1 = rng.standard_normal((nh, nx)) * 0.1, np.zeros((nh, 1))
    w2, b2 = rng.standard_normal((ny, nh)) * 0.1, np.zeros((ny, 1))
    start = time.perf_counter()
    for _ in range(epochs):
        a1 = np.tanh(w1 @ x + b1)
        a2 = 1 / (1 + np.exp(-(w2 @ a1 + b2)))
        cost = -np.sum(y * np.log(a2) + (1 - y) * np.log(1 - a2)) / m
        dz2 = a2 - y
        dw2, db2 = dz2 @ a1.T / m, dz2.sum(axis=1, keepdims=True) / m
        dz1 = (w2.T @ dz2) * (1 - a1 * a1)
        dw1, db1 = dz1 @ x.T / m, dz1.sum(axis=1, keepdims=True) / m
        w1 -= 0.1 * dw1
        b1 -= 0.1 * db1
        w2 -= 0.1 * dw2
        b2 -= 0.1 * db2
    return (time.perf_counter() - start) / epochs


def with_sklearn(nx, nh, ny, m, epochs):
    from sklearn.neural_network import MLPClassifier
    x, y = data(nx, ny, m)
    x, y = x.T.copy(), (y[0] if ny == 1 else y.T.copy())
    ends = []

    class Timed(MLPClassifier):
        # Called once at the end of each epoch: so the checks before the first epoch do not count.
        def _update_no_improvement_count(self, early_stopping, *rest):
            ends.append(time.perf_counter())
            super()._update_no_improvement_count(early_stopping, *rest)

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        Timed(
            hidden_layer_sizes=(nh,), activation="tanh", solver="sgd", momentum=0, alpha=0, batch_size=m, shuffle=False,
            learning_rate_init=0.1, max_iter=epochs + 1, tol=0, n_iter_no_change=10**9, random_state=1).fit(x, y)
    return (ends[-1] - ends[0]) / (len(ends) - 1)


def with_torch(nx, nh, ny, m, epochs):
    import torch
    torch.set_num_threads(int(THREADS))
    x, y = data(nx, ny, m)
    x, y = torch.tensor(x.T.copy()), torch.tensor(y.T.copy())
    net = torch.nn.Sequential(torch.nn.Linear(nx, nh), torch.nn.Tanh(), torch.nn.Linear(nh, ny)).double()
    loss, optimizer = torch.nn.BCEWithLogitsLoss(), torch.optim.SGD(net.parameters(), lr=0.1)
    start = time.perf_counter()
    for _ in range(epochs):
        optimizer.zero_grad()
        cost = loss(net(x), y)
        cost.backward()
        optimizer.step()
    return (time.perf_counter() - start) / epochs


PEERS = {"NumPy": with_numpy, "scikit-learn": with_sklearn, "PyTorch": with_torch}

for line in sys.stdin:
    peer, *numbers = line.split()
    try:
        print(f"{PEERS[peer](*map(int, numbers)) * 1e6:.3f}", flush=True)
    except ImportError as e:
        print(f"absent {e}", flush=True)
