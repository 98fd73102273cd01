"""Which column each card stands in: wires point forward and are as short as possible in all.

Source: Gansner, Koutsofios, North & Vo 1993, A technique for drawing directed graphs, section 2.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from playground.document.layout.base import Deadline

Arc = tuple[int, int]  # tail, head

_MAX_PIVOTS = 400  # each costs one pass over the graph; drawn networks need a few dozen


def forward(num: int, arcs: Iterable[Arc]) -> list[bool]:
    """For each arc, whether it points forward; those that do not close a cycle in a DFS."""
    arcs = list(arcs)
    leaving: list[list[int]] = [[] for _ in range(num)]
    fed = [False] * num
    for number, (tail, head) in enumerate(arcs):
        leaving[tail].append(number)
        fed[head] = True
    ahead = [True] * len(arcs)
    state = [0] * num  # 0 new, 1 on the path, 2 done
    for root in sorted(range(num), key=fed.__getitem__):
        path = [(root, iter(leaving[root]))] if state[root] == 0 else []
        state[root] = state[root] or 1
        while path:
            at, rest = path[-1]
            number = next(rest, -1)
            if number < 0:
                state[at] = 2
                path.pop()
                continue
            head = arcs[number][1]
            if state[head] == 1:
                ahead[number] = False
            elif state[head] == 0:
                state[head] = 1
                path.append((head, iter(leaving[head])))
    return ahead


def assign(num: int, arcs: Sequence[Arc], deadline: Deadline) -> list[int]:
    """Column of each node of a connected graph without cycles, with the least total length.

    Network simplex: a spanning tree of arcs of length 1 fixes all columns. As long as a tree arc
    has more wires in the opposite direction across its cut than along it, replacing it by the
    shortest of those shortens the whole.
    """
    rank = _longest_path(num, arcs)
    if num > 1:
        tree = _tight_tree(rank, arcs, deadline)
        for _ in range(_MAX_PIVOTS):
            deadline.check()
            if not _pivot(rank, arcs, tree):
                break
    first = min(rank, default=0)
    return [place - first for place in rank]


def _longest_path(num: int, arcs: Sequence[Arc]) -> list[int]:
    heads: list[list[int]] = [[] for _ in range(num)]
    waiting = [0] * num
    for tail, head in arcs:
        heads[tail].append(head)
        waiting[head] += 1
    rank = [0] * num
    ready = [node for node in range(num) if not waiting[node]]
    for node in ready:  # grows while it is walked
        for head in heads[node]:
            rank[head] = max(rank[head], rank[node] + 1)
            waiting[head] -= 1
            if not waiting[head]:
                ready.append(head)
    return rank


def _tight_tree(rank: list[int], arcs: Sequence[Arc], deadline: Deadline) -> set[int]:
    """A spanning tree of arcs of length 1; nodes outside are drawn near until there is one."""
    touching: list[list[int]] = [[] for _ in rank]
    for number, (tail, head) in enumerate(arcs):
        touching[tail].append(number)
        touching[head].append(number)
    inside, tree, todo = {0}, set[int](), [0]
    while True:
        deadline.check()
        while todo:
            node = todo.pop()
            for number in touching[node]:
                tail, head = arcs[number]
                other = tail + head - node
                if other not in inside and rank[head] - rank[tail] == 1:
                    inside.add(other)
                    tree.add(number)
                    todo.append(other)
        if len(inside) == len(rank):
            return tree
        gap, (tail, head) = min(
            (rank[h] - rank[t] - 1, (t, h)) for t, h in arcs if (t in inside) != (h in inside)
        )
        shift = gap if tail not in inside else -gap
        for node in range(len(rank)):
            if node not in inside:
                rank[node] += shift
        todo = [tail if tail in inside else head]


def _pivot(rank: list[int], arcs: Sequence[Arc], tree: set[int]) -> bool:
    """Exchange the worst tree arc; False when the columns are the best there are."""
    first, last, arc_up, surplus = _walk(len(rank), arcs, tree)
    worst, leaving, node = 0, -1, -1
    for child, number in enumerate(arc_up):
        if number >= 0:
            cut = surplus[child] if arcs[number][0] == child else -surplus[child]
            if cut < worst:
                worst, leaving, node = cut, number, child
    if leaving < 0:
        return False
    low, high = first[node], last[node]
    below = [low <= place < high for place in first]  # the side of `node`
    tail_below = arcs[leaving][0] == node
    slack, entering = min(
        (rank[h] - rank[t] - 1, number)
        for number, (t, h) in enumerate(arcs)
        if below[h] == tail_below and below[t] != tail_below
    )
    shift = -slack if tail_below else slack
    for place, moved in enumerate(below):
        if moved:
            rank[place] += shift
    tree.remove(leaving)
    tree.add(entering)
    return True


def _walk(
    num: int, arcs: Sequence[Arc], tree: set[int]
) -> tuple[list[int], list[int], list[int], list[int]]:
    """Of each node in the tree: its subtree as a range, the arc up, and what leaves its subtree.

    What leaves minus what enters the subtree is the cut value of the arc up, or its negative:
    wires inside cancel each other.
    """
    near: list[list[int]] = [[] for _ in range(num)]
    surplus = [0] * num
    for tail, head in arcs:
        surplus[tail] += 1
        surplus[head] -= 1
    for number in sorted(tree):
        for node in arcs[number]:
            near[node].append(number)
    first, last, arc_up = [-1] * num, [0] * num, [-1] * num
    order, todo = list[int](), [(0, -1)]
    while todo:
        node, number = todo.pop()
        first[node], arc_up[node] = len(order), number
        order.append(node)
        todo += [(sum(arcs[n]) - node, n) for n in near[node] if n != number]
    for node in reversed(order):
        last[node] = max(last[node], first[node] + 1)
        if arc_up[node] >= 0:
            parent = sum(arcs[arc_up[node]]) - node
            last[parent] = max(last[parent], last[node])
            surplus[parent] += surplus[node]
    return first, last, arc_up, surplus
