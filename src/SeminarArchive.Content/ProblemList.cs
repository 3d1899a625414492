using System.Collections.Frozen;

namespace SeminarArchive.Content;

/// <summary>Collects the problems of one file and knows its lines.</summary>
internal sealed class ProblemList(string path, string[] lines)
{
    private const int Most = 100;

    private readonly List<Problem> problems = [];
    private IReadOnlySet<string> silenced = FrozenSet<string>.Empty;

    public string[] Lines => lines;

    /// <summary>True for a people file, whose advice names other fields than a seminar's.</summary>
    public bool IsPerson => path.StartsWith("people/", StringComparison.Ordinal);

    /// <summary>True for a page that is no seminar, which needs no fields at all.</summary>
    public bool IsPage => path == "about.md" || path.StartsWith("categories/", StringComparison.Ordinal);

    public bool HasErrors => problems.Exists(p => p.Severity == Severity.Error);

    public void Add(Rule rule, Place place, string cause, string fix)
    {
        var source = place.Line >= 1 && place.Line <= lines.Length ? lines[place.Line - 1] : null;
        if (source is { Length: > 4000 }) source = place.Column > 3900 ? null : source[..4000];
        if (string.IsNullOrWhiteSpace(source)) source = null;
        problems.Add(new Problem($"content/{path}", place.Line, place.Column, rule.Severity, rule.Name, cause, fix, source));
    }

    public bool Has(Rule rule) => problems.Exists(p => p.Rule == rule.Name);

    /// <summary>Leaves warnings and notices of these rules out of <see cref="InOrder"/>; errors stay.</summary>
    public void Silence(IReadOnlySet<string> rules) => silenced = rules;

    /// <summary>In the order of the lines, at most a hundred; errors are never the ones left out.</summary>
    public IReadOnlyList<Problem> InOrder()
    {
        problems.RemoveAll(p => p.Severity != Severity.Error && silenced.Contains(p.Rule));
        if (problems.Count > Most)
        {
            var left = problems.Count - Most;
            var kept = problems.OrderByDescending(p => p.Severity).Take(Most).ToList();
            problems.Clear();
            problems.AddRange(kept);
            Add(Rules.TooManyProblems, new Place(int.MaxValue, 1), $"The file has {left} more problems than are listed here.", "Mend the ones above first, then look again.");
            problems[^1] = problems[^1] with { Line = Math.Max(1, lines.Length) };
        }

        return [.. problems.OrderBy(p => p.Line).ThenBy(p => p.Column)];
    }
}
