# SPDX-License-Identifier: Apache-2.0
"""A bar chart as SVG."""
from xml.sax.saxutils import escape

ROW, LEFT, WIDTH, RIGHT = 24, 170, 420, 90


def bars(rows):
    """`rows` are (label, GB/s, True if noc837)."""
    most = max(value for _, value, _ in rows)
    height = ROW * len(rows) + 44
    out = [f'<svg xmlns="http://www.w3.org/2000/svg" width="{LEFT + WIDTH + RIGHT}" '
           f'height="{height}" font-family="sans-serif" font-size="13">',
           '<rect width="100%" height="100%" fill="white"/>',
           '<text x="12" y="20" font-weight="bold">GB of input a second (more is better)</text>']
    for i, (label, value, ours) in enumerate(rows):
        y = 34 + ROW * i
        length = max(1, round(WIDTH * value / most))
        colour = "#1b6ca8" if ours else "#b8c4cc"
        out.append(f'<text x="{LEFT - 8}" y="{y + 14}" text-anchor="end">{escape(label)}</text>')
        out.append(f'<rect x="{LEFT}" y="{y + 2}" width="{length}" height="{ROW - 8}" '
                   f'fill="{colour}"/>')
        out.append(f'<text x="{LEFT + length + 6}" y="{y + 14}">{value:.2f}</text>')
    return "\n".join(out) + "\n</svg>\n"
