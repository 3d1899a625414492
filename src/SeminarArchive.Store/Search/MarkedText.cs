using System.Globalization;

namespace SeminarArchive.Store.Search;

/// <summary>A text in parts, of which some are what was searched for.</summary>
/// <param name="Parts">In order; together they are the text.</param>
public sealed record MarkedText(IReadOnlyList<(string Text, bool IsMatch)> Parts)
{
    /// <summary>True when any part matches.</summary>
    public bool HasMatch => Parts.Any(p => p.IsMatch);

    public static MarkedText Plain(string text) => new([(text, false)]);

    /// <summary>A text in which the matches stand between two characters; matches with no more than a space between them are one.</summary>
    internal static MarkedText Between(string text, char on, char off)
    {
        text = text.Replace($"{off} {on}", " ", StringComparison.Ordinal);
        var parts = new List<(string, bool)>();
        var match = false;
        var start = 0;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && text[i] != on && text[i] != off) continue;
            if (i > start) parts.Add((text[start..i], match));
            match = i < text.Length && text[i] == on;
            start = i + 1;
        }

        return new MarkedText(parts);
    }

    /// <summary>Marks every occurrence of the words wherever it stands, marks and case not counted; for scripts without spaces.</summary>
    internal static MarkedText Of(string text, IReadOnlyList<string> words)
    {
        var compare = CultureInfo.InvariantCulture.CompareInfo;
        const CompareOptions loosely = CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace | CompareOptions.IgnoreWidth;
        var parts = new List<(string, bool)>();
        for (var at = 0; at < text.Length;)
        {
            var (start, length) = (-1, 0);
            foreach (var word in words)
            {
                var found = compare.IndexOf(text.AsSpan(at), word, loosely, out var matched);
                if (found >= 0 && matched > 0 && (start < 0 || found < start || (found == start && matched > length))) (start, length) = (found, matched);
            }

            if (start < 0)
            {
                parts.Add((text[at..], false));
                break;
            }

            if (start > 0) parts.Add((text[at..(at + start)], false));
            parts.Add((text[(at + start)..(at + start + length)], true));
            at += start + length;
        }

        return new MarkedText(parts);
    }

    /// <summary>The part around the first match, at most so many characters to each side.</summary>
    internal MarkedText Around(int reach)
    {
        var first = Parts.TakeWhile(p => !p.IsMatch).Count();
        var before = string.Concat(Parts.Take(first).Select(p => p.Text));
        var cut = before.Length > reach;
        var parts = new List<(string, bool)>();
        if (before.Length > 0) parts.Add((cut ? "…" + Whole(before[^reach..]) : before, false));
        var left = reach * 2;
        foreach (var (text, match) in Parts.Skip(first))
        {
            if (text.Length > left)
            {
                parts.Add((Whole(text[..left]) + "…", match));
                break;
            }

            parts.Add((text, match));
            left -= text.Length;
        }

        return new MarkedText(parts);

        // No half of a letter at either end.
        static string Whole(string text) => text.Length == 0 ? "" : text[(char.IsLowSurrogate(text[0]) ? 1 : 0)..(char.IsHighSurrogate(text[^1]) ? text.Length - 1 : text.Length)];
    }
}
