namespace SeminarArchive.Content;

/// <summary>Links in texts that lead to seminars, or are relative and so ought to. They are gathered file by file, and judged when every seminar is known.</summary>
internal sealed class SeminarLinks
{
    private const string Seminars = "/seminars/";

    private readonly List<(string Url, string Path, Problem Problem)> _links = [];
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

        foreach (var url in HtmlFragment.Parse(html).QuerySelectorAll("a[href]").Select(link => link.GetAttribute("href")!).Distinct(StringComparer.Ordinal))
        {
            if (url.Length == 0 || url[0] is '#' or '?' || url.StartsWith("//", StringComparison.Ordinal) || Links.Scheme(url) is not null) continue;
            if (!Uri.TryCreate(new Uri("https://site.invalid" + page), url, out var whole) || !AliasKey.From(whole.AbsolutePath).StartsWith(Seminars, StringComparison.Ordinal)) continue;

            var problems = new ProblemList(path, lines);
            problems.Add(Rules.LinkDead, LocalFile.PlaceOf(url, lines), $"The link {PlainText.Quote(url)} leads nowhere.", "");
            _links.Add((url, whole.AbsolutePath, problems.InOrder()[0]));
        }
    }

    /// <summary>Those that lead nowhere.</summary>
    /// <param name="slugs">Every seminar's, each a key.</param>
    /// <param name="isKnown">Whether another path leads somewhere.</param>
    public IEnumerable<Problem> Dead(IReadOnlyDictionary<string, string> slugs, Func<string, bool> isKnown)
    {
        foreach (var (url, path, problem) in _links)
        {
            var parts = AliasKey.From(path)[Seminars.Length..].Split('/');
            // Beside a page lie its file, its calendar, its citations.
            var leads = parts is [var one] ? slugs.ContainsKey(one) || (MarkdownFiles.IsMarkdown(one) && slugs.ContainsKey(Path.GetFileNameWithoutExtension(one)))
                : slugs.ContainsKey(parts[0]) && Path.HasExtension(parts[^1]) && !MarkdownFiles.IsMarkdown(parts[^1]);
            var isElsewhere = Links.LooksLikeHost(url);
            if (!isElsewhere && (leads || isKnown(path))) continue;

            var name = MarkdownFiles.IsMarkdown(parts[^1]) ? Path.GetFileNameWithoutExtension(parts[^1]) : parts[^1];
            var named = _byName.GetValueOrDefault(name) ?? (slugs.ContainsKey(name) ? name : null);
            yield return problem with
            {
                Fix = isElsewhere ? $"Write:  https://{url}"
                    : named is not null ? $"Write:  {Seminars}{named}/"
                    : Spelling.Closest(name, slugs.Keys) is { } near ? $"Did you mean  {Seminars}{near}/ ?"
                    : "Correct the address; if a seminar had it once, add it to  aliases:  in its file.",
            };
        }
    }
}
