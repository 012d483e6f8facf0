"""Everybody one of those that they would take, where each has room for only so many: as many as can be are served."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence


class Matching:
    """Who is served by whom; whoever is served stays served, though perhaps by another.

    Hopcroft-Karp between those that want and the places of the servers, without telling the places of one server
    apart: a team of 50 people that 2,000 bundles of rows would take is 2,000 edges here, and else 100,000.
    """

    def __init__(self, wanted: Sequence[Sequence[int]], room: Sequence[int]) -> None:
        """`wanted` are the servers that each would take, `room` how many each server can serve; all by number."""
        self._wanted, self._room = wanted, room
        self._given: dict[int, int] = {}
        self._served: list[dict[int, None]] = [{} for _ in room]

    @property
    def given(self) -> Mapping[int, int]:
        """The server of each that is served."""
        return self._given

    def serve(self, these: Iterable[int]) -> None:
        """Serve as many of these as can be served beside all that were before."""
        waiting = [each for each in these if each not in self._given]
        while waiting:
            steps = self._steps(waiting)
            if steps is None:
                return
            waiting = [each for each in waiting if not self._is_served(each, steps)]

    def _steps(self, waiting: list[int]) -> dict[int, int] | None:
        """How many others have to move before each can, along the shortest ways; None where no way ends at room."""
        steps, edge, seen, is_room = dict.fromkeys(waiting, 0), waiting, set[int](), False
        while edge and not is_room:
            following: list[int] = []
            for each in edge:
                for server in self._wanted[each]:
                    if server in seen:
                        continue
                    seen.add(server)
                    is_room = is_room or len(self._served[server]) < self._room[server]
                    for other in self._served[server]:
                        if other not in steps:
                            steps[other] = steps[each] + 1
                            following.append(other)
            edge = following
        return steps if is_room else None

    def _is_served(self, start: int, steps: dict[int, int]) -> bool:
        """Move others along a shortest way so that this one is served; who is on it, or leads nowhere, is spent."""
        way, servers = [(start, self._moves(start))], list[int]()
        while way:
            each, moves = way[-1]
            for server, other in moves:
                if other is None:
                    self._move([moved for moved, _ in way], [*servers, server])
                    for moved, _ in way:
                        del steps[moved]
                    return True
                if steps.get(other) == steps[each] + 1:
                    servers.append(server)
                    way.append((other, self._moves(other)))
                    break
            else:
                del steps[each]
                way.pop()
                del servers[-1:]
        return False

    def _moves(self, each: int) -> Iterator[tuple[int, int | None]]:
        """The servers that it would take, each with somebody who would have to move, or None where there is room."""
        for server in self._wanted[each]:
            if len(self._served[server]) < self._room[server]:
                yield server, None
            else:
                for other in tuple(self._served[server]):
                    yield server, other

    def _move(self, moved: list[int], servers: list[int]) -> None:
        for each, server in zip(reversed(moved), reversed(servers), strict=True):
            before = self._given.get(each)
            if before is not None:
                del self._served[before][each]
            self._given[each] = server
            self._served[server][each] = None
