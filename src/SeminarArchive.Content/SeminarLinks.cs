namespace SeminarArchive.Content;

/// <summary>
/// Links in texts that lead to seminars, or are relative and so ought to, and pictures that are named otherwise than the folders for files are.
/// They are gathered file by file, and judged when every seminar is known.
/// </summary>
internal sealed class SeminarLinks
{
    private const string Seminars = "/seminars/";

    // Each is a look at every slug there is.
    private const int MostGuesses = 20;

    // What lies beside a seminar's page: its citations, its calendar.
    private static readonly string[] Beside = [".bib", ".ris", ".json", ".ics"];

    private readonly List<(string Url, string Path, string Beside, Problem Problem)> _links = [];
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
        if (!html.Contains("href=\"", StringComparison.Ordinal) && !html.Contains("src=\"", StringComparison.Ordinal)) return;

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
            if (Reached(page, url) is not { } reached) continue;
            if (!IsOfSeminar(reached) && !Links.LooksLikeHost(url) && !(url[0] != '/' && MarkdownFiles.IsMarkdown(reached))) continue;

            _links.Add((url, reached, Below(path, url), Dead(url, path, lines)));
        }

        foreach (var url in text.QuerySelectorAll("img[src]").Select(picture => picture.GetAttribute("src")!).Distinct(StringComparer.Ordinal))
        {
            if (url.Length == 0 || url.StartsWith("//", StringComparison.Ordinal) || Links.Scheme(url) is not null) continue;
            if (Reached(page, url) is not { } reached || Links.IsOfFiles(reached.AsSpan(1))) continue;

            _links.Add((url, reached, Below(path, url), Missing(url, path, lines)));
        }
    }

    // The address of what lies where an editor means it who thinks of folders rather than of addresses.
    private static string Below(string path, string url) => Reached(FileSizes.UrlOf(path), url) ?? "/";

    // The path that a link on the page at an address leads to; null when it is none.
    private static string? Reached(string from, string url) => Uri.TryCreate(new Uri("https://site.invalid" + from), url, out var whole) ? whole.AbsolutePath : null;

    /// <summary>Those that lead nowhere; first those that ought to lead to a place in their own text.</summary>
    /// <param name="slugs">Every seminar's, each a key.</param>
    /// <param name="isKnown">Whether another path leads somewhere.</param>
    /// <param name="fileAt">The address of the file at a path, its capitals as they are; null when the site hands out none there.</param>
    public IEnumerable<Problem> Dead(IReadOnlyDictionary<string, string> slugs, Func<string, bool> isKnown, Func<string, string?> fileAt)
    {
        foreach (var problem in _within) yield return problem;

        var guesses = 0;
        foreach (var (url, path, beside, problem) in _links)
        {
            var isElsewhere = Links.LooksLikeHost(url);
            var isPicture = problem.Rule == Rules.FileMissing.Name;
            if (!isElsewhere && (isPicture ? fileAt(path) == path : IsThere(path, slugs) || isKnown(path))) continue;

            var own = path[(path.LastIndexOf('/') + 1)..];
            var last = AliasKey.From(path).Split('/')[^1];
            var name = MarkdownFiles.IsMarkdown(last) ? Path.GetFileNameWithoutExtension(last) : last;
            var named = _byName.GetValueOrDefault(name) ?? (slugs.ContainsKey(name) ? name : null);
            yield return problem with
            {
                Fix = isElsewhere ? $"Write:  https://{url}"
                    : named is not null ? $"Write:  {Seminars}{named}/"
                    : fileAt(beside) is { } file ? $"Write:  {file}"
                    : isPicture ? fileAt($"/uploads/{own}") is { } upload ? $"Write:  {upload}" : FileKinds.Put("uploads", own)
                    : Path.HasExtension(name) ? FileKinds.Put("slides", own)
                    : guesses++ < MostGuesses && Spelling.Closest(name, slugs.Keys) is { } near ? $"Did you mean  {Seminars}{near}/ ?"
                    : "Correct the address; if a seminar had it once, add it to  aliases:  in its file.",
            };
        }
    }

    private static Problem Dead(string url, string path, string[] lines) => At(url, path, lines, Rules.LinkDead, $"The link {PlainText.Quote(url)} leads nowhere.");

    private static Problem Missing(string url, string path, string[] lines) => At(url, path, lines, Rules.FileMissing, $"The picture {PlainText.Quote(url)} is not shown: there is no such file at the address of the page.");

    private static Problem At(string url, string path, string[] lines, Rule rule, string cause)
    {
        var problems = new ProblemList(path, lines);
        problems.Add(rule, LocalFile.PlaceOf(url, lines), cause, "");
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
