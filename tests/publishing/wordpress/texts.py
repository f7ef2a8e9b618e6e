# SPDX-License-Identifier: GPL-3.0-or-later
"""Markdown with one of everything, to be sent to WordPress and to come back."""

from __future__ import annotations

from editor_app.domain.ids import MediaId
from editor_app.publishing.endpoints.wordpress.blocks import BlockImage

QUAY = MediaId("01a20a1d-9bbd-75fb-ac4c-ae37d9b8bf1b")
BOAT = MediaId("01a20a1d-9bbd-75fb-ac4c-ae37d9b8bf1c")
IMAGES = {
    QUAY: BlockImage(12, "https://tide.example/uploads/quay.jpg", "Photo: Ida & Noor"),
    BOAT: BlockImage(13, "https://tide.example/uploads/boat.jpg"),
}

EVERYTHING = f"""\
The *first* ferry & the **second** left at `06:00`; see <https://tide.example/a?b=1&c=2>
and [the timetable](https://tide.example/times "Times").\x20\x20
A new line.

## What happened {{#what}}

### On the quay

- forty people
- two dogs
    - one barked
    - one *slept*
- a piano

3. third
4. fourth

Then:

1. loose

2. items

> We waited two winters.
>
> - and a day

![The quay](media:{QUAY} "Forty people wait")

![The boat](media:{BOAT})

| Day | Boats |
|-----|------:|
| Mon | 3     |
| Tue | 4 \\| 5 |

---

```python
times = [6] < [7]  # not a shortcode
```

![One](media:{QUAY}) ![Two](media:{BOAT})

[ref]: https://tide.example/ref

Where [this][ref] leads, 5 < 6 & 7 > 3, 2 * 3 * 4, snake_case and \\*stars\\*.

Sea
:   a lot of water
"""
