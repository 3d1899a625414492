using System.Globalization;

namespace SeminarArchive.Store.Search;

/// <summary>
/// What a visitor typed, taken apart: words, <c>"phrases"</c>, <c>-without</c>, and words for one field (<c>speaker:west</c>, <c>year:2018-2020</c>).
/// Whatever is not one of these is plain words; no query is wrong.
/// </summary>
public sealed class SearchQuery
{
    /// <summary>Longest query that is looked at, in characters; the rest is cut off.</summary>
    public const int MaxLength = 200;

    private const int MaxTerms = 32;

    private static readonly Dictionary<string, string> Columns = new(StringComparer.OrdinalIgnoreCase)
    {
        ["title"] = "Title", ["speaker"] = "Speakers", ["affiliation"] = "Affiliations", ["category"] = "Categories", ["tag"] = "Tags", ["abstract"] = "Abstract",
    };

    private SearchQuery(string text, bool wasCut, IReadOnlyList<Term> terms, IReadOnlyList<YearSpan> years, IReadOnlyList<Availability> has) =>
        (Text, WasCut, Terms, Years, Has) = (text, wasCut, terms, years, has);

    /// <summary>As typed, without white space around it; at most <see cref="MaxLength"/> characters.</summary>
    public string Text { get; }

    /// <summary>True when the query was longer than the archive reads.</summary>
    public bool WasCut { get; }

    /// <summary>True when there is nothing to look for.</summary>
    public bool IsEmpty => Terms.Count == 0 && Years.Count == 0 && Has.Count == 0;

    internal IReadOnlyList<Term> Terms { get; }

    internal IReadOnlyList<YearSpan> Years { get; }

    internal IReadOnlyList<Availability> Has { get; }

    public static SearchQuery Parse(string? text)
    {
        var whole = (text ?? "").Trim();
        var query = whole;
        if (query.Length > MaxLength) query = query[..(char.IsHighSurrogate(query[MaxLength - 1]) ? MaxLength - 1 : MaxLength)];

        var (terms, years, has) = (new List<Term>(), new List<YearSpan>(), new List<Availability>());
        var i = 0;
        while (i < query.Length && terms.Count < MaxTerms)
        {
            if (char.IsWhiteSpace(query[i]))
            {
                i++;
                continue;
            }

            var excluded = query[i] is '-' or '−' && i + 1 < query.Length && (char.IsLetterOrDigit(query[i + 1]) || IsQuote(query[i + 1]));
            if (excluded) i++;
            var field = FieldAt(query, i);
            if (field is not null) i += field.Length + 1;
            var (start, end, next) = ChunkAt(query, i);
            var quoted = start > i;
            i = next;
            var chunk = query[start..end];
            if (field is not null && field.Equals("year", StringComparison.OrdinalIgnoreCase))
            {
                if (YearSpan.Parse(chunk, excluded) is { } span) years.Add(span);
                else Add(terms, query, start - field.Length - 1, end, null, excluded, quoted: false);
            }
            else if (field is not null && field.Equals("has", StringComparison.OrdinalIgnoreCase))
            {
                var what = chunk.ToLowerInvariant();
                if (what is "slides" or "slide") has.Add(new Availability(Slides: true, excluded));
                else if (what is "recording" or "recordings" or "video") has.Add(new Availability(Slides: false, excluded));
                else Add(terms, query, start - field.Length - 1, end, null, excluded, quoted: false);
            }
            else
            {
                Add(terms, query, start, end, field is null ? null : Columns[field], excluded, quoted);
            }
        }

        return new SearchQuery(query, whole.Length > query.Length, terms, years, has);
    }

    private static void Add(List<Term> terms, string query, int start, int end, string? column, bool excluded, bool quoted)
    {
        var tokens = Token.Of(query[start..end]).Select(t => t with { Start = t.Start + start }).ToList();
        if (quoted && tokens.Count > 0)
        {
            terms.Add(new Term(query, tokens, column, excluded, IsPhrase: true));
            return;
        }

        for (var i = 0; i < tokens.Count && terms.Count < MaxTerms;)
        {
            // Words held together by an apostrophe or a hyphen stand beside each other in the text too.
            var count = 1;
            while (i + count < tokens.Count && !tokens[i].IsUnspaced && !tokens[i + count].IsUnspaced && tokens[i + count].Start == tokens[i + count - 1].End + 1
                && query[tokens[i + count - 1].End] is '\'' or '’' or 'ʼ' or '-' or '‐' or '‑') count++;
            terms.Add(new Term(query, tokens.GetRange(i, count), column, excluded, IsPhrase: false));
            i += count;
        }
    }

    // The name before a colon, when it is one and something follows.
    private static string? FieldAt(string query, int at)
    {
        var colon = query.IndexOf(':', at);
        if (colon <= at || colon - at > 12 || colon + 1 >= query.Length || char.IsWhiteSpace(query[colon + 1])) return null;

        var name = query[at..colon];
        return Columns.ContainsKey(name) || name.Equals("year", StringComparison.OrdinalIgnoreCase) || name.Equals("has", StringComparison.OrdinalIgnoreCase) ? name : null;
    }

    // What stands between quotes, or up to the next white space or quote. A quote that is never closed counts for nothing.
    private static (int Start, int End, int Next) ChunkAt(string query, int at)
    {
        if (at < query.Length && IsQuote(query[at]))
        {
            var close = at + 1;
            while (close < query.Length && !IsQuote(query[close])) close++;
            if (close < query.Length) return (at + 1, close, close + 1);
        }

        var end = at + 1;
        while (end < query.Length && !char.IsWhiteSpace(query[end]) && !IsQuote(query[end])) end++;
        return (at, Math.Min(end, query.Length), Math.Min(end, query.Length));
    }

    private static bool IsQuote(char c) => c is '"' or '“' or '”' or '„' or '«' or '»' or '「' or '」';
}

/// <summary>Years asked for or excluded, both ends included.</summary>
internal readonly record struct YearSpan(int From, int To, bool Excluded)
{
    public bool Allows(int year) => (year >= From && year <= To) != Excluded;

    /// <summary><c>2020</c>, <c>2018-2020</c>, <c>2018..2020</c>, <c>2018-</c>; null for anything else.</summary>
    public static YearSpan? Parse(string text, bool excluded)
    {
        var dash = text.IndexOfAny(['-', '–', '.']);
        var (first, last) = dash < 0 ? (text, text) : (text[..dash], text[dash..].Trim('-', '–', '.'));
        if (!int.TryParse(first, NumberStyles.None, CultureInfo.InvariantCulture, out var from) || from > 9999) return null;
        if (last.Length == 0) return new YearSpan(from, 9999, excluded);
        return int.TryParse(last, NumberStyles.None, CultureInfo.InvariantCulture, out var to) && to <= 9999 ? new YearSpan(Math.Min(from, to), Math.Max(from, to), excluded) : null;
    }
}

/// <summary>Slides, or a recording, asked for or excluded.</summary>
internal readonly record struct Availability(bool Slides, bool Excluded);
