"""The page and the picture of docs/shacl-bench from the figures of run.py."""
import html, re

BEGIN, END = "<!-- figures of bench/shacl/run.py: begin -->", "<!-- end -->"


def seconds(value):
    return "%.2f" % value if value < 10 else "%.0f" % value


def table(run):
    out = ["### %s, %s triples, %d results" % (run["kind"].capitalize(), format(run["size"], ","), run["results"]), "",
           "| engine | processor s | clock s | ratio | peak MiB | |", "|---|---|---|---|---|---|"]
    for row in sorted(run["rows"], key=lambda r: r.get("processor", 1e9)):
        if "processor" in row:
            out.append("| %s | %s | %s | %.3g | %d | %s |" % (row["engine"], seconds(row["processor"]), seconds(row["seconds"]), row["ratio"],
                                                             row["peak_mib"], row["note"]))
        else:
            out.append("| %s | | | | | %s |" % (row["engine"], row["note"]))
    m = run["memory"]
    out += ["", "`bench_shacl` (no process start, no report written): read %.3f s, validate %.3f s on the clock, %.2f processor seconds in all, "
            "peak %d MiB." % (m["read"], m["validate"], m["processor"], m["peak_mib"]), ""]
    return "\n".join(out)


def write_page(path, runs, date):
    """Replaces the part between the two marks."""
    text = open(path).read()
    body = "\n%s\n\nRun of %s.\n\n%s" % (BEGIN, date, "\n".join(table(run) for run in runs))
    text = re.sub(r"\n%s.*?(?=%s)" % (re.escape(BEGIN), re.escape(END)), lambda _: body, text, flags=re.S)
    open(path, "w").write(text)


def write_svg(path, run):
    """Bars on a logarithmic scale: processor seconds to read and validate."""
    import math
    rows = sorted((r for r in run["rows"] if r.get("processor") and r["note"] == ""), key=lambda r: r["processor"])
    low, high = 0.1, max(r["processor"] for r in rows) * 1.3
    scale = lambda v: 430 * math.log10(max(v, low) / low) / math.log10(high / low)
    out = ['<svg xmlns="http://www.w3.org/2000/svg" width="720" height="%d" font-family="sans-serif" font-size="13">' % (60 + 26 * len(rows)),
           '<text x="10" y="20" font-size="15">Processor seconds to read and validate %s triples (logarithmic)</text>' % format(run["size"], ",")]
    for i, row in enumerate(rows):
        y, width = 40 + 26 * i, max(2, scale(row["processor"]))
        colour = "#1a6b3c" if row["engine"].startswith("entente") else "#8a98a8"
        out.append('<text x="150" y="%d" text-anchor="end">%s</text><rect x="160" y="%d" width="%.0f" height="18" fill="%s"/>'
                   '<text x="%.0f" y="%d">%s</text>' % (y + 14, html.escape(row["engine"]), y, width, colour, 166 + width, y + 14,
                                                       seconds(row["processor"])))
    open(path, "w").write("\n".join(out) + "\n</svg>\n")
