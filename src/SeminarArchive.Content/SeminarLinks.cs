namespace SeminarArchive.Content;

/// <summary>Links in texts that lead to seminars, or are relative and so ought to. They are gathered file by file, and judged when every seminar is known.</summary>
internal sealed class SeminarLinks
{
    private const string Seminars = "/seminars/";

    // Each is a look at every slug there is.
    private const int MostGuesses = 20;

    // What lies beside a seminar's page: its citations, its calendar.
    private static readonly string[] Beside = [".bib", ".ris", ".json", ".ics"];

    private readonly List<(string Url, string Path, Problem Problem)> _links = [];
    private readonly List<Problem> _within = [];
    // Slugs by the names of their files; null for a name that several files have.
    private readonly Dictionary<string, string?> _byName = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Takes a seminar that others may mean by its file's name, and the links of its abstract.</summary>
    public void Take(SeminarFile seminar, string[] lines)
    {
        var name = Path.GetFileNameWithoutExtension(seminar.Path);
        _byName[name] = _byName.ContainsKey(name) ? null : seminar.Slug;
        Take(seminar.AbstractHtml, $"{Seminars}{seminar.Slug}/", seminar.Path, lines);
    }

    /// <summary>Takes the links of one text.</summary>
    /// <param name="page">Address at which it is printed, from which relative links lead on.</param>
    /// <param name="path">Of its file.</param>
    public void Take(string html, string page, string path, string[] lines)
    {
        if (!html.Contains("href=\"", StringComparison.Ordinal)) return;

        var text = HtmlFragment.Parse(html);
        foreach (var url in text.QuerySelectorAll("a[href]").Select(link => link.GetAttribute("href")!).Distinct(StringComparer.Ordinal))
        {
            if (url is ['#', _, ..] and not "#top" && !text.QuerySelectorAll("[id]").Any(part => "#" + part.Id == url))
            {
                var written = TextAnchors.Written(url[1..]);
                var headings = text.QuerySelectorAll("h1,h2,h3,h4,h5,h6").Select(heading => heading.Id).OfType<string>().Select(TextAnchors.Written);
                _within.Add(Dead("#" + written, path, lines) with
                {
                    Fix = Spelling.Closest(written, headings) is { } near ? $"Did you mean  #{near} ?" : "Write  #  and the words of a heading of this text, with hyphens between.",
                });
            }

            if (url.Length == 0 || url[0] is '#' or '?' || url.StartsWith("//", StringComparison.Ordinal) || Links.Scheme(url) is not null) continue;
            if (!Uri.TryCreate(new Uri("https://site.invalid" + page), url, out var whole)) continue;
            if (!IsOfSeminar(whole.AbsolutePath) && !Links.LooksLikeHost(url) && !(url[0] != '/' && MarkdownFiles.IsMarkdown(whole.AbsolutePath))) continue;

            _links.Add((url, whole.AbsolutePath, Dead(url, path, lines)));
        }
    }

    /// <summary>Those that lead nowhere; first those that ought to lead to a place in their own text.</summary>
    /// <param name="slugs">Every seminar's, each a key.</param>
    /// <param name="isKnown">Whether another path leads somewhere.</param>
    public IEnumerable<Problem> Dead(IReadOnlyDictionary<string, string> slugs, Func<string, bool> isKnown)
    {
        foreach (var problem in _within) yield return problem;

        var guesses = 0;
        foreach (var (url, path, problem) in _links)
        {
            var isElsewhere = Links.LooksLikeHost(url);
            if (!isElsewhere && (IsThere(path, slugs) || isKnown(path))) continue;

            var last = AliasKey.From(path).Split('/')[^1];
            var name = MarkdownFiles.IsMarkdown(last) ? Path.GetFileNameWithoutExtension(last) : last;
            var named = _byName.GetValueOrDefault(name) ?? (slugs.ContainsKey(name) ? name : null);
            yield return problem with
            {
                Fix = isElsewhere ? $"Write:  https://{url}"
                    : named is not null ? $"Write:  {Seminars}{named}/"
                    : Path.HasExtension(name) ? $"Put the file into  slides  and write:  /slides/{name}"
                    : guesses++ < MostGuesses && Spelling.Closest(name, slugs.Keys) is { } near ? $"Did you mean  {Seminars}{near}/ ?"
                    : "Correct the address; if a seminar had it once, add it to  aliases:  in its file.",
            };
        }
    }

    private static Problem Dead(string url, string path, string[] lines)
    {
        var problems = new ProblemList(path, lines);
        problems.Add(Rules.LinkDead, LocalFile.PlaceOf(url, lines), $"The link {PlainText.Quote(url)} leads nowhere.", "");
        return problems.InOrder()[0];
    }

    private static bool IsOfSeminar(string path) => AliasKey.From(path).StartsWith(Seminars, StringComparison.Ordinal);

    private static bool IsThere(string path, IReadOnlyDictionary<string, string> slugs) => IsOfSeminar(path) && AliasKey.From(path)[Seminars.Length..].Split('/') switch
    {
        [var one] => slugs.ContainsKey(one) || (MarkdownFiles.IsMarkdown(one) && slugs.ContainsKey(Path.GetFileNameWithoutExtension(one))),
        [var slug, var beside] => slugs.ContainsKey(slug) && Beside.Contains(Path.GetExtension(beside), StringComparer.Ordinal),
        _ => false,
    };
}
