"""A table with its sums as a network between its rows and columns: which hidden counts could be other ones.

See `suppression` for what it is good for.
"""

from collections.abc import Iterator, Sequence

from desktop_app.analysis.compliance.hidden import FEW, Hidden, Shown

Edge = tuple[int, int]
Node = tuple[str, int]
Ways = dict[Node, list[Node]]
"""From a row to a column leads a number that can be one more, from a column to a row one that can be one less."""


def _nodes(edge: Edge) -> tuple[Node, Node]:
    return ("row", edge[0]), ("column", edge[1])


def _reach(ways: Ways, start: Node, without: tuple[Node, Node], goal: Node | None = None) -> set[Node]:
    """What can be come to from `start`, not by the step `without`; no further than to `goal`."""
    seen, open_ = {start}, [start]
    while open_ and goal not in seen:
        node = open_.pop()
        for other in ways.get(node, ()):
            if other not in seen and (node, other) != without:
                seen.add(other)
                open_.append(other)
    return seen


_KNOWN: dict[Hidden | None, tuple[int, int | None]] = {Hidden.FEW: (1, FEW - 1), Hidden.BESIDE: (FEW, None)}
"""The least and the most that a sign says; the others say nothing."""


class Network:
    """The table with its sums as one more row and column, so that every row and column of it sums to zero.

    Sums stand there as negative numbers, the sum of all as a positive one. `low` and `high` are what a reader knows of
    each hidden number, None being no bound.
    """

    def __init__(self, cells: Sequence[Sequence[int | None]], row_sums: bool, column_sums: bool) -> None:
        inner = [[value or 0 for value in row] for row in cells]
        self.height, self.width = len(inner), len(inner[0]) if inner else 0
        self.row_sums, self.column_sums = row_sums, column_sums
        right = [-sum(row) for row in inner]
        below = [-sum(column) for column in zip(*inner, strict=True)]
        self.values: list[list[int]] = [
            *([*row, last] for row, last in zip(inner, right, strict=True)),
            [*below, -sum(below)],
        ]
        self.unknown = {(r, c) for r, row in enumerate(cells) for c, value in enumerate(row) if value is None}
        self.hidden: dict[Edge, Hidden | None] = {}
        self.onward: Ways = {}
        self.backward: Ways = {}
        self._hide_few()
        large = (edge for edge in self._edges() if edge not in self.hidden and abs(self._value(edge)) >= FEW)
        self._by_size = sorted(large, key=lambda edge: (self._is_sum(edge), abs(self._value(edge)), edge))

    def _hide_few(self) -> None:
        for edge in self._edges():
            if not self._printed(edge):
                self._hide(edge, None)
            elif 0 < abs(self._value(edge)) < FEW:
                self._hide(edge, Hidden.FEW)

    def _edges(self) -> Iterator[Edge]:
        return ((r, c) for r in range(self.height + 1) for c in range(self.width + 1))

    def _printed(self, edge: Edge) -> bool:
        r, c = edge
        if r == self.height and c == self.width:
            return self.row_sums and self.column_sums
        return (r < self.height or self.column_sums) and (c < self.width or self.row_sums)

    def _value(self, edge: Edge) -> int:
        return self.values[edge[0]][edge[1]]

    def protect(self) -> None:
        """Hide others until every count of few can be more than one number; what can be, still can with more hidden."""
        for edge in [edge for edge, mark in self.hidden.items() if mark is Hidden.FEW]:
            while not self._varies(edge) and self._hide_one_more(edge):
                pass

    def _hide_one_more(self, exposed: Edge) -> bool:
        """Whether there was anything left to hide: a count, else what a small sum says."""
        if (choice := self._best(exposed)) is not None:
            self._hide(choice)
            return True
        sums = [edge for edge, mark in self.hidden.items() if mark is Hidden.FEW and self._is_sum(edge)]
        if sums:
            self._hide(min(sums, key=lambda edge: (not self._beside(edge, exposed), edge)), Hidden.SUM)
        return bool(sums)

    def _best(self, exposed: Edge) -> Edge | None:
        """The smallest count that protects it, of its row and column first; else the smallest of these; sums come last."""
        free = [edge for edge in self._by_size if edge not in self.hidden]
        near = [edge for edge in free if self._beside(edge, exposed)]
        ends = [*self._ends(exposed)]
        first = next((edge for edge in (*near, *free) if self._closes(edge, ends)), None)
        return first or next(iter((*near, *free)), None)

    def _is_sum(self, edge: Edge) -> bool:
        return edge[0] == self.height or edge[1] == self.width

    def _beside(self, edge: Edge, other: Edge) -> bool:
        return (edge[0] == other[0]) != (edge[1] == other[1])

    def _ends(self, exposed: Edge) -> Iterator[tuple[set[Node], set[Node]]]:
        """For one more and one less of it: what can be come to from its one end, and what leads to the other."""
        r, c = _nodes(exposed)
        for step, start, goal in ((1, c, r), (-1, r, c)):
            if self._can(exposed, step):
                yield _reach(self.onward, start, (start, goal)), _reach(self.backward, goal, (goal, start))

    def _closes(self, edge: Edge, ends: Sequence[tuple[set[Node], set[Node]]]) -> bool:
        """Whether hiding `edge` too would lead round."""
        r, c = _nodes(edge)
        ways = [(r, c)] if abs(self._value(edge)) == FEW else [(r, c), (c, r)]
        if self._is_sum(edge) and edge != (self.height, self.width):
            ways = [(c, r)] if abs(self._value(edge)) == FEW else ways
        return any(start in come and end in lead for start, end in ways for come, lead in ends)

    def _hide(self, edge: Edge, mark: Hidden | None = Hidden.BESIDE) -> None:
        self.hidden[edge] = mark
        r, c = _nodes(edge)
        for step, start, end in ((1, r, c), (-1, c, r)):
            if self._can(edge, step):
                self.onward.setdefault(start, []).append(end)
                self.backward.setdefault(end, []).append(start)

    def _bounds(self, edge: Edge) -> tuple[int | None, int | None]:
        """The least and the most that the number in the network can be; a sum has its sign turned."""
        mark = self.hidden[edge]
        low, high = _KNOWN.get(mark, (0, None))
        if self._is_sum(edge) and edge != (self.height, self.width):
            return (None if high is None else -high), -low
        return low, high

    def _varies(self, edge: Edge) -> bool:
        """Whether the number can be one more or one less with every sum as it was."""
        r, c = _nodes(edge)
        more = self._can(edge, 1) and r in _reach(self.onward, c, (c, r), r)
        return more or (self._can(edge, -1) and c in _reach(self.onward, r, (r, c), c))

    def _can(self, edge: Edge, step: int) -> bool:
        low, high = self._bounds(edge)
        new = self._value(edge) + step
        return (low is None or low <= new) and (high is None or new <= high)

    def cells(self) -> tuple[tuple[Shown, ...], ...]:
        return tuple(tuple(self._shown((r, c)) for c in range(self.width)) for r in range(self.height))

    def rows(self) -> tuple[Shown, ...]:
        return tuple(self._shown((r, self.width)) for r in range(self.height))

    def columns(self) -> tuple[Shown, ...]:
        return tuple(self._shown((self.height, c)) for c in range(self.width))

    def total(self) -> Shown:
        return self._shown((self.height, self.width))

    def _shown(self, edge: Edge) -> Shown:
        if edge in self.unknown:
            return None
        mark = self.hidden.get(edge)
        return mark if mark is not None else abs(self._value(edge))
